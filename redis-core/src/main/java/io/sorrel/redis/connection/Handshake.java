package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.HandshakeMode;
import io.sorrel.redis.error.ConnectionJudge;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisServerException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said on a new connection before anybody may use it: the {@link Login}, then the client's name, the library's
 * name and version, and the database; a {@link HandshakeMode#MINIMAL} one leaves out all but AUTH and SELECT. A refused
 * name or library is passed over; any other refusal, and any reply that does not come, ends the connection.
 */
final class Handshake {
    private final ClientOptions options;
    private final CommandDefinitions<String, String> commands;
    private final HandshakeMode mode;
    private final Proof proof;
    private final Login login;
    private final @Nullable String libraryVersion = Handshake.class.getPackage().getImplementationVersion();

    /** What its last step is to show of the peer. */
    enum Proof {
        /** That it answers, where no other step asks it anything. */
        ANSWERS,
        /** As {@link #ANSWERS}, and whether it answers ECHO. */
        ANSWERS_ECHO,
        /** Nothing: what need not be said is not said. */
        NOTHING
    }

    Handshake(ClientOptions options, CommandDefinitions<String, String> commands, HandshakeMode mode, Proof proof) {
        this.options = options;
        this.commands = commands;
        this.mode = mode;
        this.proof = proof;
        this.login = new Login(options, commands);
    }

    Greeting run(SocketConnection connection, Deadline limit) {
        boolean full = mode == HandshakeMode.FULL;
        Login.Result loggedIn = full ? login.run(connection, limit) : login.runWithoutHello(connection, limit);
        List<Command<?>> steps = new ArrayList<>(full ? optionalSettings() : List.of());
        Command<?> select =
                options.database() == 0 ? null : commands.connection().select(options.database());
        if (select != null) {
            steps.add(select);
        }
        if (steps.isEmpty() && !loggedIn.accepted() && proof != Proof.NOTHING) {
            steps.add(commands.connection().ping());
        }
        EchoProbe echo = proof == Proof.ANSWERS_ECHO ? new EchoProbe(commands) : null;
        if (echo != null) {
            steps.add(echo.command());
        }
        List<@Nullable Object> results = steps.isEmpty() ? List.of() : connection.executeAll(steps, limit);
        for (int i = 0; i < results.size() - (echo == null ? 0 : 1); i++) {
            check(steps.get(i) == select, results.get(i));
        }
        return new Greeting(loggedIn.server(), outcome(echo, results));
    }

    private static Greeting.Echo outcome(@Nullable EchoProbe echo, List<@Nullable Object> results) {
        if (echo == null) {
            return Greeting.Echo.NOT_ASKED;
        }
        return echo.isAnsweredBy(results.get(results.size() - 1)) ? Greeting.Echo.ANSWERED : Greeting.Echo.NOT_ANSWERED;
    }

    /** Passes a refused step over that is not required, unless the refusal concerns the connection as a whole. */
    private void check(boolean isSelect, @Nullable Object result) {
        if (result instanceof RedisServerException refusal) {
            if (!ConnectionJudge.mayReuse(refusal)) {
                throw login.refused(refusal);
            }
            if (isSelect) {
                throw Refusals.of(
                        refusal,
                        "the client's options ask for database " + options.database()
                                + " (db in the URL); the server must have it and allow SELECT");
            }
        } else if (isSelect && result instanceof RedisException failure) {
            throw failure;
        }
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
