package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.HelloArgs;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.NoProtoException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.event.ServerInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said on a new connection before anybody may use it: HELLO with the credentials, then the client's name, the
 * library's name and version, and the database. A refused name or library is passed over; any other refusal, and any
 * reply that does not come, ends the connection.
 */
final class Handshake {
    private final ClientOptions options;
    private final CommandDefinitions<String, String> commands;
    private final boolean probesEcho;
    private final @Nullable String libraryVersion = Handshake.class.getPackage().getImplementationVersion();

    /**
     * Creates it.
     *
     * @param probesEcho whether its last step is an {@link EchoProbe}
     */
    Handshake(ClientOptions options, CommandDefinitions<String, String> commands, boolean probesEcho) {
        this.options = options;
        this.commands = commands;
        this.probesEcho = probesEcho;
    }

    Greeting run(SocketConnection connection, Deadline limit) {
        ServerInfo server = logIn(connection, limit);
        List<Command<?>> steps = new ArrayList<>(optionalSettings());
        int required = steps.size();
        if (options.database() != 0) {
            steps.add(commands.connection().select(options.database()));
        }
        int last = steps.size();
        EchoProbe probe = probesEcho ? new EchoProbe(commands) : null;
        if (probe != null) {
            steps.add(probe.command());
        }
        if (steps.isEmpty()) {
            return new Greeting(server, false);
        }
        List<@Nullable Object> results = connection.executeAll(steps, limit);
        for (@Nullable Object result : results.subList(required, last)) {
            if (result instanceof RedisException failure) {
                throw failure;
            }
        }
        return new Greeting(server, probe != null && probe.isAnsweredBy(results.get(last)));
    }

    private ServerInfo logIn(SocketConnection connection, Deadline limit) {
        try {
            return greet(connection, limit);
        } catch (RedisAuthenticationException e) {
            throw e.advising(
                    options.credentials() == null
                            ? "set username and password in the client's configuration, or in its URL (redis://username:password@host)"
                            : "check username and password in the client's configuration, or in its URL");
        }
    }

    private ServerInfo greet(SocketConnection connection, Deadline limit) {
        int version = options.protocol() == ProtocolVersion.RESP2 ? 2 : 3;
        try {
            ServerHello hello = connection.execute(commands.connection().hello(hello(version)), limit);
            if (options.protocol() == ProtocolVersion.RESP3 && hello.protocol() != version) {
                throw new RedisProtocolException("the server was asked for RESP3 and answered in RESP"
                        + hello.protocol() + "; the client's options must allow that protocol");
            }
            return new ServerInfo(
                    hello.protocol(),
                    hello.server(),
                    hello.version(),
                    hello.role(),
                    hello.mode(),
                    hello.connectionId());
        } catch (UnknownCommandException | NoProtoException | NoPermissionException e) {
            if (options.protocol() == ProtocolVersion.RESP3) {
                throw e;
            }
            authenticate(connection, limit);
            return ServerInfo.UNKNOWN;
        }
    }

    private HelloArgs hello(int version) {
        HelloArgs args = HelloArgs.protocol(version);
        Credentials credentials = options.credentials();
        return credentials == null ? args : args.auth(username(credentials), credentials.password());
    }

    private static String username(Credentials credentials) {
        String username = credentials.username();
        return username == null ? "default" : username;
    }

    /** Where HELLO is refused, the server speaks RESP2 and nobody is logged in yet. */
    private void authenticate(SocketConnection connection, Deadline limit) {
        Credentials credentials = options.credentials();
        if (credentials == null) {
            return;
        }
        String username = credentials.username();
        connection.execute(
                username == null
                        ? commands.connection().auth(credentials.password())
                        : commands.connection().auth(username, credentials.password()),
                limit);
    }

    private List<Command<?>> optionalSettings() {
        List<Command<?>> settings = new ArrayList<>();
        String name = options.clientName();
        if (name != null) {
            settings.add(commands.clients().clientSetName(name));
        }
        if (options.libraryInfo()) {
            settings.add(commands.clients().clientSetInfo("LIB-NAME", "sorrel"));
            if (libraryVersion != null) {
                settings.add(commands.clients().clientSetInfo("LIB-VER", libraryVersion));
            }
        }
        return settings;
    }
}
