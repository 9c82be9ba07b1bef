package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

/**
 * One of several values that JSON.MSET sets.
 *
 * @param key key of the document
 * @param path where in the document, a JSONPath: {@code $} for the whole of it, which a new document needs
 * @param json the value as JSON text
 * @param <K> type of the keys
 */
public record JsonUpdate<K>(K key, String path, String json) {
    /** Refuses null. */
    public JsonUpdate {
        notNull("key", key);
        notNull("path", path);
        notNull("json", json);
    }
}
