package io.sorrel.redis.command.reply;

import java.time.Instant;
import java.util.List;

/**
 * The values of several time series at one moment.
 *
 * @param time the moment, in whole milliseconds
 * @param values one value for each series, in their order; NaN where a series has none
 */
public record TimeRow(Instant time, List<Double> values) {
    /** Copies the list. */
    public TimeRow {
        values = List.copyOf(values);
    }
}
