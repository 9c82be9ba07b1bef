package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.event.PoolStatistics;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** A request for an idle connection is no caller: it waits for nothing, takes no turn and appears in no figure. */
@TimingTest
class PoolRequestTest {
    private final PoolFixture fixture = new PoolFixture();

    private static void appearsInNoFigure(ConnectionPool pool) {
        PoolStatistics figures = pool.statistics();
        assertThat(figures.waiting()).isZero();
        assertThat(figures.timeouts()).isZero();
        assertThat(figures.acquires().count()).isZero();
        assertThat(figures.usages().count()).isZero();
    }

    @Test
    void hasOneMadeIfThereIsNone() {
        ConnectionPool pool = fixture.pool(o -> o);
        pool.requestIdle();
        Await.until(() -> pool.statistics().idle() == 1);
        pool.requestIdle();
        assertThat(pool.statistics().created()).isEqualTo(1);
        appearsInNoFigure(pool);
        assertThat(pool.tryAcquire()).isNotNull();
    }

    @Test
    void hasOnlyOneMadeAtATime() {
        Semaphore dials = new Semaphore(0);
        ConnectionPool pool = fixture.threaded().pool(o -> o);
        fixture.server.onConnect = deadline -> dials.acquireUninterruptibly();
        for (int i = 0; i < 3; i++) {
            pool.requestIdle();
        }
        assertThat(pool.statistics().creating()).isEqualTo(1);
        appearsInNoFigure(pool);
        dials.release();
        Await.until(() -> pool.statistics().idle() == 1);
        assertThat(fixture.server.attempts).hasValue(1);
    }

    @Test
    void asksForNothingWhereAllAreLent() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        PooledConnection held = pool.acquire(fixture.deadline());
        pool.requestIdle();
        assertThat(fixture.server.attempts).hasValue(1);
        assertThat(pool.statistics().waiting()).isZero();
        held.close();
        assertThat(pool.statistics().timeouts()).isZero();
        assertThat(pool.statistics().acquires().count()).isEqualTo(1);
    }

    @Test
    void leavesItsConnectionToACallerThatCameLater() {
        Semaphore dials = new Semaphore(0);
        ConnectionPool pool = fixture.threaded().pool(o -> o.maxSize(2));
        fixture.server.onConnect = deadline -> dials.acquireUninterruptibly();
        pool.requestIdle();
        Caller caller = fixture.caller(pool);
        assertThat(pool.statistics().creating()).isEqualTo(1);
        dials.release();
        caller.lease().close();
        assertThat(fixture.server.attempts).hasValue(1);
    }

    @Test
    void hasAStaleOneChecked() {
        ConnectionPool pool = fixture.pool(o -> o.checkAfterIdle(Duration.ofSeconds(1)));
        pool.requestIdle();
        Await.until(() -> pool.statistics().idle() == 1);
        fixture.ticker.advance(Duration.ofSeconds(2));
        assertThat(pool.tryAcquire()).isNull();
        pool.requestIdle();
        Await.until(() -> pool.statistics().idle() == 1);
        assertThat(fixture.server.connections.get(0).validations).hasValue(1);
        assertThat(fixture.server.attempts).hasValue(1);
        appearsInNoFigure(pool);
        assertThat(pool.tryAcquire()).isNotNull();
    }

    @Test
    void closesOneThatFailsItsCheckAndThenHasAnotherMade() {
        ConnectionPool pool = fixture.pool(o -> o.checkAfterIdle(Duration.ofSeconds(1)));
        pool.requestIdle();
        Await.until(() -> pool.statistics().idle() == 1);
        fixture.ticker.advance(Duration.ofSeconds(2));
        fixture.server.onValidate = deadline -> {
            throw new ConnectionLostException("gone", CommandOutcome.UNKNOWN, ErrorContext.NONE, null);
        };
        pool.requestIdle();
        Await.until(() -> fixture.server.open.get() == 0);
        assertThat(pool.statistics().destroyed()).containsEntry(DestroyCause.FAILED_CHECK, 1L);
        pool.requestIdle();
        Await.until(() -> pool.statistics().idle() == 1);
        appearsInNoFigure(pool);
    }

    @Test
    void doesNothingWhereEveryUseIsPrecededByACheck() {
        ConnectionPool pool = fixture.pool(o -> o.checkAfterIdle(Duration.ZERO));
        pool.requestIdle();
        assertThat(fixture.server.attempts).hasValue(0);
        assertThat(pool.statistics().creating()).isZero();
    }

    @Test
    void pausesAfterAFailure() {
        ConnectionPool pool = fixture.pool(o -> o);
        fixture.server.onConnect = deadline -> {
            throw PoolFixture.refused();
        };
        pool.requestIdle();
        Await.until(() -> pool.statistics().connectFailures() == 1);
        for (int i = 0; i < 10; i++) {
            pool.requestIdle();
        }
        assertThat(fixture.server.attempts).hasValue(1);
        appearsInNoFigure(pool);
    }

    @Test
    void isNothingToAClosedPool() {
        ConnectionPool pool = fixture.pool(o -> o);
        pool.close();
        pool.requestIdle();
        assertThat(fixture.server.attempts).hasValue(0);
    }
}
