package io.sorrel.redis.command.reply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of fields that a query has made of documents. Numbers are texts, as in hashes.
 *
 * @param fields the fields by their names: of a list all its values, otherwise one, or none for null; a value is null only where the codec decodes it to null
 * @param <V> type of the values
 */
public record AggregateRow<V>(Map<String, List<V>> fields) {
    /** Copies the fields. */
    public AggregateRow {
        Map<String, List<V>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, Collections.unmodifiableList(new ArrayList<>(values))));
        fields = Collections.unmodifiableMap(copy);
    }

    /** The value of a field, of a list the first; null if there is none. */
    public @Nullable V value(String field) {
        List<V> values = values(field);
        return values.isEmpty() ? null : values.get(0);
    }

    /** All values of a field; empty if there are none. */
    public List<V> values(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
