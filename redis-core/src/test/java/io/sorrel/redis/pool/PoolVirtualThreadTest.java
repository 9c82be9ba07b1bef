package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.connection.Deadline;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
@TimingTest
class PoolVirtualThreadTest {
    private static final int THREADS = 10_000;
    private static final int BORROWS = 10;

    private final PoolFixture fixture = new PoolFixture().threaded();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void servesTenThousandVirtualThreadsWithEightConnections(boolean fair) throws Throwable {
        ConnectionPool pool = fixture.realTime(o -> o.maxSize(8).fair(fair).maxWait(Duration.ofMinutes(10)));
        AtomicInteger served = new AtomicInteger();
        AtomicInteger shared = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(THREADS);
        ExecutorService threads = virtualThreads();
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                try {
                    for (int n = 0; n < BORROWS; n++) {
                        borrow(pool, shared);
                        served.incrementAndGet();
                    }
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        assertThat(served).hasValue(THREADS * BORROWS);
        assertThat(shared).hasValue(0);
        assertThat(fixture.server.mostOpen.get()).isLessThanOrEqualTo(8);
        fixture.books(pool, "afterwards");
        pool.close(Duration.ofSeconds(20));
        threads.shutdown();
    }

    @Test
    void doesNotHoldACarrierWhileAThreadWaits() throws Throwable {
        ConnectionPool pool = fixture.realTime(o -> o.maxSize(1).maxWait(Duration.ofMinutes(10)));
        PooledConnection held = pool.acquire(Deadline.after(Duration.ofMinutes(10)));
        ExecutorService threads = virtualThreads();
        int waiters = 50 * Runtime.getRuntime().availableProcessors();
        AtomicInteger shared = new AtomicInteger();
        for (int i = 0; i < waiters; i++) {
            threads.execute(() -> borrow(pool, shared));
        }
        Await.until("all of them wait", () -> pool.statistics().waiting() == waiters);
        held.close();
        Await.until("all have been served", () -> pool.statistics().usages().count() == waiters + 1);
        pool.close(Duration.ofSeconds(20));
        threads.shutdown();
    }

    private static void borrow(ConnectionPool pool, AtomicInteger shared) {
        try (PooledConnection lease = pool.acquire(Deadline.after(Duration.ofMinutes(10)))) {
            FakeServer.FakeConnection connection = FakeServer.of(lease);
            if (connection.users.incrementAndGet() != 1) {
                shared.incrementAndGet();
            }
            LockSupport.parkNanos(1_000);
            connection.users.decrementAndGet();
        }
    }

    private static ExecutorService virtualThreads() throws Throwable {
        return (ExecutorService) MethodHandles.publicLookup()
                .findStatic(
                        Executors.class,
                        "newVirtualThreadPerTaskExecutor",
                        MethodType.methodType(ExecutorService.class))
                .invokeExact();
    }
}
