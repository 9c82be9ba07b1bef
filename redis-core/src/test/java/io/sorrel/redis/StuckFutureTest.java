package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A future that is not answered holds up the later calls of its own thread, and no call of another thread. */
@TimingTest
class StuckFutureTest {
    /** A lane stays fresh, and the shared connection is not given up, however long a thread of the test stands still. */
    private static final String PATIENT = "?command-timeout=100s&connect-timeout=100s&disconnected-wait=100s&retries=0"
            + "&silence-timeout=0&pool-check-after-idle=1h";

    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch released = new CountDownLatch(1);
    private final FakeRedis fake = FakeRedis.start()
            .on("GET", command -> FakeReply.bulk("v:" + command.get(1)))
            .on("GET stuck", FakeReply.bulk("v:stuck").heldUntil(released))
            .on("BLPOP", FakeReply.array(FakeReply.bulk("queue"), FakeReply.bulk("element")))
            .on("INCR", FakeReply.integer(1));
    private final RedisClient redis = RedisClient.create(fake.uri() + PATIENT);
    private CompletableFuture<String> stuck = new CompletableFuture<>();

    /** The ways to call that need another connection than the shared one, and the plain one. */
    enum Call {
        BLOCKING,
        POOLED,
        PLAIN,
        SESSION
    }

    private String answerTo(Call call) {
        return switch (call) {
            case BLOCKING -> redis.sync().blpop(Duration.ofSeconds(1), "queue").element();
            case POOLED -> redis.withMode(ConnectionMode.POOLED).sync().get("key");
            case PLAIN -> redis.sync().get("key");
            case SESSION -> {
                try (RedisSession session = redis.openSession()) {
                    yield session.sync().get("key");
                }
            }
        };
    }

    private static String expected(Call call) {
        return call == Call.BLOCKING ? "element" : "v:key";
    }

    /** By the thread of the test: what matters is whose future it is. */
    private void leaveAFutureUnanswered() {
        Await.until(() -> redis.sync().get("warm").equals("v:warm")
                && redis.poolStatistics().idle() > 0);
        stuck = redis.async().get("stuck");
        fake.awaitCommand("GET stuck");
    }

    @AfterEach
    void end() {
        released.countDown();
        redis.close();
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotHoldUpTheCallsOfAnotherThread(Call call) {
        leaveAFutureUnanswered();
        CompletableFuture<String> other = InBackground.call(() -> answerTo(call));
        assertThat(CallStyle.resultOf(other)).isEqualTo(expected(call));
        assertThat(stuck).isNotDone();
    }

    /** On the shared connection the server reads it behind the future's command; on another one it is not sent. */
    @ParameterizedTest
    @EnumSource
    void isNotOvertakenByALaterCallOfItsThread(ConnectionMode mode) {
        leaveAFutureUnanswered();
        assertThatThrownBy(() -> redis.withMode(mode).withTimeout(SHORT).sync().incr("counter"))
                .isInstanceOfSatisfying(
                        RedisTimeoutException.class,
                        e -> assertThat(e.outcome())
                                .isIn(
                                        CommandOutcome.NOT_SENT,
                                        mode == ConnectionMode.POOLED ? null : CommandOutcome.UNKNOWN));
        assertThat(stuck).isNotDone();
        assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("INCR"));
        released.countDown();
        assertThat(CallStyle.resultOf(stuck)).isEqualTo("v:stuck");
        assertThat(redis.sync().incr("counter")).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING", "SESSION"})
    void isNotOvertakenByALaterCallThatNeedsAConnection(Call call) {
        leaveAFutureUnanswered();
        RedisView hasty = redis.withTimeout(SHORT);
        assertThatThrownBy(() -> {
                    if (call == Call.SESSION) {
                        hasty.openSession().close();
                    } else {
                        hasty.sync().blpop(Duration.ofMillis(1), "queue");
                    }
                })
                .isInstanceOfSatisfying(
                        RedisTimeoutException.class,
                        e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT));
        assertThat(stuck).isNotDone();
        assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("BLPOP"));
        released.countDown();
        assertThat(CallStyle.resultOf(stuck)).isEqualTo("v:stuck");
        assertThat(answerTo(call)).isEqualTo(expected(call));
    }
}
