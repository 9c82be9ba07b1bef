package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest sample of a time series.
 *
 * @param key key of the series
 * @param labels its labels as far as they were asked for; null for one that was asked for and that it does not have
 * @param sample its latest sample; null if it has none
 * @param <K> type of the keys
 */
public record TimeSeriesSample<K>(
        K key,
        Map<String, @Nullable String> labels,
        @Nullable TimeSample sample) {
    /** Copies the labels. */
    public TimeSeriesSample {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
