package io.sorrel.redis.spring.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.spring.Await;
import io.sorrel.redis.test.RedisServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Tag("timing")
class RedisHealthIndicatorIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Enough for a check that succeeds, also on a machine that is busy with something else. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static String error(Health health) {
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        return (String) health.getDetails().get("error");
    }

    @Test
    void isUpWithWhatTheHandshakeAndThePoolSay() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?mode=pooled")) {
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
                    .doesNotContainKey("shared");
            assertThat((Double) health.getDetails().get("latencyMs")).isPositive();
        }
    }

    @Test
    void showsTheSharedConnectionOnceItWasWanted() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?mode=shared")) {
            assertThat(shared(new RedisHealthIndicator(client, MINUTE).health()))
                    .containsEntry("connected", true);
            server.kill();
            Health down = new RedisHealthIndicator(client, SECOND).health();
            assertThat(error(down)).contains("not connected");
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
            assertThat(client.poolStatistics().created()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void withoutDetailsThereIsOnlyTheStatus() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            assertThat(new RedisHealthIndicator(client, MINUTE).health(false))
                    .isEqualTo(Health.up().build());
            server.kill();
            assertThat(new RedisHealthIndicator(client, SECOND).health(false))
                    .isEqualTo(Health.down().build());
        }
    }

    @Test
    void isDownWithTheCauseAndUpAgainByItself(CapturedOutput output) {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            client.withTimeout(MINUTE).sync().ping();
            RedisHealthIndicator indicator = new RedisHealthIndicator(client, SECOND);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
            server.kill();
            Health down = indicator.health();
            assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(error(down))
                    .startsWith("io.sorrel.redis.error.")
                    .contains("cannot connect to 127.0.0.1:" + server.port());
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
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
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

    @Test
    void anExhaustedPoolIsDownWithItsFigures() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri() + "?mode=pooled&pool-max-size=1");
                var session = client.openSession()) {
            session.sync().ping();
            Health health = new RedisHealthIndicator(client, Duration.ofMillis(100)).health();
            assertThat(error(health)).startsWith("io.sorrel.redis.error.PoolTimeoutException: ");
            assertThat(health.getDetails())
                    .containsEntry("pool", Map.of("active", 1, "idle", 0, "waiting", 0, "max", 1));
        }
    }
}
