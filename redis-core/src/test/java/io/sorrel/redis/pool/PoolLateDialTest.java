package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.TimeoutOptions;
import io.sorrel.redis.error.PoolTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dial that takes long does not hold up the caller for whom it was begun: another one is started beside it. */
@TimingTest
class PoolLateDialTest {
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final PoolFixture fixture = new PoolFixture().threaded();
    private final List<Dial> dials = new CopyOnWriteArrayList<>();

    /** A dial that ends when the test says so. */
    private static final class Dial {
        private final Semaphore end = new Semaphore(0);
        private volatile boolean fails;

        void succeed() {
            end.release();
        }

        void fail() {
            fails = true;
            end.release();
        }
    }

    PoolLateDialTest() {
        fixture.server.onConnect = deadline -> {
            Dial dial = new Dial();
            dials.add(dial);
            dial.end.acquireUninterruptibly();
            if (dial.fails) {
                throw PoolFixture.refused();
            }
        };
    }

    private Dial dial(int number) {
        Await.until(() -> dials.size() >= number);
        return dials.get(number - 1);
    }

    private void growLate() {
        fixture.ticker.advance(PATIENCE);
        fixture.scheduler.awaitAndRun(PATIENCE);
    }

    @Test
    void theFirstOfTwoDialsServesTheCallerAndTheOtherStaysIdle() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        Caller caller = fixture.caller(pool);
        Dial hanging = dial(1);
        growLate();
        dial(2).succeed();
        PooledConnection lease = caller.lease();
        hanging.succeed();
        Await.until(() -> pool.statistics().idle() == 1);
        lease.close();
        assertThat(pool.statistics().idle()).isEqualTo(2);
        assertThat(dials).hasSize(2);
    }

    @Test
    void thereAreNeverMoreDialsAndConnectionsThanTheLimit() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(3));
        Caller caller = fixture.caller(pool);
        for (int number = 1; number <= 3; number++) {
            dial(number);
            growLate();
        }
        assertThat(dials).hasSize(3);
        assertThat(pool.statistics().creating()).isEqualTo(3);
        dial(1).fail();
        assertThat(caller.failure()).hasMessageContaining("Connection refused");
        assertThat(dials).hasSize(3);
        dial(2).succeed();
        dial(3).succeed();
        Await.until(() -> pool.statistics().idle() == 2);
    }

    @Test
    void aDialInTimeIsNotRaced() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        Caller caller = fixture.caller(pool);
        Dial dial = dial(1);
        fixture.ticker.advance(PATIENCE.minusNanos(1));
        fixture.scheduler.awaitAndRun(PATIENCE);
        assertThat(dials).hasSize(1);
        dial.succeed();
        caller.lease().close();
        assertThat(fixture.scheduler.has(PATIENCE)).isFalse();
    }

    @Test
    void aDialForACallerThatHasGoneFailsNoLaterOne() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(2));
        Caller first = fixture.caller(pool, fixture.deadline(Duration.ofMillis(500)));
        Dial hanging = dial(1);
        fixture.ticker.advance(Duration.ofMillis(500));
        assertThat(first.failure()).isInstanceOf(PoolTimeoutException.class);
        Caller second = fixture.caller(pool);
        dial(2);
        hanging.fail();
        Await.until(() -> pool.statistics().connectFailures() == 1);
        assertThat(second.isWaiting()).isTrue();
        dial(2).succeed();
        second.lease().close();
        assertThat(pool.statistics().timeouts()).isEqualTo(1);
    }

    @Test
    void aCallerWhoseDialHasBegunBeforeItCameGetsAnotherOneWhenThatFails() {
        ConnectionPool pool = fixture.pool(o -> o.maxSize(1));
        Caller first = fixture.caller(pool);
        Dial shared = dial(1);
        first.interrupt();
        first.failure();
        Caller second = fixture.caller(pool);
        shared.fail();
        dial(2).succeed();
        second.lease().close();
    }

    @ParameterizedTest
    @CsvSource({"2000, 5000, 250", "10000, 5000, 625", "2000, 500, 100", "200, 5000, 100"})
    void howLongADialIsCountedOnFollowsTheShorterTimeout(long connect, long command, long patience) {
        TimeoutOptions timeouts = TimeoutOptions.builder()
                .connect(Duration.ofMillis(connect))
                .command(Duration.ofMillis(command))
                .build();
        assertThat(PoolSettings.of(PoolOptions.defaults(), timeouts).creationPatienceNanos())
                .isEqualTo(Duration.ofMillis(patience).toNanos());
    }
}
