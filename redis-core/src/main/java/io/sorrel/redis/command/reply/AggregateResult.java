package io.sorrel.redis.command.reply;

import java.util.List;

/**
 * What a query has made of documents.
 *
 * @param total what the server tells of the number of rows before they were limited: for FT.AGGREGATE not always exact
 * @param rows the rows, in the order that was asked for
 * @param warnings what went wrong, such as a timeout that makes the result incomplete; for FT.AGGREGATE only in RESP3
 * @param <V> type of the values
 */
public record AggregateResult<V>(long total, List<AggregateRow<V>> rows, List<String> warnings) {
    /** Copies the lists. */
    public AggregateResult {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }
}
