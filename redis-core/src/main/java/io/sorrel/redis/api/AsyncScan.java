package io.sorrel.redis.api;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a scan finds, or a range of a stream, page by page, without a thread that waits. Each call of a method is a new
 * scan; a page is fetched when the one before has been dealt with, and no more than one is held. A scan ends early when its
 * consumer throws or its future is completed or cancelled; that needs no closing.
 *
 * @param <T> type of what is found
 */
public final class AsyncScan<T> {
    private final AsyncPages<?, T> pages;

    AsyncScan(Function<ScanCursor, CompletableFuture<ScanPage<T>>> pages) {
        this(new AsyncPages<>(ScanCursor.START, cursor -> pages.apply(cursor).thenApply(Page::of)));
    }

    AsyncScan(AsyncPages<?, T> pages) {
        this.pages = pages;
    }

    /**
     * Scans, and calls the consumer for each element, one after the other, where futures complete.
     *
     * @return completes at the end of the scan, or with the first failure
     */
    public CompletableFuture<@Nullable Void> forEach(Consumer<? super T> consumer) {
        return forEachPage(page -> {
            page.forEach(consumer);
            return CompletableFuture.completedFuture(null);
        });
    }

    /**
     * Scans, and asks for the next page when the stage that the function returns for the one before has completed.
     *
     * @param function gets each page, also empty ones
     * @return completes at the end of the scan, or with the first failure
     */
    public CompletableFuture<@Nullable Void> forEachPage(
            Function<? super List<T>, ? extends CompletionStage<?>> function) {
        return pages.forEach(function);
    }

    /**
     * Scans to the end and returns all that was found; in no particular order and perhaps more than once, except the
     * entries of a stream.
     */
    public CompletableFuture<List<T>> toList() {
        List<T> found = new ArrayList<>();
        return forEach(found::add).thenApply(end -> found);
    }
}
