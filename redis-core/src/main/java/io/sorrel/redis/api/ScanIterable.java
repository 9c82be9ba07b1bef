package io.sorrel.redis.api;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a scan finds, or a range of a stream. Each iterator and each stream is a new scan, used by one thread;
 * {@code hasNext} and {@code next} wait for a page where one is needed, and throw a
 * {@link io.sorrel.redis.error.RedisException} where it cannot be had; asking again asks for the same page again. A scan
 * that is left early needs no closing.
 *
 * @param <T> type of what is found
 */
public final class ScanIterable<T> implements Iterable<T> {
    private final Supplier<Iterator<T>> passes;

    ScanIterable(Function<ScanCursor, ScanPage<T>> pages) {
        this(() -> new ScanIterator<>(ScanCursor.START, cursor -> Page.of(pages.apply(cursor))));
    }

    ScanIterable(Supplier<Iterator<T>> passes) {
        this.passes = passes;
    }

    /** Starts a scan. */
    @Override
    public Iterator<T> iterator() {
        return passes.get();
    }

    /** Starts a scan; sequential. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }
}
