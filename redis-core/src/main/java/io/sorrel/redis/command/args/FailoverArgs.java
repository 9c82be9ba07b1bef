package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Options of FAILOVER: which replica takes over, and what happens when it does not keep up. Immutable. */
public final class FailoverArgs implements CommandArgs {
    private static final FailoverArgs DEFAULTS = new FailoverArgs(null, 0, false, 0);

    private final @Nullable String host;
    private final int port;
    private final boolean force;
    private final long timeout;

    private FailoverArgs(@Nullable String host, int port, boolean force, long timeout) {
        this.host = host;
        this.port = port;
        this.force = force;
        this.timeout = timeout;
    }

    /** The first replica that has all data takes over, however long that takes. */
    public static FailoverArgs defaults() {
        return DEFAULTS;
    }

    /**
     * This replica takes over (TO).
     *
     * @param host host of the replica, as ROLE tells it
     * @param port its port, 1 to 65535
     */
    public static FailoverArgs to(String host, int port) {
        return new FailoverArgs(
                CommandBuilder.notNull("host", host), (int) Arguments.between("port", port, 1, 65_535), false, 0);
    }

    /**
     * Gives up when no replica has all data after this time (TIMEOUT).
     *
     * @param timeout longer than zero, in whole milliseconds
     */
    public FailoverArgs timeout(Duration timeout) {
        return new FailoverArgs(host, port, false, Arguments.positiveMillis("timeout", timeout));
    }

    /**
     * After this time the replica takes over even if it does not have all data (FORCE with TIMEOUT): writes may be
     * lost. Only with {@link #to}.
     *
     * @param timeout longer than zero, in whole milliseconds
     */
    public FailoverArgs forceAfter(Duration timeout) {
        if (host == null) {
            throw new IllegalArgumentException("forceAfter: say which replica takes over, with FailoverArgs.to(…)");
        }
        return new FailoverArgs(host, port, true, Arguments.positiveMillis("timeout", timeout));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (host != null) {
            command.word("TO").text("host", host).number(port);
        }
        if (force) {
            command.word("FORCE");
        }
        if (timeout > 0) {
            command.word("TIMEOUT").number(timeout);
        }
    }
}
