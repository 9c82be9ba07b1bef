package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a time series. A number that it does not tell is -1.
 *
 * @param samples how many samples it has
 * @param memory bytes of memory it takes
 * @param first moment of its earliest sample; null if it has none
 * @param last moment of its latest sample; null if it has none
 * @param retention how much older than the latest a sample may become; zero for samples that stay
 * @param chunks of how many chunks it consists
 * @param chunkSize bytes of memory of a new chunk
 * @param chunkType {@code compressed} or {@code uncompressed}; null where the server does not tell
 * @param duplicatePolicy what it does with a sample for a moment that has one; null for what the server does unasked
 * @param labels its labels
 * @param source key of the series that fills this one; null if none does
 * @param rules which series it fills
 * @param chunkDetails its chunks, if they were asked for
 * @param <K> type of the keys
 */
public record TimeSeriesInfo<K>(
        long samples,
        long memory,
        @Nullable Instant first,
        @Nullable Instant last,
        Duration retention,
        long chunks,
        long chunkSize,
        @Nullable String chunkType,
        @Nullable String duplicatePolicy,
        Map<String, @Nullable String> labels,
        @Nullable K source,
        List<Rule<K>> rules,
        List<Chunk> chunkDetails) {
    /** Copies the collections. */
    public TimeSeriesInfo {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        rules = List.copyOf(rules);
        chunkDetails = List.copyOf(chunkDetails);
    }

    /**
     * How one series fills another.
     *
     * @param destination key of the other series
     * @param bucket how long a bucket is
     * @param aggregator how the values of a bucket become one, such as {@code AVG}
     * @param alignment a moment at which a bucket starts
     * @param <K> type of the keys
     */
    public record Rule<K>(K destination, Duration bucket, String aggregator, Instant alignment) {}

    /**
     * A part of a series.
     *
     * @param first moment of its earliest sample
     * @param last moment of its latest sample
     * @param samples how many samples it has
     * @param size bytes of memory of its samples
     * @param bytesPerSample bytes of each; infinite if it has none
     */
    public record Chunk(Instant first, Instant last, long samples, long size, double bytesPerSample) {}
}
