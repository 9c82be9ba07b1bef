package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From where TS.READ reads, how much, and whether it waits for samples. Immutable. */
public final class TsReadArgs implements CommandArgs {
    private final String from;
    private final @Nullable Duration timeout;
    private final long minimum;
    private final long maximum;

    private TsReadArgs(String from, @Nullable Duration timeout, long minimum, long maximum) {
        this.from = from;
        this.timeout = timeout;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** From the earliest sample. */
    public static TsReadArgs fromEarliest() {
        return new TsReadArgs("-", null, 0, 0);
    }

    /** From the latest sample, included. */
    public static TsReadArgs fromLatest() {
        return new TsReadArgs("+", null, 0, 0);
    }

    /** Only samples that are added behind the latest once the server has the command; for {@link #block}. */
    public static TsReadArgs onlyNew() {
        return new TsReadArgs("$", null, 0, 0);
    }

    /**
     * From a moment, included; a millisecond behind the last sample to go on.
     *
     * @param moment not before the epoch; what is finer than milliseconds is dropped
     */
    public static TsReadArgs from(Instant moment) {
        return new TsReadArgs(Long.toString(Arguments.sinceEpochMillis("moment", moment)), null, 0, 0);
    }

    /**
     * The server waits until there are enough samples (BLOCK).
     *
     * @param newTimeout how long at most, in whole milliseconds; zero for without end
     * @param atLeast for how many samples, at least 1
     */
    public TsReadArgs block(Duration newTimeout, long atLeast) {
        Arguments.notNegativeMillis("newTimeout", newTimeout);
        return checked(new TsReadArgs(from, newTimeout, Arguments.positive("atLeast", atLeast), maximum));
    }

    /**
     * So many samples at most, the earliest (MAX_COUNT).
     *
     * @param atMost at least 1, and as many as {@link #block} waits for
     */
    public TsReadArgs count(long atMost) {
        return checked(new TsReadArgs(from, timeout, minimum, Arguments.positive("atMost", atMost)));
    }

    /** Whether the server may wait. */
    public boolean mayBlock() {
        return timeout != null;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(from);
        if (timeout != null) {
            command.word("BLOCK").blockMillis("newTimeout", timeout).number(minimum);
        }
        if (maximum > 0) {
            command.word("MAX_COUNT").number(maximum);
        }
    }

    private static TsReadArgs checked(TsReadArgs changed) {
        if (changed.maximum > 0 && changed.minimum > changed.maximum) {
            throw new IllegalArgumentException(
                    "atLeast must be at most atMost, but is " + changed.minimum + ", and atMost is " + changed.maximum);
        }
        return changed;
    }
}
