package io.sorrel.redis.spring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.test.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("timing")
class RedisPoolMetricsIT {
    private static final String PREFIX = "sorrel.redis.connections";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double gauge(String suffix) {
        return registry.get(PREFIX + suffix).tag("name", "orders").gauge().value();
    }

    private double counter(String suffix, String... tags) {
        return registry.get(PREFIX + suffix)
                .tag("name", "orders")
                .tags(tags)
                .functionCounter()
                .count();
    }

    private long timed(String suffix) {
        return registry.get(PREFIX + suffix).tag("name", "orders").timer().count();
    }

    @Test
    void showsTheStateOfThePoolAndWhatHasHappened() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(
                        server.uri() + "?mode=pooled&pool-max-size=2&connect-timeout=1m&command-timeout=1m")) {
            new RedisPoolMetrics(client, "orders").bindTo(registry);
            try (var first = client.openSession();
                    var second = client.openSession()) {
                first.sync().ping();
                second.sync().ping();
                assertThat(gauge("")).isEqualTo(2);
                assertThat(gauge(".active")).isEqualTo(2);
                assertThat(gauge(".idle")).isZero();
                assertThatThrownBy(() ->
                                client.withTimeout(Duration.ofMillis(20)).sync().ping())
                        .isInstanceOf(PoolTimeoutException.class);
            }
            assertThat(gauge(".active")).isZero();
            assertThat(gauge(".idle")).isEqualTo(2);
            assertThat(gauge(".pending")).isZero();
            assertThat(gauge(".max")).isEqualTo(2);
            assertThat(gauge(".min")).isZero();
            assertThat(gauge(".creating")).isZero();
            assertThat(counter(".opened")).isEqualTo(2);
            assertThat(counter(".timeout")).isEqualTo(1);
            assertThat(counter(".failed")).isZero();
            assertThat(counter(".leaked")).isZero();
            assertThat(List.of(timed(".creation"), timed(".acquire"), timed(".usage")))
                    .containsOnly(2L);
        }
    }

    @Test
    void aBrokenConnectionCountsAsDestroyedByItsCause() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?connect-timeout=1m&command-timeout=1m")) {
            new RedisPoolMetrics(client, "orders").bindTo(registry);
            try (var session = client.openSession()) {
                session.sync().ping();
                server.kill();
                assertThatThrownBy(() -> session.sync().ping()).isNotNull();
            }
            assertThat(counter(".destroyed", "cause", "broken")).isEqualTo(1);
            assertThat(counter(".destroyed", "cause", "idle")).isZero();
        }
    }

    @Test
    void aRefusedConnectionCountsAsFailed() {
        try (RedisClient client =
                RedisClient.create("redis://127.0.0.1:1?mode=pooled&connect-timeout=1m&command-timeout=1m")) {
            new RedisPoolMetrics(client, "orders").bindTo(registry);
            assertThatThrownBy(() -> client.sync().ping()).isInstanceOf(ConnectFailedException.class);
            assertThat(counter(".failed")).isPositive();
            assertThat(gauge("")).isZero();
        }
    }

    @Test
    void eventsBeforeTheFirstRegistryAreDroppedAndEachRegistryHearsTheRest() {
        SimpleMeterRegistry other = new SimpleMeterRegistry();
        try (RedisServer server = RedisServer.start();
                RedisClient client =
                        RedisClient.create(server.uri() + "?mode=pooled&connect-timeout=1m&command-timeout=1m")) {
            client.sync().ping();
            RedisPoolMetrics metrics = new RedisPoolMetrics(client, "orders");
            metrics.bindTo(registry);
            metrics.bindTo(other);
            client.sync().ping();
        }
        assertThat(List.of(registry, other))
                .allSatisfy(one ->
                        assertThat(one.get(PREFIX + ".acquire").timer().count()).isEqualTo(1));
    }
}
