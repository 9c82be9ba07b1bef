package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call ends within its timeout, whatever the server and the network do, and says whether the command ran. */
@TimingTest
class DeadlineIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static <E extends RedisException> E failsInTime(Class<E> type, ThrowingCallable call) {
        long start = System.nanoTime();
        E failure = catchThrowableOfType(type, call);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plus(SLACK));
        return failure;
    }

    @Test
    void aStoppedServerCostsTheTimeoutAndTheOutcomeIsUnknown(RedisServer ignored) {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = RedisClient.create(server.uri() + "?mode=pooled")) {
            redis.connect();
            server.suspend();
            RedisTimeoutException failure = failsInTime(
                    RedisTimeoutException.class,
                    () -> redis.withTimeout(SHORT).sync().incr("counter"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure)
                    .hasMessage("no reply within 150 ms; the connection was closed (INCR on 127.0.0.1:" + server.port()
                            + "; may have been executed)");
            server.resume();
            assertThat(redis.sync().get("counter")).isIn(null, "1");
            assertThat(redis.poolStatistics().active()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STALLS_REQUESTS", "STALLS_REPLIES", "STALLS", "LOSES_REPLIES"})
    void aNetworkThatSwallowsCostsTheTimeout(Fault fault) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + "?mode=pooled")) {
            redis.connect();
            proxy.fault(fault);
            RedisTimeoutException failure = failsInTime(
                    RedisTimeoutException.class,
                    () -> redis.withTimeout(SHORT).sync().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            proxy.heal();
            assertThat(redis.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aReplyThatTricklesCostsTheTimeout() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + "?mode=pooled")) {
            redis.sync().set("long", "x".repeat(100_000));
            proxy.replies().throttle(1_000);
            RedisTimeoutException failure = failsInTime(
                    RedisTimeoutException.class,
                    () -> redis.withTimeout(SHORT).sync().get("long"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            proxy.heal();
            assertThat(redis.sync().get("long")).hasSize(100_000);
        }
    }

    @Test
    void aCommandThatCannotBeWrittenWholeWasNotSent() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + "?mode=pooled")) {
            redis.connect();
            proxy.requests().stall();
            String large = "x".repeat(64 << 20);
            RedisTimeoutException failure = failsInTime(
                    RedisTimeoutException.class,
                    () -> redis.withTimeout(SHORT).sync().set("large", large));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            proxy.heal();
            assertThat(redis.sync().get("large")).isNull();
        }
    }

    @Test
    void aConnectionThatCannotBeMadeCostsTheTimeoutOfTheCall() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + "?mode=pooled")) {
            proxy.fault(Fault.SAYS_NOTHING);
            RedisException failure = failsInTime(
                    RedisException.class, () -> redis.withTimeout(SHORT).sync().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            proxy.heal();
            proxy.closeAll();
        }
    }

    @Test
    void waitingForAConnectionIsPartOfTheTimeoutAndNothingWasSent() {
        try (RedisClient redis = RedisClient.create(REDIS.uri() + "?mode=pooled&pool-max-size=1");
                RedisSession session = redis.openSession()) {
            PoolTimeoutException failure = failsInTime(
                    PoolTimeoutException.class,
                    () -> redis.withTimeout(SHORT).sync().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("GET");
            assertThat(session.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aLongerTimeoutOfAViewAlsoCoversTheWaitForAConnection() throws Exception {
        try (RedisClient redis =
                RedisClient.create(REDIS.uri() + "?mode=pooled&pool-max-size=1&command-timeout=150ms")) {
            RedisSession session = redis.openSession();
            CompletableFuture<String> patient = InBackground.call(
                    () -> redis.withTimeout(Duration.ofSeconds(30)).sync().ping());
            Await.until(() -> redis.poolStatistics().waiting() == 1);
            failsInTime(PoolTimeoutException.class, () -> redis.sync().ping());
            failsInTime(PoolTimeoutException.class, () -> redis.sync().ping());
            session.close();
            assertThat(patient.get(10, TimeUnit.SECONDS)).isEqualTo("PONG");
        }
    }
}
