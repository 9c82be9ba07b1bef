package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.PoolExhaustedException;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@TimingTest
class PoolEventsTest {
    private final PoolFixture fixture = new PoolFixture();
    private final Recorder recorder = new Recorder();

    @Test
    void tellsTheLifeOfAConnectionInOrder() {
        ConnectionPool pool = fixture.listener(recorder).pool(o -> o.checkAfterIdle(Duration.ofSeconds(9)));
        fixture.server.onConnect = deadline -> fixture.ticker.advance(Duration.ofMillis(3));
        PooledConnection lease = pool.acquire(fixture.deadline());
        fixture.ticker.advance(Duration.ofMillis(5));
        lease.close();
        pool.acquire(fixture.deadline()).destroy(DestroyCause.DISCARDED);
        assertThat(recorder.events)
                .containsExactly(
                        "created localhost:6379 3",
                        "acquired localhost:6379 3",
                        "released localhost:6379 5",
                        "acquired localhost:6379 0",
                        "released localhost:6379 0",
                        "destroyed localhost:6379 DISCARDED");
    }

    @Test
    void tellsFailuresAndTimeouts() {
        ConnectionPool pool = fixture.listener(recorder).pool(o -> o);
        fixture.server.onConnect = deadline -> {
            throw PoolFixture.refused();
        };
        assertThatThrownBy(() -> pool.acquire(fixture.deadline())).isInstanceOf(ConnectFailedException.class);
        fixture.server.onConnect = deadline -> fixture.ticker.advance(Duration.ofNanos(1));
        pool.acquire(fixture.deadline()).close();
        fixture.ticker.advance(Duration.ofSeconds(2));
        assertThatThrownBy(() -> pool.acquire(fixture.deadline(Duration.ZERO)))
                .isInstanceOf(PoolTimeoutException.class);
        assertThat(recorder.events).contains("failed localhost:6379 Connection refused", "timed out localhost:6379");
        assertThat(pool.statistics().idle()).isEqualTo(1);
    }

    @Test
    void tellsOfCallersThatDoNotWait() {
        ConnectionPool pool = fixture.listener(recorder).pool(o -> o.maxSize(1).whenExhausted(WhenExhausted.FAIL));
        pool.acquire(fixture.deadline());
        assertThatThrownBy(() -> pool.acquire(fixture.deadline())).isInstanceOf(PoolExhaustedException.class);
        assertThat(recorder.events).contains("timed out localhost:6379");
    }

    private static final class Recorder implements ClientListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void connectionCreated(String endpoint, Duration took) {
            events.add("created " + endpoint + " " + took.toMillis());
        }

        @Override
        public void connectionFailed(String endpoint, RedisException failure) {
            events.add("failed " + endpoint + " " + failure.reason());
        }

        @Override
        public void connectionDestroyed(String endpoint, DestroyCause cause) {
            events.add("destroyed " + endpoint + " " + cause);
        }

        @Override
        public void connectionAcquired(String endpoint, Duration waited) {
            events.add("acquired " + endpoint + " " + waited.toMillis());
        }

        @Override
        public void connectionReleased(String endpoint, Duration used) {
            events.add("released " + endpoint + " " + used.toMillis());
        }

        @Override
        public void acquireTimedOut(String endpoint) {
            events.add("timed out " + endpoint);
        }
    }
}
