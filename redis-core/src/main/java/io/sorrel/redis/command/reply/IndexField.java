package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field that an index knows.
 *
 * @param identifier name of the field in the documents, or a path
 * @param name its name in queries
 * @param type such as {@code TEXT}, {@code TAG} or {@code VECTOR}
 * @param options further settings with their values as texts, such as {@code WEIGHT}
 * @param flags further settings without values, such as {@code SORTABLE}
 */
public record IndexField(String identifier, String name, String type, Map<String, String> options, List<String> flags) {
    /** Copies the collections. */
    public IndexField {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        flags = List.copyOf(flags);
    }
}
