package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.CallStyle;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.reply.AofAcknowledgements;
import io.sorrel.redis.command.reply.ClientInfo;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** WAIT and WAITAOF against a real primary with a replica, in both protocols; neither facade has them outside of sessions. */
@ParameterizedClass
@EnumSource(names = {"RESP2_SYNC", "RESP3_ASYNC"})
@TimingTest
class WaitIT {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.of(RedisServer.builder()
            .config("repl-diskless-sync-delay", "0")
            .config("appendonly", "yes")
            .config("appendfsync", "everysec"));

    @Parameter
    CallPath path;

    private RedisClient client() {
        return path.client(SERVER.uri());
    }

    @Test
    void countsTheReplicasThatHaveTheWrites() {
        RedisServer primary = SERVER.server();
        try (RedisClient client = client();
                RedisSession session = client.openSession()) {
            RedisCommands<String, String> redis = session.sync();
            redis.set("k", "1");
            assertThat(redis.waitReplicas(0, Duration.ZERO)).isZero();
            assertThat(redis.waitReplicas(1, Duration.ofMillis(1))).isZero();

            try (RedisServer replica = RedisServer.builder()
                    .config("replicaof", primary.host(), String.valueOf(primary.port()))
                    .start()) {
                Await.until(() -> redis.waitReplicas(1, MINUTE) == 1);
                redis.set("k", "2");
                assertThat(redis.waitReplicas(1, MINUTE)).isEqualTo(1);
                try (RedisClient there = RedisClient.create(replica.uri() + "?connect-timeout=1m&command-timeout=2m")) {
                    assertThat(there.sync().get("k")).isEqualTo("2");
                }
            }
        }
    }

    @Test
    void tellsWhoHasWrittenToDisk() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "WAITAOF is since Redis 7.2");
        try (RedisClient client = client();
                RedisSession session = client.openSession()) {
            session.sync().set("k", "1");

            assertThat(session.sync().waitAof(1, 0, MINUTE)).isEqualTo(new AofAcknowledgements(1, 0));
            assertThat(session.sync().waitAof(0, 1, Duration.ofMillis(1)).replicas())
                    .isZero();
        }
    }

    @Test
    void passesOnThatAnOlderServerDoesNotKnowWaitAof() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "WAITAOF is since Redis 7.2");
        try (RedisClient client = client();
                RedisSession session = client.openSession()) {
            assertThatExceptionOfType(UnknownCommandException.class)
                    .isThrownBy(() -> session.sync().waitAof(1, 0, MINUTE));
        }
    }

    @Test
    void waitsForAsLongAsTheServerMayTakeWhateverTheCommandTimeout() {
        long timeout = Duration.ofMillis(200).toNanos();
        try (RedisClient patient = client();
                RedisClient hasty = RedisClient.create(
                        SERVER.uri() + "?mode=pooled&client-name=hasty&connect-timeout=1m&command-timeout=200ms"
                                + "&pool-check-after-idle=1h")) {
            RedisCommands<String, String> operator = path.commands(patient);
            hasty.connect();
            try (RedisSession session = hasty.openSession()) {
                CompletableFuture<Long> acknowledged =
                        InBackground.call(() -> session.sync().waitReplicas(1, Duration.ofHours(1)));
                Await.until(() -> isBlocked(operator));
                long blocked = System.nanoTime();
                Await.until(() -> System.nanoTime() - blocked > timeout);
                assertThat(operator.clientUnblock(hasty(operator).id())).isTrue();
                assertThat(CallStyle.resultOf(acknowledged)).isZero();
            }
        }
    }

    private static ClientInfo hasty(RedisCommands<String, String> operator) {
        return operator.clientList().stream()
                .filter(each -> "hasty".equals(each.name()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBlocked(RedisCommands<String, String> operator) {
        return hasty(operator).hasFlag('b');
    }

    @Test
    void refusesOutsideOfASession() {
        try (RedisClient client = client()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> path.commands(client).waitReplicas(1, MINUTE))
                    .withMessageContaining("WAIT");
            assertThatIllegalStateException()
                    .isThrownBy(() -> path.commands(client).waitAof(1, 0, MINUTE))
                    .withMessageContaining("WAITAOF");
        }
    }
}
