package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@TimingTest
class DeadlineWatchTest {
    private final AtomicReference<Thread> started = new AtomicReference<>();
    private final DeadlineWatch watch = new DeadlineWatch(System::nanoTime, task -> {
        Thread thread = new Thread(task);
        started.set(thread);
        return thread;
    });

    private final class Caller implements DeadlineWatch.Watched {
        private final AtomicLong shown = new AtomicLong(DeadlineWatch.NONE);
        private final CountDownLatch expired = new CountDownLatch(1);
        private volatile long afterwards = DeadlineWatch.NONE;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean interrupted;

        /** Shows a deadline as a connection does whose caller can be interrupted. */
        void calls(Duration time) {
            shown.set(watch.onScale(Deadline.after(time)));
            watch.called(shown.get());
        }

        void returns() {
            shown.set(DeadlineWatch.NONE);
        }

        @Override
        public boolean endIfInterrupted() {
            long deadline = shown.get();
            if (deadline == DeadlineWatch.NONE) {
                return false;
            }
            if (interrupted && shown.compareAndSet(deadline, DeadlineWatch.NONE)) {
                ended.countDown();
            }
            return true;
        }

        void awaitEnd() throws InterruptedException {
            ended.await();
        }

        void waitsFor(Duration time) {
            shown.set(watch.onScale(Deadline.after(time)));
            watch.noted(shown.get());
        }

        @Override
        public long deadline() {
            return shown.get();
        }

        @Override
        public void expire(long deadline) {
            if (afterwards != DeadlineWatch.NONE) {
                shown.set(afterwards);
                afterwards = DeadlineWatch.NONE;
            } else if (shown.compareAndSet(deadline, DeadlineWatch.NONE)) {
                expired.countDown();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }

        void awaitExpiry() throws InterruptedException {
            expired.await();
        }
    }

    private Caller caller() {
        Caller caller = new Caller();
        watch.add(caller);
        return caller;
    }

    @AfterEach
    void end() throws InterruptedException {
        watch.close();
        Thread thread = started.get();
        if (thread != null) {
            thread.join();
        }
    }

    @Test
    void expiresADeadlineThatHasPassed() throws InterruptedException {
        Caller caller = caller();
        caller.waitsFor(Duration.ofMillis(1));
        caller.awaitExpiry();
    }

    @Test
    void isWokenForADeadlineBeforeTheOneItSleepsFor() throws InterruptedException {
        Caller late = caller();
        late.waitsFor(Duration.ofHours(1));
        Caller soon = caller();
        soon.waitsFor(Duration.ofMillis(1));
        soon.awaitExpiry();
        assertThat(late.expired.getCount()).isOne();
    }

    @Test
    void doesNotForgetADeadlineThatFollowsAnotherOfTheSameConnection() throws InterruptedException {
        Caller caller = caller();
        caller.afterwards = watch.onScale(Deadline.after(Duration.ofMillis(20)));
        caller.waitsFor(Duration.ofMillis(1));
        caller.awaitExpiry();
    }

    @Test
    void neverMissesADeadlineHoweverItMeetsTheWatchGoingToSleep() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            Caller caller = caller();
            caller.waitsFor(Duration.ofNanos(i * 50L));
            caller.awaitExpiry();
            watch.remove(caller);
        }
    }

    @Test
    void endsACallWhoseCallerIsInterrupted() throws InterruptedException {
        Caller caller = caller();
        caller.calls(Duration.ofHours(1));
        caller.interrupted = true;
        caller.awaitEnd();
    }

    @Test
    void looksForInterruptsAlsoWhereItSleepsForAnEarlierDeadlineOfAnother() throws InterruptedException {
        Caller other = caller();
        other.waitsFor(Duration.ofHours(1));
        Await.until(() -> isAsleep(Thread.State.TIMED_WAITING));
        Caller caller = caller();
        caller.calls(Duration.ofHours(2));
        caller.interrupted = true;
        caller.awaitEnd();
        assertThat(other.expired.getCount()).isOne();
    }

    @Test
    void neverMissesAnInterruptHoweverItMeetsTheWatchGoingToSleep() throws InterruptedException {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Caller passing = caller();
            passing.calls(Duration.ofHours(1));
            Caller caller = caller();
            caller.calls(Duration.ofHours(1));
            caller.interrupted = true;
            callers.add(caller);
            passing.returns();
            LockSupport.parkNanos(i * 50L);
        }
        for (Caller caller : callers) {
            caller.awaitEnd();
        }
    }

    @Test
    void sleepsWithoutEndWhenNoCallerWaits() {
        Caller caller = caller();
        caller.calls(Duration.ofHours(1));
        Await.until(() -> isAsleep(Thread.State.TIMED_WAITING));
        caller.returns();
        Await.until(() -> isAsleep(Thread.State.WAITING));
        caller.calls(Duration.ofHours(1));
        Await.until(() -> isAsleep(Thread.State.TIMED_WAITING));
    }

    private boolean isAsleep(Thread.State state) {
        return started.get().getState() == state;
    }

    @Test
    void leavesAloneWhoIsNoLongerWatched() throws InterruptedException {
        Caller removed = caller();
        watch.remove(removed);
        removed.waitsFor(Duration.ofNanos(1));
        Caller other = caller();
        other.waitsFor(Duration.ofMillis(5));
        other.awaitExpiry();
        assertThat(removed.expired.getCount()).isOne();
    }

    @Test
    void hasNoThreadUntilSomebodyWaits() {
        caller();
        assertThat(started.get()).isNull();
    }

    @Test
    void closesWhatItCannotLookAfterAnyLonger() {
        Caller early = caller();
        watch.close();
        Caller late = caller();
        assertThat(early.closed.getCount()).isZero();
        assertThat(late.closed.getCount()).isZero();
    }
}
