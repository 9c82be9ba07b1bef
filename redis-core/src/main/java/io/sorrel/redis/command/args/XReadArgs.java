package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Options of XREAD: how many entries, and whether to wait for one. Immutable. */
public final class XReadArgs implements CommandArgs {
    private static final XReadArgs DEFAULTS = new XReadArgs(0, null);

    private final long count;
    private final @Nullable Duration timeout;

    private XReadArgs(long count, @Nullable Duration timeout) {
        this.count = count;
        this.timeout = timeout;
    }

    /** All entries that there are, without waiting. */
    public static XReadArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Not more than so many entries of each stream (COUNT).
     *
     * @param count at least 1
     */
    public XReadArgs count(long count) {
        return new XReadArgs(Arguments.positive("count", count), timeout);
    }

    /**
     * Waits where there is none (BLOCK). The command has a connection of its own while it waits.
     *
     * @param timeout how long at most, in whole milliseconds; zero for without end
     */
    public XReadArgs block(Duration timeout) {
        Arguments.notNegativeMillis("timeout", timeout);
        return new XReadArgs(count, timeout);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (count > 0) {
            command.word("COUNT").number(count);
        }
        if (timeout != null) {
            command.word("BLOCK").blockMillis("timeout", timeout);
        }
    }
}
