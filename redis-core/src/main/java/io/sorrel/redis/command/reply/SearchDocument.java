package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that FT.SEARCH has found.
 *
 * @param key its key
 * @param score how well it fits; null unless asked for
 * @param explanation how the score came about; null unless asked for
 * @param payload its payload; null unless asked for, or if it has none
 * @param sortKey by what it is sorted, behind {@code $} for a text and {@code #} for a number; null unless asked for, or
 *     if it is not sorted by a field
 * @param fields its fields by their names, and a JSON document as a whole under {@code $}; empty if they were not asked
 *     for, or if the document has ended meanwhile
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public record SearchDocument<K, V>(
        K key,
        @Nullable Double score,
        @Nullable ScoreExplanation explanation,
        @Nullable V payload,
        @Nullable String sortKey,
        Map<String, V> fields) {
    /** Copies the fields. */
    public SearchDocument {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
