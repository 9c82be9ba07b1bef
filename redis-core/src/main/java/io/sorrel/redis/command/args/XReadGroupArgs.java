package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;

/** Options of XREADGROUP: how many entries, whether to wait for one, and whether they are acknowledged. Immutable. */
public final class XReadGroupArgs implements CommandArgs {
    private static final XReadGroupArgs DEFAULTS = new XReadGroupArgs(XReadArgs.defaults(), false);

    private final XReadArgs common;
    private final boolean noAck;

    private XReadGroupArgs(XReadArgs common, boolean noAck) {
        this.common = common;
        this.noAck = noAck;
    }

    /** All entries that there are, without waiting; each is pending until it is acknowledged. */
    public static XReadGroupArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Not more than so many entries of each stream (COUNT).
     *
     * @param count at least 1
     */
    public XReadGroupArgs count(long count) {
        return new XReadGroupArgs(common.count(count), noAck);
    }

    /**
     * Waits where there is none (BLOCK); only for entries that no consumer has been given. The command has a connection
     * of its own while it waits.
     *
     * @param timeout how long at most, in whole milliseconds; zero for without end
     */
    public XReadGroupArgs block(Duration timeout) {
        return new XReadGroupArgs(common.block(timeout), noAck);
    }

    /** Takes entries for acknowledged as they are read (NOACK): what a consumer has not used when it ends is lost. */
    public XReadGroupArgs noAck() {
        return new XReadGroupArgs(common, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        common.writeTo(command);
        if (noAck) {
            command.word("NOACK");
        }
    }
}
