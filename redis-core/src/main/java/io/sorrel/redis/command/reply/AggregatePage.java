package io.sorrel.redis.command.reply;

/**
 * A portion of the rows that FT.AGGREGATE has made.
 *
 * @param result the rows
 * @param cursor number of the cursor with which the next portion is read; 0 if there is none
 * @param <V> type of the values
 */
public record AggregatePage<V>(AggregateResult<V> result, long cursor) {
    /** Whether there are no further rows. */
    public boolean isLast() {
        return cursor == 0;
    }
}
