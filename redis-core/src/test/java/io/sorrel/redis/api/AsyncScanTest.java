package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AsyncScanTest {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final Map<String, ScanPage<String>> pages = Map.of(
            "0", new ScanPage<>(ScanCursor.of("7"), List.of("a", "b")),
            "7", new ScanPage<>(ScanCursor.of("3"), List.of()),
            "3", new ScanPage<>(ScanCursor.of("0"), List.of("c")));
    private final List<String> asked = new ArrayList<>();
    private final List<CompletableFuture<ScanPage<String>>> replies = new ArrayList<>();
    private final AsyncScan<String> scan = new AsyncScan<>(this::page);

    private CompletableFuture<ScanPage<String>> page(ScanCursor cursor) {
        asked.add(cursor.toString());
        replies.add(new CompletableFuture<>());
        return replies.get(replies.size() - 1);
    }

    private void reply() {
        replies.get(replies.size() - 1).complete(pages.get(asked.get(asked.size() - 1)));
    }

    @Test
    void goesOnAfterAnEmptyPageAndEndsWithTheLast() {
        CompletableFuture<List<String>> found = scan.toList();
        reply();
        reply();
        assertThat(found).isNotDone();
        reply();
        assertThat(found).isCompletedWithValue(List.of("a", "b", "c"));
        assertThat(asked).containsExactly("0", "7", "3");
    }

    @Test
    void asksForAPageWhenTheOneBeforeHasBeenDealtWith() {
        List<CompletableFuture<Void>> stages = new ArrayList<>();
        CompletableFuture<Void> end = scan.forEachPage(page -> {
            stages.add(new CompletableFuture<>());
            return stages.get(stages.size() - 1);
        });
        assertThat(asked).containsExactly("0");
        reply();
        assertThat(asked).containsExactly("0");
        stages.get(0).complete(null);
        assertThat(asked).containsExactly("0", "7");
        assertThat(end).isNotDone();
    }

    @Test
    void endsWithTheFirstFailure() {
        IllegalStateException lost = new IllegalStateException("lost");
        CompletableFuture<List<String>> found = scan.toList();
        reply();
        replies.get(1).completeExceptionally(lost);
        assertThat(found).isCompletedExceptionally();
        assertThat(found.handle((list, failure) -> failure.getCause())).isCompletedWithValue(lost);

        IllegalArgumentException thrown = new IllegalArgumentException("consumer");
        CompletableFuture<Void> end = scan.forEach(element -> {
            throw thrown;
        });
        reply();
        assertThat(end.handle((nothing, failure) -> failure)).isCompletedWithValue(thrown);
        assertThat(asked).containsExactly("0", "7", "0");
    }

    @Test
    void goesNoFurtherOnceItsFutureIsOver() {
        CompletableFuture<Void> end = scan.forEach(element -> {});
        end.cancel(false);
        reply();
        assertThat(asked).containsExactly("0");
    }

    @Test
    void aLongScanWhosePagesAreThereAtOnceNeedsNoDeepStack() {
        int[] count = {0};
        AsyncScan<Integer> immediate = new AsyncScan<>(cursor -> CompletableFuture.completedFuture(
                new ScanPage<>(ScanCursor.of(++count[0] < 100_000 ? "1" : "0"), List.of(count[0]))));
        assertThat(immediate.toList()).isCompletedWithValueMatching(found -> found.size() == 100_000);
    }

    @Test
    void aStageMayBeAnyStage() {
        CompletionStage<Void> stage = DONE.minimalCompletionStage();
        CompletableFuture<Void> end = scan.forEachPage(page -> stage);
        reply();
        reply();
        reply();
        assertThat(end).isCompleted();
    }
}
