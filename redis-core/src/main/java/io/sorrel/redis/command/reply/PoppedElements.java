package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.List;

/**
 * Elements that were taken out of one of several lists or sorted sets.
 *
 * @param key key of the list or sorted set
 * @param elements the elements, at least one, in the order in which they were taken
 * @param <K> type of the keys
 * @param <V> type of the elements
 */
public record PoppedElements<K, V>(K key, List<V> elements) {
    /** Wraps the list. */
    public PoppedElements {
        elements = Collections.unmodifiableList(elements);
    }
}
