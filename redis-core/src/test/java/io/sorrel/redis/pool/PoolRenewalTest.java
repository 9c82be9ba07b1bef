package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TimingTest
class PoolRenewalTest {
    private final PoolFixture fixture = new PoolFixture();

    @Test
    void checksAConnectionOnlyAfterIdleness() {
        ConnectionPool pool = fixture.pool(o -> o.checkAfterIdle(Duration.ofSeconds(1)));
        pool.acquire(fixture.deadline()).close();
        fixture.ticker.advance(Duration.ofMillis(999));
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.server.connections.get(0).validations).hasValue(0);
        fixture.ticker.advance(Duration.ofSeconds(1));
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.server.connections.get(0).validations).hasValue(1);
        assertThat(fixture.server.attempts).hasValue(1);
    }

    @Test
    void takesTheNextOneWhenACheckFails() {
        ConnectionPool pool = fixture.pool(o -> o);
        idle(pool, 3);
        fixture.ticker.advance(Duration.ofSeconds(5));
        int[] checks = {0};
        fixture.server.onValidate = deadline -> {
            if (++checks[0] < 3) {
                throw PoolFixture.refused();
            }
        };
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.server.open).hasValue(1);
        assertThat(fixture.server.attempts).hasValue(3);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.FAILED_CHECK, 2L);
    }

    @Test
    void makesANewOneWhenAllChecksFail() {
        ConnectionPool pool = fixture.pool(o -> o.checkAfterIdle(Duration.ofSeconds(1)));
        idle(pool, 3);
        fixture.ticker.advance(Duration.ofSeconds(5));
        fixture.server.onValidate = deadline -> {
            throw PoolFixture.refused();
        };
        pool.acquire(fixture.deadline()).close();
        assertThat(fixture.server.open).hasValue(1);
        assertThat(pool.statistics().created()).isEqualTo(4);
    }

    @Test
    void endsAHangingCheckWithTheDeadlineOfTheCaller() {
        ConnectionPool pool = fixture.pool(o -> o);
        idle(pool, 3);
        fixture.ticker.advance(Duration.ofSeconds(5));
        fixture.server.onValidate = deadline -> {
            fixture.ticker.advance(Duration.ofNanos(deadline.remainingNanos()));
            throw PoolFixture.refused();
        };
        assertThatThrownBy(() -> pool.acquire(fixture.deadline(Duration.ofMillis(200))))
                .isInstanceOf(PoolTimeoutException.class)
                .hasMessageContaining("within 200 ms");
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.FAILED_CHECK, 1L);
        assertThat(pool.statistics().idle()).isEqualTo(2);
        assertThat(pool.statistics().active()).isZero();
    }

    @Test
    void losesNothingWhenInterruptedInACheck() {
        ConnectionPool pool = fixture.pool(o -> o);
        idle(pool, 1);
        fixture.ticker.advance(Duration.ofSeconds(5));
        fixture.server.onValidate = deadline -> {
            throw new RedisInterruptedException("x", null, io.sorrel.redis.error.ErrorContext.NONE, null);
        };
        assertThatThrownBy(() -> pool.acquire(fixture.deadline())).isInstanceOf(RedisInterruptedException.class);
        assertThat(pool.statistics().active()).isZero();
        assertThat(fixture.server.open).hasValue(0);
    }

    @Test
    void losesNothingWhenACheckThrowsAnError() {
        ConnectionPool pool = fixture.pool(o -> o);
        idle(pool, 1);
        fixture.ticker.advance(Duration.ofSeconds(5));
        fixture.server.onValidate = deadline -> {
            throw new StackOverflowError();
        };
        assertThatThrownBy(() -> pool.acquire(fixture.deadline())).isInstanceOf(StackOverflowError.class);
        assertThat(pool.statistics().active()).isZero();
        assertThat(fixture.server.open).hasValue(0);
    }

    @Test
    void keepsItsPlaceAtTheFrontWhenACheckFails() {
        fixture.threaded();
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        PooledConnection held = pool.acquire(fixture.deadline());
        idleOne(pool);
        fixture.ticker.advance(Duration.ofSeconds(2));
        Semaphore checks = new Semaphore(0);
        fixture.server.onValidate = deadline -> {
            checks.acquireUninterruptibly();
            throw PoolFixture.refused();
        };
        Semaphore dials = new Semaphore(0);
        fixture.server.onConnect = deadline -> dials.acquireUninterruptibly();
        Caller first = new Caller(pool, fixture.deadline());
        Await.until("the first is checking", checks::hasQueuedThreads);
        Caller second = fixture.caller(pool);
        checks.release();
        Await.until("both wait", () -> pool.statistics().waiting() == 2);
        held.close();
        PooledConnection lease = first.lease();
        assertThat(second.isWaiting()).isTrue();
        lease.close();
        second.lease().close();
        dials.release(2);
    }

    @Test
    void closesConnectionsThatHaveLivedTooLong() {
        ConnectionPool pool = fixture.pool(
                o -> o.maxLifetime(Duration.ofMinutes(1)).lifetimeSpread(0).idleTimeout(Duration.ZERO));
        PooledConnection held = pool.acquire(fixture.deadline());
        idleOne(pool);
        fixture.ticker.advance(Duration.ofMinutes(1));
        assertThat(pool.tryAcquire()).isNull();
        held.close();
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.LIFETIME, 1L);
        pool.acquire(fixture.deadline());
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.LIFETIME, 2L);
        assertThat(pool.statistics().created()).isEqualTo(3);
    }

    @Test
    void spreadsTheEndsOfConnectionsMadeTogether() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(100)
                .maxLifetime(Duration.ofSeconds(100))
                .lifetimeSpread(0.5)
                .idleTimeout(Duration.ZERO)
                .checkAfterIdle(Duration.ofDays(1)));
        idle(pool, 100);
        fixture.ticker.advance(Duration.ofSeconds(50));
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            fixture.scheduler.runNext();
            left.add(pool.statistics().idle());
            fixture.ticker.advance(Duration.ofSeconds(10));
        }
        assertThat(left.get(0)).isGreaterThan(95);
        assertThat(left).isSortedAccordingTo((a, b) -> b - a).doesNotHaveDuplicates();
        assertThat(left.get(5)).isZero();
    }

    @Test
    void resetsADirtyConnection() {
        ConnectionPool pool = fixture.pool(o -> o.whenDirty(WhenDirty.RESET));
        PooledConnection lease = pool.acquire(fixture.deadline());
        FakeServer.of(lease).dirty = true;
        lease.close();
        assertThat(fixture.server.connections.get(0).resets).hasValue(1);
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @Test
    void closesADirtyConnectionThatCannotBeReset() {
        ConnectionPool pool = fixture.pool(o -> o.whenDirty(WhenDirty.RESET));
        fixture.server.onReset = deadline -> {
            throw PoolFixture.refused();
        };
        PooledConnection lease = pool.acquire(fixture.deadline());
        FakeServer.of(lease).dirty = true;
        lease.close();
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.DIRTY, 1L);
        assertThat(pool.statistics().active()).isZero();
    }

    @Test
    void closesADirtyConnectionWhenToldSo() {
        ConnectionPool pool = fixture.pool(o -> o.whenDirty(WhenDirty.DESTROY));
        PooledConnection lease = pool.acquire(fixture.deadline());
        FakeServer.of(lease).dirty = true;
        lease.close();
        assertThat(fixture.server.connections.get(0).resets).hasValue(0);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.DIRTY, 1L);
    }

    @Test
    void retiresIdleConnectionsNowAndOthersOnReturn() {
        ConnectionPool pool = fixture.pool(o -> o.whenDirty(WhenDirty.RESET));
        PooledConnection held = pool.acquire(fixture.deadline());
        FakeServer.of(held).dirty = true;
        idleOne(pool);
        pool.retireGeneration();
        assertThat(fixture.server.open).hasValue(1);
        assertThat(held.connection().isOpen()).isTrue();
        held.close();
        assertThat(fixture.server.open).hasValue(0);
        assertThat(fixture.server.connections.get(0).resets).hasValue(0);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.RETIRED, 2L);
        pool.acquire(fixture.deadline()).close();
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverHandsOutAConnectionWhoseDialBeganBeforeItsGenerationWasRetired(boolean succeeds) {
        fixture.threaded();
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        Semaphore dials = new Semaphore(0);
        fixture.server.onConnect = deadline -> {
            dials.acquireUninterruptibly();
            if (!succeeds && fixture.server.attempts.get() == 1) {
                throw PoolFixture.refused();
            }
        };
        Caller caller = fixture.caller(pool);
        Await.until("the dial hangs", dials::hasQueuedThreads);
        pool.retireGeneration();
        dials.release(2);
        FakeServer.FakeConnection connection = FakeServer.of(caller.lease());
        assertThat(fixture.server.attempts).hasValue(2);
        assertThat(connection.isOpen()).isTrue();
        Await.until("the retired one is closed", () -> fixture.server.open.get() == 1);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.RETIRED, succeeds ? 1L : 0L);
    }

    private void idleOne(ConnectionPool pool) {
        pool.acquire(fixture.deadline()).close();
    }

    private void idle(ConnectionPool pool, int number) {
        List<PooledConnection> leases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            leases.add(pool.acquire(fixture.deadline()));
        }
        leases.forEach(PooledConnection::close);
    }
}
