package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.List;

/**
 * What one call of a scan found. A page may be empty although the scan has not ended, and an element may appear in
 * more than one page.
 *
 * @param cursor where the next call goes on
 * @param elements what this call found, in no particular order
 * @param <T> type of the elements
 */
public record ScanPage<T>(ScanCursor cursor, List<T> elements) {
    /** Wraps the list. */
    public ScanPage {
        elements = Collections.unmodifiableList(elements);
    }

    /** Whether the scan has ended with this page. */
    public boolean isLast() {
        return cursor.isFinished();
    }
}
