package io.sorrel.redis.spring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedisCommandMetricsIT {
    private static final String COMMANDS = "sorrel.redis.commands";
    private static final String RETRIES = "sorrel.redis.retries";
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private RedisClient client(String uri) {
        RedisClient client = RedisClient.create(uri);
        new RedisCommandMetrics(client, "orders").bindTo(registry);
        return client;
    }

    private Timer timer(String command, String outcome, String error) {
        return registry.get(COMMANDS)
                .tags("name", "orders", "command", command, "outcome", outcome, "error", error)
                .timer();
    }

    @Test
    void timesCallsByCommandAndOutcome() {
        try (RedisClient client = client(REDIS.server().uri())) {
            client.sync().set("key", "value");
            client.sync().get("key");
            client.async().get("key").join();
            try (var session = client.openSession()) {
                session.sync().clientId();
            }
            assertThatThrownBy(() -> client.sync().lpush("key", "1")).isInstanceOf(WrongTypeException.class);
        }
        assertThat(timer("SET", "success", "none").count()).isEqualTo(1);
        assertThat(timer("GET", "success", "none").count()).isEqualTo(2);
        assertThat(timer("GET", "success", "none").totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(timer("CLIENT ID", "success", "none").count()).isEqualTo(1);
        assertThat(timer("LPUSH", "refused", "WrongTypeException").count()).isEqualTo(1);
        assertThat(registry.getMeters()).hasSize(4).extracting(Meter::getId).allSatisfy(id -> {
            assertThat(id.getDescription()).isNotBlank();
            assertThat(id.getBaseUnit()).isEqualTo("seconds");
        });
    }

    @Test
    void countsRetriesByCommandAndTimesTheCallAsAWhole() {
        AtomicInteger calls = new AtomicInteger();
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri() + "?retry-base-delay=1ms")) {
            fake.on(
                    "GET",
                    command -> calls.incrementAndGet() <= 2
                            ? FakeReply.error("LOADING Redis is loading the dataset in memory")
                            : FakeReply.bulk("value"));
            assertThat(client.sync().get("key")).isEqualTo("value");
        }
        assertThat(registry.get(RETRIES)
                        .tags("name", "orders", "command", "GET")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get(RETRIES).counter().getId().getDescription()).isNotBlank();
        assertThat(timer("GET", "success", "none").count()).isEqualTo(1);
    }

    @Test
    void aCallThatDidNotGetOutIsNotSent() {
        try (RedisClient client = client("redis://127.0.0.1:1?retries=0")) {
            assertThatThrownBy(() -> client.sync().ping()).isInstanceOf(ConnectFailedException.class);
        }
        assertThat(timer("PING", "not_sent", "ConnectFailedException").count()).isEqualTo(1);
    }

    @Test
    void inventedCommandsDoNotMakeSeriesWithoutEnd() {
        CommandMeters meters = new CommandMeters(registry, "orders");
        for (int i = 0; i < CommandMeters.MOST_COMMANDS + 500; i++) {
            meters.commandFinished("e", "INVENTED" + i, MILLISECOND, null);
            meters.commandFinished(
                    "e", "INVENTED" + i, MILLISECOND, new ConnectFailedException("no", ErrorContext.NONE, null));
            meters.commandRetried(
                    "e", "INVENTED" + i, 1, new ConnectFailedException("no", ErrorContext.NONE, null), MILLISECOND);
        }
        assertThat(registry.getMeters()).hasSize(3 * (CommandMeters.MOST_COMMANDS + 1));
        assertThat(timer(CommandMeters.OTHER, "success", "none").count()).isEqualTo(500);
    }

    @Test
    void eventsBeforeTheFirstRegistryAreDroppedAndEachRegistryHearsTheRest() {
        SimpleMeterRegistry other = new SimpleMeterRegistry();
        try (RedisClient client = RedisClient.create(REDIS.server().uri())) {
            client.sync().ping();
            RedisCommandMetrics metrics = new RedisCommandMetrics(client, "orders");
            metrics.bindTo(registry);
            metrics.bindTo(other);
            client.sync().ping();
        }
        assertThat(List.of(registry, other))
                .allSatisfy(one -> assertThat(one.get(COMMANDS).timer().count()).isEqualTo(1));
    }
}
