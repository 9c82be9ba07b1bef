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
import java.util.function.Function;
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

    /** All other limits: a call that one of them had to end would never end. No call asks the server before it is sent. */
    private static final String ENDLESS = "?mode=pooled&command-timeout=1h&connect-timeout=1h&pool-check-after-idle=1h";

    private static <E extends RedisException> E fails(Duration timeout, Class<E> type, ThrowingCallable call) {
        long start = System.nanoTime();
        E failure = catchThrowableOfType(type, call);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(timeout);
        return failure;
    }

    /**
     * What a call fails with that is sent before its time is up. One that is not sent in time, as the machine is busy with
     * something else, is followed by one with twice the time.
     *
     * @param fault brings the fault about behind a connection that is ready
     */
    private static RedisTimeoutException failsOnceSent(Runnable fault, Function<Duration, ThrowingCallable> call) {
        RedisTimeoutException failure;
        Duration timeout = SHORT;
        do {
            fault.run();
            failure = fails(timeout, RedisTimeoutException.class, call.apply(timeout));
            timeout = timeout.multipliedBy(2);
        } while (failure.outcome() == CommandOutcome.NOT_SENT);
        return failure;
    }

    @Test
    void aStoppedServerCostsTheTimeoutAndTheOutcomeIsUnknown(RedisServer ignored) {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = RedisClient.create(server.uri() + ENDLESS)) {
            RedisTimeoutException failure = failsOnceSent(
                    () -> {
                        server.resume();
                        redis.connect();
                        server.suspend();
                    },
                    timeout -> () -> redis.withTimeout(timeout).sync().incr("counter"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure)
                    .hasMessageMatching(
                            "no reply within \\d+ m?s; the connection was closed \\(INCR on 127\\.0\\.0\\.1:"
                                    + server.port() + "; may have been executed\\)");
            server.resume();
            assertThat(redis.sync().get("counter")).isIn(null, "1");
            assertThat(redis.poolStatistics().active()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STALLS_REQUESTS", "STALLS_REPLIES", "STALLS", "LOSES_REPLIES"})
    void aNetworkThatSwallowsCostsTheTimeout(Fault fault) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + ENDLESS)) {
            RedisTimeoutException failure = failsOnceSent(
                    () -> {
                        proxy.heal();
                        redis.connect();
                        proxy.fault(fault);
                    },
                    timeout -> () -> redis.withTimeout(timeout).sync().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            proxy.heal();
            assertThat(redis.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aReplyThatTricklesCostsTheTimeout() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + ENDLESS)) {
            redis.sync().set("long", "x".repeat(100_000));
            RedisTimeoutException failure = failsOnceSent(
                    () -> {
                        proxy.heal();
                        redis.connect();
                        proxy.replies().throttle(1_000);
                    },
                    timeout -> () -> redis.withTimeout(timeout).sync().get("long"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            proxy.heal();
            assertThat(redis.sync().get("long")).hasSize(100_000);
        }
    }

    @Test
    void aCommandThatCannotBeWrittenWholeWasNotSent() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + ENDLESS)) {
            redis.connect();
            proxy.requests().stall();
            String large = "x".repeat(64 << 20);
            RedisTimeoutException failure = fails(
                    SHORT,
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
                RedisClient redis = RedisClient.create(proxy.uri() + ENDLESS)) {
            proxy.fault(Fault.SAYS_NOTHING);
            RedisException failure = fails(
                    SHORT,
                    RedisException.class,
                    () -> redis.withTimeout(SHORT).sync().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            proxy.heal();
            proxy.closeAll();
        }
    }

    @Test
    void waitingForAConnectionIsPartOfTheTimeoutAndNothingWasSent() {
        try (RedisClient redis = RedisClient.create(REDIS.uri() + ENDLESS + "&pool-max-size=1");
                RedisSession session = redis.openSession()) {
            PoolTimeoutException failure = fails(
                    SHORT,
                    PoolTimeoutException.class,
                    () -> redis.withTimeout(SHORT).sync().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("GET");
            assertThat(session.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aLongerTimeoutOfAViewAlsoCoversTheWaitForAConnection() throws Exception {
        try (RedisClient redis = RedisClient.create(
                REDIS.uri() + "?mode=pooled&pool-max-size=1&connect-timeout=1h&command-timeout=150ms")) {
            RedisSession session = redis.openSession();
            CompletableFuture<String> patient = InBackground.call(
                    () -> redis.withTimeout(Duration.ofHours(1)).sync().ping());
            Await.until(() -> redis.poolStatistics().waiting() == 1);
            fails(SHORT, PoolTimeoutException.class, () -> redis.sync().ping());
            fails(SHORT, PoolTimeoutException.class, () -> redis.sync().ping());
            session.close();
            assertThat(patient.get()).isEqualTo("PONG");
        }
    }
}
