package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of several samples that TS.MADD adds.
 *
 * @param key key of the series
 * @param moment its moment, not before the epoch; null for this moment by the server's clock
 * @param value the value; finite, or NaN since Redis 8.6
 * @param <K> type of the keys
 */
public record TsSample<K>(K key, @Nullable Instant moment, double value) {
    /** Refuses a missing key, a moment before the epoch, and infinity. */
    public TsSample {
        CommandBuilder.notNull("key", key);
        if (moment != null) {
            moment = Instant.ofEpochMilli(Arguments.sinceEpochMillis("moment", moment));
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("value must not be infinite, but is " + value);
        }
    }

    /** A sample for this moment by the server's clock. */
    public static <K> TsSample<K> now(K key, double value) {
        return new TsSample<>(key, null, value);
    }
}
