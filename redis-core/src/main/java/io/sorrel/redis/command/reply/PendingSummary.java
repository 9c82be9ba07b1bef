package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.StreamId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the consumers of a group have not acknowledged.
 *
 * @param count how many entries
 * @param first the lowest of their IDs; null if there are none
 * @param last the highest of their IDs; null if there are none
 * @param consumers how many each consumer has, without those that have none
 */
public record PendingSummary(
        long count, @Nullable StreamId first, @Nullable StreamId last, Map<String, Long> consumers) {
    /** Copies the map. */
    public PendingSummary {
        consumers = Collections.unmodifiableMap(new LinkedHashMap<>(consumers));
    }
}
