package io.sorrel.redis.api;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** One pass of a scan, page by page. */
final class ScanIterator<T> implements Iterator<T> {
    private final Function<ScanCursor, ScanPage<T>> pages;
    private ScanCursor cursor = ScanCursor.START;
    private Iterator<T> page = Collections.emptyIterator();

    ScanIterator(Function<ScanCursor, ScanPage<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !cursor.isFinished()) {
            ScanPage<T> next = pages.apply(cursor);
            cursor = next.cursor();
            page = next.elements().iterator();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the scan has ended");
        }
        return page.next();
    }
}
