package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.PoolExhaustedException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.event.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@TimingTest
class ConnectionPoolTest {
    private final PoolFixture fixture = new PoolFixture();

    @Test
    void makesAConnectionOnlyWhenNoneIsIdle() {
        ConnectionPool pool = fixture.pool(o -> o);
        for (int i = 0; i < 5; i++) {
            pool.acquire(fixture.deadline()).close();
        }
        assertThat(fixture.server.attempts).hasValue(1);
        assertThat(pool.statistics().acquires().count()).isEqualTo(5);
    }

    @Test
    void takesTheConnectionUsedLastWhenLifo() {
        ConnectionPool pool = fixture.pool(o -> o.lifo(true));
        List<PooledConnection> leases = borrow(pool, 3);
        FakeServer.FakeConnection last = FakeServer.of(leases.get(1));
        Stream.of(0, 2, 1).forEach(i -> leases.get(i).close());
        assertThat(FakeServer.of(pool.acquire(fixture.deadline()))).isSameAs(last);
    }

    @Test
    void takesTheConnectionIdleForLongestWhenFifo() {
        ConnectionPool pool = fixture.pool(o -> o.lifo(false));
        List<PooledConnection> leases = borrow(pool, 3);
        FakeServer.FakeConnection first = FakeServer.of(leases.get(1));
        Stream.of(1, 0, 2).forEach(i -> leases.get(i).close());
        assertThat(FakeServer.of(pool.acquire(fixture.deadline()))).isSameAs(first);
    }

    @Test
    void ignoresASecondReturn() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection lease = pool.acquire(fixture.deadline());
        lease.close();
        PooledConnection next = pool.acquire(fixture.deadline());
        lease.close();
        lease.release();
        lease.destroy(DestroyCause.DISCARDED);
        assertThat(FakeServer.of(next).isOpen()).isTrue();
        assertThat(pool.statistics().active()).isEqualTo(1);
        assertThat(pool.statistics().usages().count()).isEqualTo(1);
    }

    @Test
    void refusesUseAfterReturn() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection lease = pool.acquire(fixture.deadline());
        lease.close();
        assertThatThrownBy(lease::connection)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("given back");
    }

    @Test
    void closesAConnectionThatItsBorrowerDestroys() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection lease = pool.acquire(fixture.deadline());
        lease.destroy(DestroyCause.DISCARDED);
        assertThat(fixture.server.open).hasValue(0);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.DISCARDED, 1L);
        assertThat(pool.statistics().active()).isZero();
    }

    @Test
    void closesAConnectionThatComesBackBroken() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection lease = pool.acquire(fixture.deadline());
        lease.connection().close();
        lease.close();
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.BROKEN, 1L);
        assertThat(pool.statistics().idle()).isZero();
    }

    @Test
    void skipsAConnectionThatBrokeWhileIdle() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection lease = pool.acquire(fixture.deadline());
        FakeServer.FakeConnection broken = FakeServer.of(lease);
        lease.close();
        broken.close();
        assertThat(FakeServer.of(pool.acquire(fixture.deadline()))).isNotSameAs(broken);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.BROKEN, 1L);
        assertThat(pool.statistics().acquires().count()).isEqualTo(2);
    }

    @Test
    void triesWithoutMakingOrChecking() {
        ConnectionPool pool = fixture.pool(o -> o.checkAfterIdle(Duration.ofSeconds(1)));
        assertThat(pool.tryAcquire()).isNull();
        pool.acquire(fixture.deadline()).close();
        PooledConnection lease = pool.tryAcquire();
        assertThat(lease).isNotNull();
        assertThat(pool.tryAcquire()).isNull();
        lease.close();
        fixture.ticker.advance(Duration.ofSeconds(1));
        assertThat(pool.tryAcquire()).isNull();
        assertThat(fixture.server.connections.get(0).validations).hasValue(0);
        assertThat(fixture.server.attempts).hasValue(1);
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @Test
    void tryingClosesAConnectionThatBrokeWhileIdle() {
        ConnectionPool pool = fixture.pool(o -> o);
        pool.acquire(fixture.deadline()).close();
        fixture.server.connections.get(0).close();
        assertThat(pool.tryAcquire()).isNull();
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.BROKEN, 1L);
    }

    @Test
    void failsAtOnceWhenExhaustedAndToldNotToWait() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2).whenExhausted(WhenExhausted.FAIL));
        borrow(pool, 2);
        assertThatThrownBy(() -> pool.acquire(fixture.deadline()))
                .isInstanceOfSatisfying(
                        PoolExhaustedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT))
                .hasMessageContaining("active 2, idle 0, waiting 1, limit 2")
                .hasMessageContaining("localhost:6379");
        assertThat(pool.statistics().timeouts()).isEqualTo(1);
    }

    @Test
    void refusesEverybodyOnceClosed() {
        ConnectionPool pool = fixture.pool(o -> o);
        PooledConnection lease = pool.acquire(fixture.deadline());
        pool.acquire(fixture.deadline()).close();
        pool.close(Duration.ZERO);
        pool.close(Duration.ZERO);
        assertThatThrownBy(() -> pool.acquire(fixture.deadline())).isInstanceOf(RedisClosedException.class);
        assertThatThrownBy(pool::tryAcquire).isInstanceOf(RedisClosedException.class);
        assertThatThrownBy(() -> pool.warmUp(fixture.deadline())).isInstanceOf(RedisClosedException.class);
        assertThat(fixture.server.open).hasValue(0);
        lease.close();
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.CLOSED, 2L);
        assertThat(fixture.scheduler.size()).isZero();
    }

    @Test
    void measuresWaitingUseAndCreation() {
        ConnectionPool pool = fixture.pool(o -> o);
        fixture.server.onConnect = deadline -> fixture.ticker.advance(Duration.ofMillis(7));
        PooledConnection lease = pool.acquire(fixture.deadline());
        fixture.ticker.advance(Duration.ofMillis(30));
        lease.close();
        pool.acquire(fixture.deadline()).close();
        PoolStatistics statistics = pool.statistics();
        long milli = 1_000_000;
        assertThat(statistics.creations()).isEqualTo(new Times(1, 7 * milli, 7 * milli));
        assertThat(statistics.acquires()).isEqualTo(new Times(2, 7 * milli, 7 * milli));
        assertThat(statistics.usages()).isEqualTo(new Times(2, 30 * milli, 30 * milli));
        assertThat(statistics.max()).isEqualTo(8);
        assertThat(statistics.created()).isEqualTo(1);
        assertThat(statistics.destroyedInTotal()).isZero();
        assertThat(statistics.destroyed()).containsOnlyKeys(DestroyCause.values());
    }

    private List<PooledConnection> borrow(ConnectionPool pool, int number) {
        List<PooledConnection> leases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            leases.add(pool.acquire(fixture.deadline()));
        }
        return leases;
    }
}
