package io.sorrel.redis.command.reply;

import java.util.List;

/**
 * Samples of several time series that became one.
 *
 * @param label name of the label that they have in common
 * @param value their value of that label
 * @param sources keys of the series as text; RESP2 joins them with commas, so that a key with a comma comes in parts
 * @param samples the samples, in the order that was asked for
 */
public record TimeSeriesGroup(String label, String value, List<String> sources, List<TimeSample> samples) {
    /** Copies the lists. */
    public TimeSeriesGroup {
        sources = List.copyOf(sources);
        samples = List.copyOf(samples);
    }
}
