package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.HelloArgs;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.error.AuthenticationArgumentsException;
import io.sorrel.redis.error.ProtectedModeException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.TransientRefusals;
import io.sorrel.redis.event.ServerInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first step of a handshake: HELLO with the credentials, and AUTH where HELLO is refused or not to be sent. Servers
 * and proxies refuse HELLO in words of their own, so any error means RESP2 and AUTH, except one that says <em>wrong
 * password</em> or <em>not now</em>, and except where RESP3 is insisted on.
 */
final class Login {
    private final ClientOptions options;
    private final CommandDefinitions<String, String> commands;

    /**
     * What came of it.
     *
     * @param accepted whether the peer has accepted anything, and so will go on to answer
     */
    record Result(ServerInfo server, boolean accepted) {}

    Login(ClientOptions options, CommandDefinitions<String, String> commands) {
        this.options = options;
        this.commands = commands;
    }

    /** Asks for the protocol of the options, and logs in. */
    Result run(SocketConnection connection, Deadline limit) {
        if (options.protocol() == ProtocolVersion.RESP2) {
            return runWithoutHello(connection, limit);
        }
        Object result = connection
                .executeAll(List.of(commands.connection().hello(hello())), limit)
                .get(0);
        if (result instanceof RedisServerException refusal) {
            if (isFinal(refusal)) {
                throw refused(refusal);
            }
            return runWithoutHello(connection, limit);
        }
        if (result instanceof RedisException failure) {
            throw failure;
        }
        return new Result(accept((ServerHello) Objects.requireNonNull(result)), true);
    }

    private boolean isFinal(RedisServerException refusal) {
        if (options.protocol() == ProtocolVersion.RESP3
                || TransientRefusals.include(refusal)
                || refusal instanceof ProtectedModeException) {
            return true;
        }
        return refusal instanceof RedisAuthenticationException login
                && !(login instanceof AuthenticationArgumentsException)
                && (!login.isLoginMissing() || options.credentials() == null);
    }

    private ServerInfo accept(ServerHello hello) {
        if (options.protocol() == ProtocolVersion.RESP3 && hello.protocol() != 3) {
            throw new RedisProtocolException("the server was asked for RESP3 and answered in RESP" + hello.protocol()
                    + "; the client's options must allow that protocol");
        }
        return new ServerInfo(
                hello.protocol(), hello.server(), hello.version(), hello.role(), hello.mode(), hello.connectionId());
    }

    private HelloArgs hello() {
        HelloArgs args = HelloArgs.protocol(3);
        Credentials credentials = options.credentials();
        if (credentials == null) {
            return args;
        }
        String username = credentials.username();
        return args.auth(username == null ? "default" : username, credentials.password());
    }

    /** Logs in where there are credentials; the protocol stays RESP2. */
    Result runWithoutHello(SocketConnection connection, Deadline limit) {
        Credentials credentials = options.credentials();
        if (credentials == null) {
            return new Result(ServerInfo.UNKNOWN, false);
        }
        String username = credentials.username();
        Command<@Nullable Void> auth = username == null
                ? commands.connection().auth(credentials.password())
                : commands.connection().auth(username, credentials.password());
        try {
            connection.execute(auth, limit);
        } catch (RedisServerException refusal) {
            throw refused(refusal);
        }
        return new Result(ServerInfo.UNKNOWN, true);
    }

    /** The refusal of the login, or of the connection as a whole, with what to change. */
    RedisServerException refused(RedisServerException refusal) {
        return Refusals.of(refusal, advice(refusal));
    }

    private @Nullable String advice(RedisServerException refusal) {
        if (TransientRefusals.include(refusal) || refusal instanceof ProtectedModeException) {
            return null;
        }
        if (refusal instanceof AuthenticationArgumentsException) {
            return "leave the username out of the client's configuration, or of its URL (redis://:password@host), as servers"
                    + " before Redis 6 and some proxies take a password only";
        }
        if (refusal instanceof RedisAuthenticationException) {
            return options.credentials() == null
                    ? "set username and password in the client's configuration, or in its URL"
                            + " (redis://username:password@host)"
                    : "check username and password in the client's configuration, or in its URL";
        }
        return options.protocol() == ProtocolVersion.RESP3
                ? "the client's options insist on protocol=resp3; protocol=auto and protocol=resp2 do without HELLO"
                : "check what the server or proxy allows of HELLO and AUTH";
    }
}
