package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of an index. A number that it does not tell is -1.
 *
 * @param name name of the index
 * @param documentType {@code HASH} or {@code JSON}; null where the server does not tell
 * @param prefixes how the keys of its documents begin
 * @param options options that it was created with, such as {@code NOFREQS}
 * @param fields the fields that it knows
 * @param documents how many documents it has
 * @param terms how many different words it has
 * @param records how many entries it has
 * @param failures how many documents could not be indexed
 * @param indexing whether documents that exist already are being indexed
 * @param indexed how much of these is done, from 0 to 1; NaN where the server does not tell
 * @param all all that the server says, as plain values: maps, lists, texts and numbers, of which the shape differs with
 *     the protocol
 */
public record IndexInfo(
        String name,
        @Nullable String documentType,
        List<String> prefixes,
        List<String> options,
        List<IndexField> fields,
        long documents,
        long terms,
        long records,
        long failures,
        boolean indexing,
        double indexed,
        Map<String, @Nullable Object> all) {
    /** Copies the collections. */
    public IndexInfo {
        prefixes = List.copyOf(prefixes);
        options = List.copyOf(options);
        fields = List.copyOf(fields);
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }
}
