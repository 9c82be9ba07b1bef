package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random schedules of everything that can happen to a pool at once, with its books checked whenever all is quiet. The
 * seed of a round is in the message of a failure; {@code -Dsorrel.stress.acquires=2000000} makes it longer.
 */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class PoolStressTest {
    private static final int KINDS = 6;
    private static final int ROUNDS = 10;
    private static final int THREADS = 6;
    private static final int ACQUIRES_PER_THREAD =
            Integer.getInteger("sorrel.stress.acquires", 60_000) / (KINDS * ROUNDS * THREADS);

    private final PoolFixture fixture = new PoolFixture().threaded();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @ParameterizedTest
    @ValueSource(strings = {"fair", "barging", "one", "checked", "short-lived", "impatient"})
    void neverLosesOrSharesAConnection(String kind) throws InterruptedException {
        fixture.server.remember = false;
        fixture.server.onConnect = deadline -> failSometimes(20);
        fixture.server.onValidate = deadline -> failSometimes(10);
        fixture.server.onReset = deadline -> failSometimes(10);
        ConnectionPool pool = fixture.realTime(options -> options(kind, options));
        for (int round = 0; round < ROUNDS; round++) {
            int seed = kind.hashCode() + round;
            storm(pool, seed);
            checkBooks(pool, "seed " + seed);
        }
        assertThat(fixture.server.mostOpen.get())
                .isLessThanOrEqualTo(pool.statistics().max());
        assertThat(pool.statistics().acquires().count()).isPositive();
        pool.close(Duration.ofSeconds(20));
        Await.until("what was just being made is closed, too", () -> fixture.server.open.get() == 0);
        Await.until("all threads have ended", () -> fixture.threads.stream().noneMatch(Thread::isAlive));
    }

    private static PoolOptions.Builder options(String kind, PoolOptions.Builder o) {
        return switch (kind) {
            case "barging" -> o.maxSize(3).fair(false);
            case "one" -> o.maxSize(1).minIdle(1);
            case "checked" -> o.maxSize(4).checkAfterIdle(Duration.ZERO).whenDirty(WhenDirty.RESET);
            case "short-lived" ->
                o.maxSize(3).fair(false).lifo(false).minIdle(2).maxLifetime(Duration.ofMillis(1));
            case "impatient" ->
                o.maxSize(2).whenExhausted(WhenExhausted.FAIL).leakDetectionThreshold(Duration.ofMillis(1));
            default -> o.maxSize(3);
        };
    }

    private void storm(ConnectionPool pool, long seed) throws InterruptedException {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = seeds.split();
            threads.add(new Thread(() -> run(pool, random), "stress"));
        }
        threads.forEach(Thread::start);
        SplittableRandom random = seeds.split();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            threads.get(random.nextInt(THREADS)).interrupt();
            if (random.nextInt(50) == 0) {
                pool.retireGeneration();
            }
            threads.get(0).join(1);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run(ConnectionPool pool, SplittableRandom random) {
        try {
            for (int i = 0; i < ACQUIRES_PER_THREAD; i++) {
                borrowAndReturn(pool, random);
                Thread.interrupted();
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void borrowAndReturn(ConnectionPool pool, SplittableRandom random) {
        PooledConnection lease = borrow(pool, random);
        if (lease == null) {
            return;
        }
        FakeServer.FakeConnection connection = FakeServer.of(lease);
        if (connection.users.incrementAndGet() != 1) {
            throw new AssertionError("Two callers have the same connection");
        }
        switch (random.nextInt(20)) {
            case 0 -> connection.close();
            case 1 -> connection.dirty = true;
            case 2 -> LockSupport.parkNanos(1_000);
            default -> {}
        }
        connection.users.decrementAndGet();
        if (random.nextInt(20) == 0) {
            lease.destroy(DestroyCause.DISCARDED);
        }
        lease.close();
        if (random.nextInt(4) == 0) {
            lease.close();
        }
    }

    private static @Nullable PooledConnection borrow(ConnectionPool pool, SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            return pool.tryAcquire();
        }
        long nanos = 1L << random.nextInt(8, 24);
        try {
            return pool.acquire(Deadline.after(Duration.ofNanos(nanos)));
        } catch (RedisException e) {
            return null;
        }
    }

    private void checkBooks(ConnectionPool pool, String message) {
        assertThat(failure.get()).as(message).isNull();
        fixture.books(pool, message);
    }

    private static void failSometimes(int oneIn) {
        if (ThreadLocalRandom.current().nextInt(oneIn) == 0) {
            throw PoolFixture.refused();
        }
    }
}
