package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

@TimingTest
class PoolWaitingTest {
    private final PoolFixture fixture = new PoolFixture().threaded();
    private final Semaphore dials = new Semaphore(0);

    @Test
    void servesWaitersInTheOrderOfTheirArrival() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        PooledConnection held = pool.acquire(fixture.deadline());
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(fixture.caller(pool));
        }
        for (Caller caller : callers) {
            held.close();
            held = caller.lease();
        }
        held.close();
        assertThat(fixture.server.attempts).hasValue(1);
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @Test
    void handsAReturnedConnectionToTheWaiterAndNotToANewcomerWhenFair() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1).fair(true));
        PooledConnection held = pool.acquire(fixture.deadline());
        Caller caller = fixture.caller(pool);
        held.close();
        assertThat(pool.tryAcquire()).isNull();
        caller.lease().close();
        assertThat(pool.tryAcquire()).isNotNull();
    }

    @Test
    void servesAWaiterThatANewcomerOvertookWhenNotFair() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1).fair(false));
        PooledConnection held = pool.acquire(fixture.deadline());
        Caller caller = fixture.caller(pool);
        held.close();
        PooledConnection overtaking = pool.tryAcquire();
        if (overtaking != null) {
            overtaking.close();
        }
        caller.lease().close();
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @Test
    void servesAWaiterWithAReturnedConnectionWhileAnotherIsDialled() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        PooledConnection held = pool.acquire(fixture.deadline());
        holdDials();
        Caller caller = fixture.caller(pool);
        Await.until("a dial", () -> pool.statistics().creating() == 1);
        held.close();
        caller.lease().close();
        assertThat(pool.statistics().creating()).isEqualTo(1);
        dials.release();
        Await.until(
                "the connection that nobody needs is idle",
                () -> pool.statistics().idle() == 2);
    }

    @Test
    void makesNoMoreConnectionsThanAreWanted() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(10));
        holdDials();
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(fixture.caller(pool));
        }
        Await.until("four dials", () -> fixture.server.attempts.get() == 4);
        callers.get(0).interrupt();
        assertThat(callers.get(0).failure()).isInstanceOf(RedisInterruptedException.class);
        callers.set(0, fixture.caller(pool));
        assertThat(pool.statistics().creating()).isEqualTo(4);
        dials.release(4);
        callers.forEach(Caller::lease);
        assertThat(fixture.server.attempts).hasValue(4);
    }

    @Test
    void makesNoMoreConnectionsThanTheLimit() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        holdDials();
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            callers.add(fixture.caller(pool));
        }
        Await.until("two dials", () -> fixture.server.attempts.get() == 2);
        dials.release(10);
        callers.forEach(caller -> caller.lease().close());
        assertThat(fixture.server.attempts).hasValue(2);
    }

    @Test
    void failsOnlyTheOldestWaiterWithTheFailureOfAnAttempt() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        PooledConnection held = pool.acquire(fixture.deadline());
        Caller first = fixture.caller(pool);
        Caller second = fixture.caller(pool);
        RedisException refused = PoolFixture.refused();
        fixture.server.onConnect = deadline -> {
            dials.acquireUninterruptibly();
            throw refused;
        };
        held.destroy(DestroyCause.DISCARDED);
        dials.release();
        assertThat(first.failure())
                .isExactlyInstanceOf(ConnectFailedException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(refused));
        assertThat(second.isWaiting()).isTrue();
        dials.release();
        assertThat(second.failure()).isNotNull();
        assertThat(pool.statistics().connectFailures()).isEqualTo(2);
        assertThat(pool.statistics().lastConnectFailure()).contains("Connection refused");
    }

    @Test
    void reportsAnAttemptOfUnknownOutcomeAsNotSent() {
        ConnectionPool pool = fixture.pool(o -> o);
        RedisException late =
                new RedisTimeoutException("No reply to HELLO", CommandOutcome.UNKNOWN, ErrorContext.NONE, null);
        fixture.server.onConnect = deadline -> {
            throw late;
        };
        assertThatThrownBy(() -> pool.acquire(fixture.deadline()))
                .isInstanceOfSatisfying(
                        ConnectFailedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT))
                .hasMessageContaining("No reply to HELLO")
                .hasCause(late);
    }

    @Test
    void survivesAFactoryThatThrowsAnything() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        for (Throwable thrown : List.of(new StackOverflowError(), new IllegalStateException("x"))) {
            fixture.server.onConnect = deadline -> PoolWaitingTest.<RuntimeException>sneak(thrown);
            assertThatThrownBy(() -> pool.acquire(fixture.deadline()))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasCause(thrown);
        }
        fixture.server.onConnect = deadline -> {};
        pool.acquire(fixture.deadline()).close();
        assertThat(pool.statistics().creating()).isZero();
        assertThat(pool.statistics().lastConnectFailure()).isNull();
    }

    @Test
    void givesUpAtTheDeadlineThoughTheDialHangs() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        holdDials();
        Caller caller = fixture.caller(pool, fixture.deadline(Duration.ofMillis(300)));
        fixture.ticker.advance(Duration.ofMillis(300));
        assertThat(caller.failure())
                .isInstanceOfSatisfying(
                        PoolTimeoutException.class, e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT))
                .hasMessageContaining("within 300 ms")
                .hasMessageContaining("active 0, idle 0, waiting 1, limit 2")
                .hasMessageContaining("localhost:6379");
        assertThat(pool.statistics().timeouts()).isEqualTo(1);
        assertThat(pool.statistics().waiting()).isZero();
        dials.release();
    }

    @Test
    void givesUpAfterTheLongestWaitOfTheOptions() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1).maxWait(Duration.ofMillis(100)));
        PooledConnection held = pool.acquire(fixture.deadline());
        Caller caller = fixture.caller(pool);
        fixture.ticker.advance(Duration.ofMillis(100));
        assertThat(caller.failure()).isInstanceOf(PoolTimeoutException.class).hasMessageContaining("within 100 ms");
        held.close();
    }

    @Test
    void tellsTheLastConnectFailureWhenTimeIsOver() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        fixture.server.onConnect = deadline -> {
            throw PoolFixture.refused();
        };
        assertThatThrownBy(() -> pool.acquire(fixture.deadline())).isInstanceOf(ConnectFailedException.class);
        holdDials();
        Caller caller = fixture.caller(pool, fixture.deadline(Duration.ofSeconds(1)));
        fixture.ticker.advance(Duration.ofSeconds(1));
        assertThat(caller.failure())
                .hasMessageContaining("last connect failure")
                .hasMessageContaining("refused");
        dials.release();
    }

    @Test
    void waitsForTheDialThoughToldNotToWaitForOthers() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1).whenExhausted(WhenExhausted.FAIL));
        holdDials();
        Caller caller = fixture.caller(pool);
        dials.release();
        assertThat(FakeServer.of(caller.lease()).isOpen()).isTrue();
    }

    @Test
    void keepsTheInterruptFlagAndTheConnectionWhenInterrupted() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        PooledConnection held = pool.acquire(fixture.deadline());
        Caller caller = fixture.caller(pool);
        caller.interrupt();
        assertThat(caller.failure())
                .isInstanceOfSatisfying(
                        RedisInterruptedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT));
        assertThat(caller.hasInterruptFlag()).isTrue();
        held.close();
        assertThat(pool.statistics().idle()).isEqualTo(1);
        assertThat(pool.statistics().waiting()).isZero();
    }

    @Test
    void givesAnIdleConnectionToAnInterruptedThread() {
        ConnectionPool pool = fixture.pool(o -> o);
        pool.acquire(fixture.deadline()).close();
        Thread.currentThread().interrupt();
        try {
            pool.acquire(fixture.deadline()).close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private void holdDials() {
        fixture.server.onConnect = deadline -> dials.acquireUninterruptibly();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }
}
