package io.sorrel.redis.spring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisView;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.spring.Await;
import io.sorrel.redis.test.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Tag("timing")
class RedisHealthIndicatorIT {
    /** Enough for any answer, also on a machine that is busy with something else. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static String error(Health health) {
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        return (String) health.getDetails().get("error");
    }

    @Test
    void isUpWithWhatTheHandshakeAndThePoolSay() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?mode=pooled")) {
            client.withTimeout(MINUTE).sync().ping();
            Health health = new RedisHealthIndicator(client, MINUTE).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("protocol", "RESP3")
                    .containsEntry("server", "redis")
                    .containsEntry("version", server.version())
                    .containsEntry("role", "master")
                    .containsEntry("mode", "standalone")
                    .containsEntry("address", "127.0.0.1:" + server.port())
                    .containsEntry("pool", Map.of("active", 0, "idle", 1, "waiting", 0, "max", 8))
                    .doesNotContainKey("poolExhausted");
            assertThat((Double) health.getDetails().get("latencyMs")).isPositive();
            assertThat(shared(health)).containsEntry("connected", true);
        }
    }

    @Test
    void showsTheSharedConnection() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?mode=shared")) {
            assertThat(shared(new RedisHealthIndicator(client, MINUTE).health()))
                    .containsEntry("connected", true);
            server.kill();
            Health down = new RedisHealthIndicator(client, MINUTE).health();
            assertThat(error(down)).startsWith("io.sorrel.redis.error.");
            assertThat(shared(down)).containsEntry("connected", false);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> shared(Health health) {
        Map<String, Object> shared = (Map<String, Object>) health.getDetails().get("shared");
        assertThat(shared).containsOnlyKeys("connected", "queued", "inFlight", "waiting");
        return shared;
    }

    @Test
    void latencyIsThatOfTheCheckInMilliseconds() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            long[] clock = {0, 1_234_567};
            int[] reads = {0};
            Health health = new RedisHealthIndicator(client, MINUTE, () -> clock[reads[0]++]).health();
            assertThat(health.getDetails()).containsEntry("latencyMs", 1.23);
        }
    }

    @Test
    void makesNoConnectionPerCheck() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            RedisHealthIndicator indicator = new RedisHealthIndicator(client, MINUTE);
            for (int i = 0; i < 20; i++) {
                indicator.health();
            }
            assertThat(client.sharedStatistics().connects()).isEqualTo(1);
            assertThat(client.poolStatistics().created()).isZero();
        }
    }

    @Test
    void withoutDetailsThereIsOnlyTheStatus() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            assertThat(new RedisHealthIndicator(client, MINUTE).health(false))
                    .isEqualTo(Health.up().build());
            server.kill();
            assertThat(new RedisHealthIndicator(client, MINUTE).health(false))
                    .isEqualTo(Health.down().build());
        }
    }

    @Test
    void isDownWithTheCauseAndUpAgainByItself(CapturedOutput output) {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            client.withTimeout(MINUTE).sync().ping();
            RedisHealthIndicator indicator = new RedisHealthIndicator(client, MINUTE);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
            server.kill();
            Health down = indicator.health();
            assertThat(error(down)).startsWith("io.sorrel.redis.error.");
            Await.until(() -> error(indicator.health()).contains("cannot connect to 127.0.0.1:" + server.port()));
            assertThat(down.getDetails()).containsKeys("address", "pool").doesNotContainKey("latencyMs");
            server.restart();
            Await.until(() -> indicator.health().getStatus().equals(Status.UP));
            assertThat(output.getOut().lines().filter(line -> line.contains("does not answer")))
                    .hasSize(1);
            assertThat(output.getOut().lines().filter(line -> line.contains("answers again")))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatWasRestartedSinceTheLastCommandIsUp() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?pool-check-after-idle=1h")) {
            RedisHealthIndicator indicator = new RedisHealthIndicator(client, MINUTE);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
            server.restart();
            Await.until(() -> indicator.health().getStatus().equals(Status.UP));
        }
    }

    @Test
    void aServerThatHangsIsDownAfterTheOwnTimeout() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?command-timeout=1h")) {
            RedisHealthIndicator patient = new RedisHealthIndicator(client, MINUTE);
            RedisHealthIndicator hasty = new RedisHealthIndicator(client, Duration.ofMillis(300));
            assertThat(patient.health().getStatus()).isEqualTo(Status.UP);
            server.suspend();
            assertThat(hasty.health().getStatus()).isEqualTo(Status.DOWN);
            server.resume();
            assertThat(patient.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aUserWhoMayNotPingIsUpWithANote() {
        try (RedisServer server = RedisServer.builder()
                        .aclLines("user app on >s3cret ~* +@all -ping")
                        .start();
                RedisClient client = RedisClient.create("redis://app:s3cret@127.0.0.1:" + server.port())) {
            Health health = new RedisHealthIndicator(client, MINUTE).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat((String) health.getDetails().get("note")).contains("NOPERM");
            assertThat(health.getDetails()).containsKeys("version", "latencyMs");
        }
    }

    @Test
    void aWrongPasswordIsDownAndNotShown(CapturedOutput output) {
        try (RedisServer server = RedisServer.builder().password("right").start();
                RedisClient client = RedisClient.create("redis://:wr0ngpass@127.0.0.1:" + server.port())) {
            Health health = new RedisHealthIndicator(client, MINUTE).health();
            assertThat(error(health)).startsWith("io.sorrel.redis.error.RedisAuthenticationException: ");
            assertThat(health.toString()).doesNotContain("wr0ngpass");
            assertThat(output).doesNotContain("wr0ngpass");
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectionMode.class)
    void aPoolWhoseConnectionsAllWaitInBlockingCommandsIsUpAndNamed(ConnectionMode mode) {
        String options = "?mode=" + mode.name().toLowerCase(Locale.ROOT);
        List<Thread> workers = new ArrayList<>();
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + options)) {
            RedisHealthIndicator indicator = new RedisHealthIndicator(client, MINUTE);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
            for (int i = 0; i < 11; i++) {
                workers.add(new Thread(() -> takeUntilClosed(client)));
            }
            workers.forEach(Thread::start);
            Await.until(() -> client.poolStatistics().waiting() == 3
                    && client.poolStatistics().active() == 8);
            Health health = indicator.health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("pool", Map.of("active", 8, "idle", 0, "waiting", 3, "max", 8))
                    .containsEntry("poolExhausted", "no free connection: all 8 are in use, 3 callers wait");
            assertThat(client.poolStatistics().created()).isEqualTo(8);
            assertThat(client.sharedStatistics().connects()).isEqualTo(1);
        }
        Await.until(() -> workers.stream().noneMatch(Thread::isAlive));
    }

    private static void takeUntilClosed(RedisClient client) {
        RedisView patient = client.withTimeout(Duration.ofHours(1));
        assertThatThrownBy(() -> patient.sync().blpop(Duration.ofHours(1), "queue"))
                .isInstanceOf(RedisException.class);
    }

    @Test
    void aServerThatIsKnownToBeGoneIsDownWithoutAWait() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?disconnected-wait=1h&command-timeout=1h")) {
            RedisHealthIndicator indicator = new RedisHealthIndicator(client, Duration.ofHours(1));
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
            server.kill();
            assertThat(error(indicator.health())).startsWith("io.sorrel.redis.error.");
            assertThat(error(indicator.health())).startsWith("io.sorrel.redis.error.DisconnectedException: ");
        }
    }
}
