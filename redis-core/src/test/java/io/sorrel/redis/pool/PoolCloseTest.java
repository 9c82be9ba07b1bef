package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

@TimingTest
class PoolCloseTest {
    private final PoolFixture fixture = new PoolFixture().threaded();

    @Test
    void failsThoseWhoWait() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        PooledConnection held = pool.acquire(fixture.deadline());
        Caller first = fixture.caller(pool);
        Caller second = fixture.caller(pool);
        pool.close(Duration.ZERO);
        assertThat(first.failure()).isInstanceOf(RedisClosedException.class);
        assertThat(second.failure()).isInstanceOf(RedisClosedException.class).isNotSameAs(first.failure());
        held.close();
    }

    @Test
    void waitsForConnectionsInUse() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection held = pool.acquire(fixture.deadline());
        Thread closer = new Thread(() -> pool.close(Duration.ofMinutes(1)));
        closer.start();
        Await.until("the closer waits", () -> closer.getState() == Thread.State.TIMED_WAITING);
        assertThat(held.connection().isOpen()).isTrue();
        held.close();
        Await.until("it is closed", () -> !closer.isAlive());
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.CLOSED, 1L);
    }

    @Test
    void closesConnectionsInUseWhenTheTimeIsOver() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection held = pool.acquire(fixture.deadline());
        pool.close(Duration.ofMillis(1));
        assertThat(held.connection().isOpen()).isFalse();
        assertThat(pool.statistics().active()).isZero();
        held.close();
        held.destroy(DestroyCause.DISCARDED);
        assertThat(pool.statistics().destroyedInTotal()).isEqualTo(1);
    }

    @Test
    void closesAConnectionThatIsReadyTooLate() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        Semaphore dials = new Semaphore(0);
        fixture.server.onConnect = deadline -> dials.acquireUninterruptibly();
        Caller caller = fixture.caller(pool);
        Await.until("the dial hangs", dials::hasQueuedThreads);
        pool.close(Duration.ZERO);
        assertThat(caller.failure()).isInstanceOf(RedisClosedException.class);
        dials.release();
        Await.until("its thread has ended", () -> fixture.threads.stream().noneMatch(Thread::isAlive));
        assertThat(fixture.server.open).hasValue(0);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.CLOSED, 1L);
    }

    @Test
    void endsAtOnceAndKeepsTheFlagWhenInterrupted() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection held = pool.acquire(fixture.deadline());
        Thread.currentThread().interrupt();
        try {
            pool.close(Duration.ofDays(1));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(held.connection().isOpen()).isFalse();
    }

    @Test
    void leavesNoThreadAndNoConnectionWhenClosedUnderLoad() throws ExecutionException, InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 1_000; i++) {
                closeUnderLoad(callers, i % 7);
            }
        } finally {
            callers.shutdownNow();
        }
        Await.until("all threads have ended", () -> fixture.threads.stream().noneMatch(Thread::isAlive));
        assertThat(fixture.server.open).hasValue(0);
    }

    private void closeUnderLoad(ExecutorService callers, int acquiresBeforeClose)
            throws ExecutionException, InterruptedException {
        fixture.server.remember = false;
        ConnectionPool pool = fixture.realTime(o -> o.maxSize(2).minIdle(1));
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(callers.submit(() -> useUntilClosed(pool)));
        }
        Await.until("it is under load", () -> pool.statistics().acquires().count() >= acquiresBeforeClose);
        pool.close(Duration.ofMinutes(2));
        for (Future<?> future : running) {
            future.get();
        }
        assertThat(pool.statistics().active()).isZero();
        assertThat(pool.statistics().idle()).isZero();
        assertThat(pool.statistics().creating()).isZero();
        assertThat(pool.statistics().waiting()).isZero();
    }

    private static void useUntilClosed(ConnectionPool pool) {
        try {
            while (true) {
                useOnce(pool);
            }
        } catch (RedisClosedException e) {
            assertThat(e).hasMessageContaining("closed");
        }
    }

    private static void useOnce(ConnectionPool pool) {
        try (PooledConnection lease = pool.acquire(Deadline.after(Duration.ofMinutes(1)))) {
            assertThat(lease.connection()).isNotNull();
        } catch (PoolTimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
