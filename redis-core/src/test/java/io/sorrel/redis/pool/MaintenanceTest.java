package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@TimingTest
class MaintenanceTest {
    private final PoolFixture fixture = new PoolFixture();

    @Test
    void schedulesNothingForAnEmptyPool() {
        ConnectionPool pool = fixture.pool(o -> o);
        assertThat(fixture.scheduler.size()).isZero();
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.scheduler.size()).isEqualTo(1);
    }

    @Test
    void schedulesNothingWhenNothingCanExpire() {
        ConnectionPool pool = fixture.pool(o -> o.idleTimeout(Duration.ZERO).maxLifetime(Duration.ZERO));
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.scheduler.size()).isZero();
    }

    @Test
    void stopsWhenTheLastConnectionIsGone() {
        ConnectionPool pool = fixture.pool(o -> o.idleTimeout(Duration.ofSeconds(8)));
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.scheduler.delay()).isEqualTo(Duration.ofSeconds(2));
        fixture.ticker.advance(Duration.ofSeconds(8));
        fixture.scheduler.runNext();
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.IDLE, 1L);
        assertThat(fixture.scheduler.size()).isZero();
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.scheduler.size()).isEqualTo(1);
    }

    @Test
    void closesSurplusIdleConnectionsButKeepsTheLeastNumber() {
        ConnectionPool pool = fixture.pool(
                o -> o.minIdle(2).idleTimeout(Duration.ofSeconds(10)).maxLifetime(Duration.ZERO));
        idle(pool, 5);
        int before = pool.statistics().idle();
        fixture.ticker.advance(Duration.ofSeconds(9));
        fixture.scheduler.runNext();
        assertThat(pool.statistics().idle()).isEqualTo(before).isGreaterThan(4);
        fixture.ticker.advance(Duration.ofSeconds(1));
        fixture.scheduler.runNext();
        assertThat(pool.statistics().idle()).isEqualTo(2);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.IDLE, before - 2L);
    }

    @Test
    void closesIdleConnectionsThatBroke() {
        ConnectionPool pool = fixture.pool(o -> o);
        idle(pool, 2);
        fixture.server.connections.get(0).close();
        fixture.scheduler.runNext();
        assertThat(pool.statistics().idle()).isEqualTo(1);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.BROKEN, 1L);
    }

    @Test
    void keepsTheLeastNumberOfIdleConnections() {
        ConnectionPool pool = fixture.pool(o -> o.minIdle(3).maxSize(4));
        assertThat(pool.statistics().created()).isZero();
        fixture.scheduler.runNext();
        assertThat(pool.statistics().idle()).isEqualTo(3);
        PooledConnection first = pool.acquire(fixture.deadline());
        PooledConnection second = pool.acquire(fixture.deadline());
        fixture.scheduler.runNext();
        assertThat(pool.statistics().idle()).isEqualTo(2);
        assertThat(pool.statistics().created()).isEqualTo(4);
        first.destroy(DestroyCause.DISCARDED);
        assertThat(pool.statistics().idle()).isEqualTo(3);
        second.close();
        assertThat(pool.statistics().idle()).isEqualTo(4);
    }

    @Test
    void waitsLongerAndLongerBetweenRefillsThatFail() {
        fixture.random = new RandomGenerator() {
            @Override
            public long nextLong() {
                return -1L;
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        };
        ConnectionPool pool = fixture.pool(o -> o.minIdle(1));
        fixture.server.onConnect = deadline -> {
            throw PoolFixture.refused();
        };
        List<Long> pauses = new ArrayList<>();
        fixture.scheduler.runNext();
        for (int i = 0; i < 5; i++) {
            pauses.add(fixture.scheduler.delay().toMillis());
            fixture.scheduler.runNext();
            fixture.ticker.advance(Duration.ofNanos(1));
        }
        assertThat(fixture.server.attempts).hasValue(1);
        assertThat(pauses).allMatch(pause -> pause == 50 || pause == 49);
        for (int i = 0; i < 4; i++) {
            fixture.ticker.advance(fixture.scheduler.delay());
            fixture.scheduler.runNext();
            pauses.add(fixture.scheduler.delay().toMillis());
        }
        assertThat(pauses).endsWith(100L, 200L, 400L, 800L);
        fixture.server.onConnect = deadline -> {};
        fixture.ticker.advance(Duration.ofSeconds(1));
        fixture.scheduler.runNext();
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @Test
    void givesAWaiterAnAttemptOfItsOwnWhileRefillsPause() {
        ConnectionPool pool = fixture.pool(o -> o.minIdle(1));
        fixture.server.onConnect = deadline -> {
            throw PoolFixture.refused();
        };
        fixture.scheduler.runNext();
        fixture.server.onConnect = deadline -> {};
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.server.open.get()).isPositive();
    }

    @Test
    void warmsUp() {
        ConnectionPool pool = fixture.threaded().pool(o -> o.minIdle(3));
        pool.warmUp(fixture.deadline());
        assertThat(pool.statistics().idle()).isEqualTo(3);
        assertThat(fixture.server.attempts).hasValue(3);
    }

    @Test
    void saysWhyItCouldNotWarmUp() {
        ConnectionPool pool = fixture.threaded().pool(o -> o.minIdle(3));
        fixture.server.onConnect = deadline -> {
            throw PoolFixture.refused();
        };
        assertThatThrownBy(() -> pool.warmUp(fixture.deadline()))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void endsTheWarmUpWithTheDeadline() {
        ConnectionPool pool = fixture.threaded().pool(o -> o.minIdle(1));
        Semaphore dials = new Semaphore(0);
        fixture.server.onConnect = deadline -> dials.acquireUninterruptibly();
        assertThatThrownBy(() -> pool.warmUp(fixture.deadline(Duration.ofNanos(1))))
                .isInstanceOf(PoolTimeoutException.class);
        dials.release();
    }

    @Test
    void reportsALeakOnceWithTheStackOfTheBorrower() {
        List<Throwable> leaks = new ArrayList<>();
        fixture.listener(new ClientListener() {
            @Override
            public void connectionLeaked(String endpoint, Throwable borrowedAt) {
                leaks.add(borrowedAt);
            }
        });
        ConnectionPool pool = fixture.pool(o -> o.leakDetectionThreshold(Duration.ofSeconds(10)));
        PooledConnection lease = borrowAndForget(pool);
        fixture.ticker.advance(Duration.ofMillis(9_999));
        fixture.scheduler.runNext();
        assertThat(leaks).isEmpty();
        fixture.ticker.advance(Duration.ofMillis(1));
        fixture.scheduler.runNext();
        fixture.scheduler.runNext();
        assertThat(leaks).hasSize(1);
        assertThat(leaks.get(0).getStackTrace()).anyMatch(frame -> "borrowAndForget".equals(frame.getMethodName()));
        assertThat(pool.statistics().leaks()).isEqualTo(1);
        lease.close();
        pool.acquire(fixture.deadline());
        fixture.ticker.advance(Duration.ofSeconds(10));
        fixture.scheduler.runNext();
        assertThat(leaks).hasSize(2);
    }

    private PooledConnection borrowAndForget(ConnectionPool pool) {
        return pool.acquire(fixture.deadline());
    }

    private void idle(ConnectionPool pool, int number) {
        List<PooledConnection> leases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            leases.add(pool.acquire(fixture.deadline()));
        }
        leases.forEach(PooledConnection::close);
    }
}
