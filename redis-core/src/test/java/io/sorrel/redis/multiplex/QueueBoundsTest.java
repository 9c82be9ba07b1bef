package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@TimingTest
class QueueBoundsTest {
    private final QueueBounds bounds = new QueueBounds(10, 1_000);

    private static Deadline later() {
        return Deadline.after(Duration.ofMinutes(5));
    }

    private boolean enter(int size, Deadline deadline) {
        try {
            return bounds.enter(size, false, deadline);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A caller that waits; returns when it does. */
    private CompletableFuture<Boolean> waiter(int size) {
        int before = bounds.waiting();
        CompletableFuture<Boolean> entered = InBackground.call(() -> enter(size, later()));
        Await.until(() -> bounds.waiting() > before);
        return entered;
    }

    private void assertUnderWay(long commands, long bytes) {
        assertThat(bounds.commands()).isEqualTo(commands);
        assertThat(bounds.bytes()).isEqualTo(bytes);
    }

    @Test
    void countsCommandsUntilTheyAreOverAndBytesUntilTheyAreSent() {
        assertThat(bounds.tryEnter(100)).isTrue();
        assertThat(bounds.tryEnter(200)).isTrue();
        assertUnderWay(2, 300);
        bounds.sent(300);
        assertUnderWay(2, 0);
        bounds.ended(2);
        assertUnderWay(0, 0);
        bounds.tryEnter(70);
        bounds.left(70);
        assertUnderWay(0, 0);
    }

    @Test
    void refusesWhatDoesNotFit() {
        for (int i = 0; i < 10; i++) {
            assertThat(bounds.tryEnter(1)).isTrue();
        }
        assertThat(bounds.tryEnter(1)).isFalse();
        bounds.left(1);
        assertThat(bounds.tryEnter(992)).isFalse();
        assertThat(bounds.tryEnter(991)).isTrue();
        assertUnderWay(10, 1_000);
    }

    @Test
    void letsInOneThatIsLargerThanTheBoundWhenNothingElseWaitsToBeSent() {
        bounds.tryEnter(1);
        assertThat(bounds.tryEnter(5_000)).isFalse();
        bounds.sent(1);
        assertThat(bounds.tryEnter(Integer.MAX_VALUE)).isTrue();
        assertThat(bounds.tryEnter(1)).isFalse();
        assertUnderWay(2, Integer.MAX_VALUE);
    }

    @Test
    void waitsForRoomAndNotBeyondTheDeadline() {
        bounds.tryEnter(1_000);
        CompletableFuture<Boolean> waiting = waiter(600);
        assertThat(enter(600, Deadline.after(Duration.ofMillis(1)))).isFalse();
        assertThat(enter(600, Deadline.after(Duration.ZERO))).isFalse();
        bounds.sent(1_000);
        assertThat(waiting.join()).isTrue();
        assertUnderWay(2, 600);
        assertThat(bounds.waiting()).isZero();
    }

    @Test
    void aLargeOneThatDoesNotFitYetHoldsUpNoSmallerOneBehindIt() {
        bounds.tryEnter(950);
        bounds.tryEnter(50);
        CompletableFuture<Boolean> large = waiter(500);
        CompletableFuture<Boolean> small = waiter(50);
        bounds.left(50);
        assertThat(small.join()).isTrue();
        assertThat(large).isNotDone();
        bounds.left(950);
        assertThat(large.join()).isTrue();
    }

    @Test
    void everybodyForWhomThereIsRoomIsLetInAtOnce() {
        bounds.tryEnter(1_000);
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waiting.add(waiter(100));
        }
        bounds.sent(1_000);
        assertThat(waiting).allMatch(CompletableFuture::join);
        assertUnderWay(10, 900);
    }

    @Test
    void anInterruptEndsTheWaitAndTakesNothing() {
        bounds.tryEnter(1_000);
        Thread[] thread = new Thread[1];
        CompletableFuture<Void> interrupted = InBackground.run(() -> {
            thread[0] = Thread.currentThread();
            assertThatThrownBy(() -> bounds.enter(1, false, later())).isInstanceOf(InterruptedException.class);
        });
        Await.until(() -> bounds.waiting() == 1);
        thread[0].interrupt();
        interrupted.join();
        bounds.sent(1_000);
        assertUnderWay(1, 0);
        assertThat(bounds.waiting()).isZero();
    }

    @Test
    void closingEndsTheWaitsOfThoseWhoWaitAndOfThoseWhoCome() {
        bounds.tryEnter(1_000);
        CompletableFuture<Boolean> first = waiter(1);
        CompletableFuture<Boolean> second = waiter(1);
        bounds.close();
        assertThat(first.join()).isFalse();
        assertThat(second.join()).isFalse();
        assertThat(enter(1, later())).isFalse();
        assertUnderWay(1, 1_000);
    }

    @Test
    void tellsWhenNothingIsUnderWayAnyMore() throws InterruptedException {
        bounds.tryEnter(10);
        bounds.awaitEmpty(1);
        CompletableFuture<Void> empty = InBackground.run(() -> {
            try {
                bounds.awaitEmpty(Duration.ofMinutes(5).toNanos());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Await.until(() -> bounds.waiting() == 1);
        bounds.sent(10);
        bounds.ended(1);
        empty.join();
        assertUnderWay(0, 0);
    }

    @Test
    void resultsThatWaitTakePlacesExceptFromCallbacks() {
        bounds.handedOver(8);
        assertThat(bounds.tryEnter(1)).isTrue();
        assertThat(bounds.tryEnter(1)).isTrue();
        assertThat(bounds.tryEnter(1)).isFalse();
        assertThat(bounds.tryEnter(1, true)).isTrue();
        assertUnderWay(3, 3);

        CompletableFuture<Boolean> waiter = waiter(1);
        bounds.begun(1);
        assertThat(waiter).isNotDone();
        bounds.begun(1);
        assertThat(waiter.join()).isTrue();
        assertUnderWay(4, 4);
    }
}
