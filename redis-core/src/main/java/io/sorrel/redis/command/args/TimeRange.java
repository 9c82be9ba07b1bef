package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Instant;

/**
 * A range of moments of a time series, both ends included; what is finer than milliseconds is dropped. Immutable.
 */
public final class TimeRange implements CommandArgs {
    private static final String EARLIEST = "-";
    private static final String LATEST = "+";
    private static final TimeRange ALL = new TimeRange(EARLIEST, LATEST);

    private final String from;
    private final String to;

    private TimeRange(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** From the earliest sample to the latest. */
    public static TimeRange all() {
        return ALL;
    }

    /**
     * From one moment to another.
     *
     * @param from not before the epoch
     * @param to not before {@code from}
     */
    public static TimeRange between(Instant from, Instant to) {
        long first = Arguments.sinceEpochMillis("from", from);
        long last = Arguments.sinceEpochMillis("to", to);
        if (first > last) {
            throw new IllegalArgumentException("from must not be after to, but is " + from + ", and to is " + to);
        }
        return new TimeRange(Long.toString(first), Long.toString(last));
    }

    /**
     * From a moment to the latest sample.
     *
     * @param from not before the epoch
     */
    public static TimeRange since(Instant from) {
        return new TimeRange(Long.toString(Arguments.sinceEpochMillis("from", from)), LATEST);
    }

    /**
     * From the earliest sample to a moment.
     *
     * @param to not before the epoch
     */
    public static TimeRange until(Instant to) {
        return new TimeRange(EARLIEST, Long.toString(Arguments.sinceEpochMillis("to", to)));
    }

    /** Writes where it starts and where it ends. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(from).word(to);
    }
}
