package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.StreamId;
import java.util.Collections;
import java.util.List;

/**
 * What one call of XAUTOCLAIM did.
 *
 * @param next where the next call goes on
 * @param claimed what the consumer has now
 * @param deleted IDs of pending entries that the stream has lost, and that are not pending any more; empty before
 *     Redis 7.0, which leaves them pending
 * @param <T> entries, or their IDs
 */
public record ClaimedPage<T>(StreamId next, List<T> claimed, List<StreamId> deleted) {
    /** Wraps the lists. */
    public ClaimedPage {
        claimed = Collections.unmodifiableList(claimed);
        deleted = Collections.unmodifiableList(deleted);
    }

    /** Whether all pending entries have been gone through; going on would start from the beginning. */
    public boolean isLast() {
        return next.equals(StreamId.MIN);
    }
}
