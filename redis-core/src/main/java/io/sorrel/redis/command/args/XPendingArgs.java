package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which pending entries XPENDING lists. Immutable. */
public final class XPendingArgs implements CommandArgs {
    private final StreamRange range;
    private final long count;
    private final @Nullable Duration idle;
    private final @Nullable String consumer;

    private XPendingArgs(StreamRange range, long count, @Nullable Duration idle, @Nullable String consumer) {
        this.range = range;
        this.count = count;
        this.idle = idle;
        this.consumer = consumer;
    }

    /**
     * Those of a range, from its first one on.
     *
     * @param range the range
     * @param count how many at most, at least 1
     */
    public static XPendingArgs range(StreamRange range, long count) {
        return new XPendingArgs(CommandBuilder.notNull("range", range), Arguments.positive("count", count), null, null);
    }

    /**
     * Only those that were last delivered at least so long ago (IDLE, since 6.2.0).
     *
     * @param atLeast in whole milliseconds, not negative
     */
    public XPendingArgs idle(Duration atLeast) {
        Arguments.notNegativeMillis("atLeast", atLeast);
        return new XPendingArgs(range, count, atLeast, consumer);
    }

    /** Only those of one consumer. */
    public XPendingArgs consumer(String name) {
        return new XPendingArgs(range, count, idle, CommandBuilder.notNull("name", name));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (idle != null) {
            command.word("IDLE").millis("idle", idle);
        }
        command.args("range", range).number(count);
        if (consumer != null) {
            command.text("consumer", consumer);
        }
    }
}
