package io.sorrel.redis.api;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call of several found.
 *
 * @param elements what it found
 * @param next where the next call goes on; null after the last one
 * @param <C> type of what says where a call goes on
 * @param <T> type of the elements
 */
record Page<C, T>(List<T> elements, @Nullable C next) {
    /** A page as scans have it. */
    static <T> Page<ScanCursor, T> of(ScanPage<T> page) {
        return new Page<>(page.elements(), page.isLast() ? null : page.cursor());
    }
}
