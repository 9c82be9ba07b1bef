package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.ContentMap;
import io.sorrel.redis.command.StreamId;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An entry of a stream.
 *
 * @param id its ID
 * @param pairs its fields and values in order, in which a field may appear more than once; empty for an entry that was
 *     deleted while it was pending
 * @param <K> type of the fields
 * @param <V> type of the values
 */
public record StreamEntry<K, V>(StreamId id, List<Map.Entry<K, V>> pairs) {
    /** Wraps the list. */
    public StreamEntry {
        pairs = Collections.unmodifiableList(pairs);
    }

    /** The values by field, made anew by each call; the last value of a field that appears more than once. */
    public Map<K, V> fields() {
        Map<K, V> fields = new ContentMap<>();
        for (Map.Entry<K, V> pair : pairs) {
            fields.put(pair.getKey(), pair.getValue());
        }
        return fields;
    }

    /** Whether the stream has lost the entry, which a consumer has not acknowledged yet. */
    public boolean isDeleted() {
        return pairs.isEmpty();
    }
}
