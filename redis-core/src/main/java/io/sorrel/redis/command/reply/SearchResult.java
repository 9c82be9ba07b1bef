package io.sorrel.redis.command.reply;

import java.util.List;

/**
 * What FT.SEARCH has found.
 *
 * @param total how many documents there are, of which these may be a part
 * @param documents the documents, in the order that was asked for
 * @param warnings what went wrong, such as a timeout that makes the result incomplete; only in RESP3
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public record SearchResult<K, V>(long total, List<SearchDocument<K, V>> documents, List<String> warnings) {
    /** Copies the lists. */
    public SearchResult {
        documents = List.copyOf(documents);
        warnings = List.copyOf(warnings);
    }
}
