package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which connections CLIENT KILL closes: those to which all filters apply, of which there must be one at least.
 * Immutable.
 */
public final class ClientKillArgs implements CommandArgs {
    private static final ClientKillArgs NONE = new ClientKillArgs(null, command -> {});

    private final @Nullable ClientKillArgs before;
    private final CommandArgs filter;

    private ClientKillArgs(@Nullable ClientKillArgs before, CommandArgs filter) {
        this.before = before;
        this.filter = filter;
    }

    /** No filter yet. */
    public static ClientKillArgs filter() {
        return NONE;
    }

    /**
     * The connection with this number, as CLIENT ID gives it (ID).
     *
     * @param id at least 1
     */
    public ClientKillArgs id(long id) {
        Arguments.positive("id", id);
        return and(command -> command.word("ID").number(id));
    }

    /** Connections of clients of this type (TYPE). */
    public ClientKillArgs type(ClientType type) {
        return and(CommandBuilder.notNull("type", type));
    }

    /**
     * The connection from this address (ADDR).
     *
     * @param address address and port of the client, as in {@code 127.0.0.1:50100} or {@code [::1]:50100}
     */
    public ClientKillArgs address(String address) {
        CommandBuilder.notNull("address", address);
        return and(command -> command.word("ADDR").text("address", address));
    }

    /**
     * Connections to this address (LADDR, since 6.2.0).
     *
     * @param address address and port of the server, as in {@code 127.0.0.1:6379}
     */
    public ClientKillArgs localAddress(String address) {
        CommandBuilder.notNull("address", address);
        return and(command -> command.word("LADDR").text("address", address));
    }

    /** Connections that are logged in as this user (USER, since 6.0.0). */
    public ClientKillArgs user(String username) {
        CommandBuilder.notNull("username", username);
        return and(command -> command.word("USER").text("username", username));
    }

    /** Connections that are older than this (MAXAGE, since 7.4.0), in whole seconds and longer than zero. */
    public ClientKillArgs maxAge(Duration age) {
        long seconds = Arguments.positiveSeconds("age", age);
        return and(command -> command.word("MAXAGE").number(seconds));
    }

    /** Whether the connection that asks is left open though the filters apply to it (SKIPME); without this, it is. */
    public ClientKillArgs skipMe(boolean skip) {
        return and(command -> command.word("SKIPME").word(skip ? "YES" : "NO"));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (before == null) {
            throw new IllegalArgumentException(
                    "args must have at least one filter, as in ClientKillArgs.filter().id(…)");
        }
        writeFilters(command);
    }

    private void writeFilters(CommandBuilder<?, ?> command) {
        if (before != null) {
            before.writeFilters(command);
        }
        filter.writeTo(command);
    }

    private ClientKillArgs and(CommandArgs next) {
        return new ClientKillArgs(this, next);
    }
}
