package io.sorrel.redis.api;

import io.sorrel.redis.CallStyle;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One pass of an async scan for a caller that waits: it asks for a page when it has used up the one before. */
final class AwaitedScan<T> implements Iterator<T> {
    private final AsyncScan<T> scan;
    private volatile CompletableFuture<Optional<List<T>>> arriving = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<@Nullable Void> used;
    private Iterator<T> page = Collections.emptyIterator();
    private boolean over;

    AwaitedScan(AsyncScan<T> scan) {
        this.scan = scan;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !over) {
            arriving = new CompletableFuture<>();
            askForAPage();
            Optional<List<T>> arrived = CallStyle.resultOf(arriving);
            over = arrived.isEmpty();
            page = arrived.orElse(List.of()).iterator();
        }
        return page.hasNext();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What the scan comes to arrives instead of a page.
    private void askForAPage() {
        CompletableFuture<@Nullable Void> before = used;
        if (before == null) {
            scan.forEachPage(this::arrive).whenComplete(this::end);
        } else {
            before.complete(null);
        }
    }

    private CompletableFuture<@Nullable Void> arrive(List<T> elements) {
        CompletableFuture<@Nullable Void> stage = new CompletableFuture<>();
        used = stage;
        arriving.complete(Optional.of(elements));
        return stage;
    }

    private void end(@Nullable Void nothing, @Nullable Throwable failure) {
        if (failure == null) {
            arriving.complete(Optional.empty());
        } else {
            arriving.completeExceptionally(failure);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the scan has ended");
        }
        return page.next();
    }
}
