package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples of a time series.
 *
 * @param key key of the series
 * @param labels its labels as far as they were asked for; null for one that was asked for and that it does not have
 * @param samples its samples, in the order that was asked for
 * @param <K> type of the keys
 */
public record TimeSeriesSamples<K>(K key, Map<String, @Nullable String> labels, List<TimeSample> samples) {
    /** Copies the collections. */
    public TimeSeriesSamples {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        samples = List.copyOf(samples);
    }
}
