package io.sorrel.redis.api;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One pass, page by page. */
final class ScanIterator<C, T> implements Iterator<T> {
    private final Function<C, Page<C, T>> pages;
    private @Nullable C next;
    private Iterator<T> page = Collections.emptyIterator();

    ScanIterator(C first, Function<C, Page<C, T>> pages) {
        this.next = first;
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            Page<C, T> found = pages.apply(next);
            next = found.next();
            page = found.elements().iterator();
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
