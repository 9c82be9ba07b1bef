package io.sorrel.redis.api;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a scan finds, page by page, without a thread that waits. Each call of a method is a new scan; a page is fetched
 * when the one before has been dealt with, and no more than one is held. A scan ends early when its consumer throws or its
 * future is completed or cancelled; that needs no closing.
 *
 * @param <T> type of what is found
 */
public final class AsyncScan<T> {
    private final Function<ScanCursor, CompletableFuture<ScanPage<T>>> pages;

    AsyncScan(Function<ScanCursor, CompletableFuture<ScanPage<T>>> pages) {
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
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        fetch(ScanCursor.START, function, end);
        return end;
    }

    /** Scans to the end and returns all that was found, in no particular order and perhaps more than once. */
    public CompletableFuture<List<T>> toList() {
        List<T> found = new ArrayList<>();
        return forEach(found::add).thenApply(end -> found);
    }

    /** Pages that are there at once are dealt with in a loop, so that a long scan does not become a deep stack. */
    @SuppressWarnings("FutureReturnValueIgnored") // What the stage comes to goes to the end of the scan.
    private void fetch(
            ScanCursor start,
            Function<? super List<T>, ? extends CompletionStage<?>> function,
            CompletableFuture<@Nullable Void> end) {
        CompletableFuture<ScanCursor> step = step(start, function);
        while (step.isDone() && !step.isCompletedExceptionally() && !isOver(step.join(), end)) {
            step = step(step.join(), function);
        }
        if (!end.isDone()) {
            step.whenComplete((next, failure) -> {
                if (failure != null) {
                    end.completeExceptionally(cause(failure));
                } else if (!isOver(next, end)) {
                    fetch(next, function, end);
                }
            });
        }
    }

    private CompletableFuture<ScanCursor> step(
            ScanCursor cursor, Function<? super List<T>, ? extends CompletionStage<?>> function) {
        return pages.apply(cursor)
                .thenCompose(page -> function.apply(page.elements()).thenApply(dealtWith -> page.cursor()));
    }

    private static boolean isOver(ScanCursor next, CompletableFuture<@Nullable Void> end) {
        return next.isFinished() ? end.complete(null) || end.isDone() : end.isDone();
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }
}
