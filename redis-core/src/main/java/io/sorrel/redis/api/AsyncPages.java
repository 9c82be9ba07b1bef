package io.sorrel.redis.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes over pages that arrive as futures. */
final class AsyncPages<C, T> {
    private final C first;
    private final Function<C, CompletableFuture<Page<C, T>>> pages;

    AsyncPages(C first, Function<C, CompletableFuture<Page<C, T>>> pages) {
        this.first = first;
        this.pages = pages;
    }

    /** Hands each page to the function, once the stage that it returned for the page before has completed. */
    CompletableFuture<@Nullable Void> forEach(Function<? super List<T>, ? extends CompletionStage<?>> function) {
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        fetch(first, function, end);
        return end;
    }

    /** Pages that are there at once are dealt with in a loop, so that a long scan does not become a deep stack. */
    @SuppressWarnings("FutureReturnValueIgnored") // What the stage comes to goes to the end of the scan.
    private void fetch(
            C start,
            Function<? super List<T>, ? extends CompletionStage<?>> function,
            CompletableFuture<@Nullable Void> end) {
        CompletableFuture<Page<C, T>> step = step(start, function);
        while (step.isDone() && !step.isCompletedExceptionally()) {
            C next = nextUnlessOver(step.join(), end);
            if (next == null) {
                return;
            }
            step = step(next, function);
        }
        step.whenComplete((page, failure) -> {
            C next = failure == null ? nextUnlessOver(page, end) : null;
            if (failure != null) {
                end.completeExceptionally(cause(failure));
            } else if (next != null) {
                fetch(next, function, end);
            }
        });
    }

    private CompletableFuture<Page<C, T>> step(
            C start, Function<? super List<T>, ? extends CompletionStage<?>> function) {
        return pages.apply(start)
                .thenCompose(page -> function.apply(page.elements()).thenApply(dealtWith -> page));
    }

    private @Nullable C nextUnlessOver(Page<C, T> page, CompletableFuture<@Nullable Void> end) {
        if (page.next() == null) {
            end.complete(null);
        }
        return end.isDone() ? null : page.next();
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }
}
