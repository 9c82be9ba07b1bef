package io.sorrel.redis.spring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.error.DisconnectedException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.spring.Await;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("timing")
class RedisSharedMetricsIT {
    private static final String PREFIX = "sorrel.redis.shared";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RedisServer server = RedisServer.start();

    @AfterEach
    void end() {
        server.close();
    }

    private RedisClient client(String uri) {
        RedisClient client = RedisClient.create(uri);
        new RedisSharedMetrics(client, "orders").bindTo(registry);
        return client;
    }

    private double gauge(String suffix) {
        return registry.get(PREFIX + suffix).tag("name", "orders").gauge().value();
    }

    private double counter(String suffix) {
        return registry.get(PREFIX + suffix)
                .tag("name", "orders")
                .functionCounter()
                .count();
    }

    private void awaitCounter(String suffix, double value) {
        Await.until(() -> counter(suffix) == value);
    }

    @Test
    void everyMeterHasADescriptionAndATag() {
        try (RedisClient client = client(server.uri())) {
            assertThat(client.sharedStatistics().connected()).isFalse();
            assertThat(registry.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .containsExactlyInAnyOrder(
                            PREFIX + ".connected",
                            PREFIX + ".queued",
                            PREFIX + ".queued.bytes",
                            PREFIX + ".in.flight",
                            PREFIX + ".pending",
                            PREFIX + ".batch.max",
                            PREFIX + ".commands",
                            PREFIX + ".bytes",
                            PREFIX + ".batches",
                            PREFIX + ".round.trip",
                            PREFIX + ".round.trip.max",
                            PREFIX + ".timeout",
                            PREFIX + ".cancelled",
                            PREFIX + ".late",
                            PREFIX + ".refused",
                            PREFIX + ".opened",
                            PREFIX + ".failed",
                            PREFIX + ".lost");
            assertThat(registry.getMeters()).extracting(Meter::getId).allSatisfy(id -> {
                assertThat(id.getDescription()).isNotBlank();
                assertThat(id.getTag("name")).isEqualTo("orders");
            });
        }
    }

    @Test
    void showsTheTraffic() {
        try (RedisClient client = client(server.uri() + "?mode=shared")) {
            RedisAsyncCommands<String, String> async = client.async();
            List<CompletableFuture<Long>> replies = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                replies.add(async.incr("n"));
            }
            replies.forEach(CompletableFuture::join);
            awaitCounter(".commands", 1_000);
            awaitCounter(".bytes", 1_000 * "*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n".length());
            assertThat(gauge(".connected")).isEqualTo(1);
            assertThat(counter(".opened")).isEqualTo(1);
            Await.until(() -> gauge(".batch.max") >= 1_000 / counter(".batches"));
            assertThat(counter(".batches")).isBetween(1.0, 1_000.0);
            assertThat(gauge(".batch.max")).isBetween(1_000 / counter(".batches"), 1_000.0);
            Await.until(() -> gauge(".queued") + gauge(".queued.bytes") + gauge(".in.flight") + gauge(".pending") == 0);
            var roundTrip = registry.get(PREFIX + ".round.trip").functionTimer();
            assertThat(roundTrip.count()).isEqualTo(1_000);
            double longest =
                    registry.get(PREFIX + ".round.trip.max").timeGauge().value(TimeUnit.NANOSECONDS);
            assertThat(longest)
                    .isPositive()
                    .isBetween(roundTrip.mean(TimeUnit.NANOSECONDS), roundTrip.totalTime(TimeUnit.NANOSECONDS));
        }
    }

    @Test
    void showsWhatWaitsAndWhatIsGivenUp() {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(
                        fake.uri()
                                + "?mode=shared&command-timeout=1h&connect-timeout=1h&queue-max-commands=1&queue-when-full=fail")) {
            fake.on("GET", command -> FakeReply.bulk("value").heldUntil(released));
            CompletableFuture<?> first = client.async().get("key");
            fake.awaitCommand("GET");
            assertThat(gauge(".in.flight")).isEqualTo(1);
            assertThat(client.async().get("key")).isCompletedExceptionally();
            assertThat(counter(".refused")).isEqualTo(1);
            first.cancel(false);
            assertThat(counter(".cancelled")).isEqualTo(1);
            released.countDown();
            awaitCounter(".late", 1);
        }
    }

    @Test
    void countsCallsThatTookTooLong() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri() + "?mode=shared&retries=0")) {
            fake.on("GET", FakeReply.nothing());
            assertThatThrownBy(() ->
                            client.withTimeout(Duration.ofMillis(20)).sync().get("key"))
                    .isInstanceOf(RedisTimeoutException.class);
            assertThat(counter(".timeout")).isEqualTo(1);
        }
    }

    @Test
    void showsLossesAndFailuresToConnect() {
        try (RedisClient client = client(server.uri() + "?mode=shared")) {
            client.sync().ping();
            server.kill();
            awaitCounter(".lost", 1);
            assertThat(gauge(".connected")).isZero();
            assertThatThrownBy(() ->
                            client.withDisconnectedWait(Duration.ZERO).sync().ping())
                    .isInstanceOf(DisconnectedException.class);
            Await.until(() -> counter(".failed") > 0);
        }
    }
}
