package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisConnectionException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the shared connection, too, a call ends within its timeout, says how far it got, and leaves nothing behind. */
@TimingTest
class SharedDeadlineIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final Command<String> GET = COMMANDS.strings().get("key");
    private static final Duration SHORT = Duration.ofMillis(150);

    /** All other limits: a call that one of them had to end would never end. */
    private static final String PATIENT =
            "?mode=shared&silence-timeout=0&command-timeout=1h&connect-timeout=1h&retries=0&disconnected-wait=1h";

    private static RedisTimeoutException timesOut(
            CallStyle style, RedisClient redis, Duration timeout, Command<?> command) {
        long start = System.nanoTime();
        RedisTimeoutException failure = catchThrowableOfType(
                RedisTimeoutException.class, () -> style.execute(redis.withTimeout(timeout), command));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(timeout);
        return failure;
    }

    /**
     * What a call fails with that is sent before its time is up. One that is not sent in time, as the machine is busy with
     * something else, is followed by one with twice the time.
     */
    private static RedisTimeoutException timesOutOnceSent(CallStyle style, RedisClient redis, Command<?> command) {
        Duration timeout = SHORT;
        RedisTimeoutException failure = timesOut(style, redis, timeout, command);
        while (failure.outcome() == CommandOutcome.NOT_SENT) {
            timeout = timeout.multipliedBy(2);
            failure = timesOut(style, redis, timeout, command);
        }
        return failure;
    }

    private static void assertNothingIsUnderWay(RedisClient redis) {
        Await.until(() -> redis.sharedStatistics().inFlight() == 0
                && redis.sharedStatistics().queued() == 0
                && redis.sharedStatistics().queuedBytes() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void coversTheWaitForTheConnection(CallStyle style) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + PATIENT)) {
            proxy.fault(Fault.SAYS_NOTHING);
            RedisTimeoutException failure = timesOut(style, redis, SHORT, GET);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure)
                    .hasMessage("the deadline of 150 ms passed while the command waited to be sent;"
                            + " 0 commands are queued or in flight, 0 bytes are not sent; not connected"
                            + " (GET on 127.0.0.1:" + proxy.port() + "; not sent)");
            assertNothingIsUnderWay(redis);
            proxy.heal();
            proxy.closeAll();
        }
    }

    @ParameterizedTest
    @EnumSource
    void coversTheWaitForALostConnectionAndSaysWhyItIsLost(CallStyle style) {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = RedisClient.create(server.uri() + PATIENT)) {
            redis.connect();
            server.kill();
            Await.until(() -> !redis.sharedStatistics().connected());
            assertThatThrownBy(redis::connect).isInstanceOf(RedisConnectionException.class);
            RedisTimeoutException failure = timesOut(style, redis, SHORT, GET);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("; not connected: cannot connect to 127.0.0.1:" + server.port());
            assertNothingIsUnderWay(redis);
            server.restart();
            assertThat(style.execute(
                            redis.withTimeout(Duration.ofMinutes(1)),
                            COMMANDS.connection().ping()))
                    .isEqualTo("PONG");
        }
    }

    @ParameterizedTest
    @EnumSource
    void coversTheWrite(CallStyle style) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + PATIENT)) {
            redis.connect();
            proxy.requests().stall();
            RedisTimeoutException failure =
                    timesOutOnceSent(style, redis, COMMANDS.strings().set("large", "x".repeat(24 << 20)));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            RedisTimeoutException behind = timesOut(style, redis, SHORT, GET);
            assertThat(behind.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            proxy.heal();
            assertThat(redis.sync().get("large")).hasSize(24 << 20);
            assertNothingIsUnderWay(redis);
        }
    }

    @ParameterizedTest
    @EnumSource
    void coversTheReplyWhichIsDroppedAndCountedWhenItComes(CallStyle style) {
        CountDownLatch held = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start()
                        .on("GET", command -> FakeReply.bulk("value of " + command.get(1)))
                        .on("GET key", FakeReply.bulk("late").heldUntil(held));
                RedisClient redis = RedisClient.create(fake.uri() + PATIENT)) {
            redis.connect();
            RedisTimeoutException failure = timesOutOnceSent(style, redis, GET);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure.getMessage())
                    .matches(
                            "no reply within \\d+ m?s; the command was sent \\d+ ms ago and 0 commands in front of it have"
                                    + " no reply either; 1 commands are queued or in flight, 0 bytes are not sent;"
                                    + " the oldest in flight was sent \\d+ ms ago, something was last received \\d+ ms ago"
                                    + " \\(GET on 127\\.0\\.0\\.1:\\d+; may have been executed\\)");
            long timeouts = redis.sharedStatistics().timeouts();
            RedisTimeoutException second =
                    timesOut(style, redis, SHORT, COMMANDS.strings().get("other"));
            assertThat(second.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(second)
                    .hasMessageContaining("; a reply is overdue, and nothing is sent until the server has answered");
            assertThat(redis.sharedStatistics().inFlight()).isOne();
            assertThat(redis.sharedStatistics().lateReplies()).isZero();
            held.countDown();
            for (int i = 0; i < 20; i++) {
                assertThat(style.execute(
                                redis.withTimeout(Duration.ofMinutes(1)),
                                COMMANDS.strings().get("k" + i)))
                        .isEqualTo("value of k" + i);
            }
            assertNothingIsUnderWay(redis);
            assertThat(redis.sharedStatistics().lateReplies()).isOne();
            assertThat(redis.sharedStatistics().timeouts()).isEqualTo(timeouts + 1);
            assertThat(redis.sharedStatistics().connects()).isOne();
        }
    }

    @Test
    void theLaterDeadlineIsKeptAlthoughTheCallOfTheEarlierOneIsOver() {
        CountDownLatch never = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start()
                        .on("GET", FakeReply.bulk("value"))
                        .on("GET key", FakeReply.nothing().heldUntil(never));
                RedisClient redis = RedisClient.create(fake.uri() + PATIENT)) {
            redis.connect();
            CompletableFuture<String> answered =
                    redis.withTimeout(Duration.ofMillis(100)).async().get("other");
            CompletableFuture<String> unanswered =
                    redis.withTimeout(Duration.ofMillis(300)).async().get("key");
            Await.until(answered::isDone);
            RedisException failure = catchThrowableOfType(RedisException.class, () -> CallStyle.resultOf(unanswered));
            assertThat(failure).isInstanceOf(RedisTimeoutException.class);
            never.countDown();
        }
    }

    /** The loss may be noticed so late that no time is left for another attempt. */
    @Test
    void theDeadlineOfTheCallCoversItsRetries() {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = RedisClient.create(
                        server.uri()
                                + "?mode=shared&retries=100&retry-budget-reserve=100&connect-timeout=1h&disconnected-wait=1h")) {
            redis.connect();
            server.kill();
            for (CallStyle style : CallStyle.values()) {
                long start = System.nanoTime();
                RedisException failure =
                        catchThrowableOfType(RedisException.class, () -> style.execute(redis.withTimeout(SHORT), GET));
                if (failure instanceof RedisTimeoutException) {
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
                } else {
                    assertThat(failure).hasMessageContaining("the deadline leaves no time for it");
                }
            }
            assertNothingIsUnderWay(redis);
        }
    }
}
