package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection on which bytes arrive and no reply is ever complete does not hold up its client. */
@TimingTest
class UnfinishedReplyTest {
    private static final int CALLS = 20;
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Longer than any step takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FakeRedis fake = FakeRedis.start().on("GET", command -> FakeReply.bulk("v:" + command.get(1)));
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What keeps arriving instead of a reply. */
    enum Unfinished {
        /** A long string that breaks off; the replies to later commands are taken for its content. */
        BULK,
        /** Messages that are no replies, without end. */
        PUSHES
    }

    @AfterEach
    void end() {
        ended.countDown();
        fake.close();
    }

    private RedisClient client(String mode, Duration commandTimeout) {
        return RedisClient.create(
                fake.uri() + "?command-timeout=" + commandTimeout.toMillis() + "ms&connect-timeout=2m&mode=" + mode);
    }

    private void begin(Unfinished unfinished) {
        fake.on(
                "GET hostile",
                unfinished == Unfinished.BULK ? FakeReply.raw("$500000000\r\nABCDEF") : FakeReply.nothing());
        if (unfinished == Unfinished.PUSHES) {
            var unused = InBackground.run(this::pushWithoutEnd);
        }
    }

    private void pushWithoutEnd() {
        try {
            while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                fake.push(FakeReply.push(FakeReply.bulk("unknown"), FakeReply.bulk("message")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void makeALane(RedisClient redis) {
        Await.until(() -> redis.withTimeout(PATIENCE).sync().get("warm").equals("v:warm")
                && redis.poolStatistics().idle() > 0);
    }

    private static void assertAnswered(RedisView redis) {
        for (int i = 0; i < CALLS; i++) {
            assertThat(redis.sync().get("k" + i)).isEqualTo("v:k" + i);
        }
    }

    /** Its deadline and the patience with the connection end at the same time: either may be told first. */
    private static void assertUnanswered(ThrowingCallable call) {
        assertThat(catchThrowableOfType(RedisException.class, call).outcome()).isEqualTo(CommandOutcome.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void aCallerWithNothingPendingUsesALaneMeanwhile(Unfinished unfinished) {
        try (RedisClient redis = client("adaptive", PATIENCE)) {
            makeALane(redis);
            begin(unfinished);
            CompletableFuture<String> hostile = redis.async().get("hostile");
            fake.awaitCommand("GET hostile");
            CallStyle.resultOf(InBackground.run(() -> assertAnswered(redis.withTimeout(PATIENCE))));
            assertThat(hostile).isNotDone();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCallerItselfIsServedOnceItHasGivenUp(Unfinished unfinished) {
        try (RedisClient redis = client("adaptive", PATIENCE)) {
            makeALane(redis);
            begin(unfinished);
            assertUnanswered(
                    () -> CallStyle.resultOf(redis.withTimeout(SHORT).async().get("hostile")));
            assertAnswered(redis.withTimeout(PATIENCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSharedConnectionIsReplacedBeforeAnotherCallFails(Unfinished unfinished) {
        try (RedisClient redis = client("shared", SHORT)) {
            assertThat(redis.withTimeout(PATIENCE).sync().get("warm")).isEqualTo("v:warm");
            begin(unfinished);
            assertUnanswered(() -> redis.sync().get("hostile"));
            assertAnswered(redis.withTimeout(PATIENCE));
            assertThat(redis.sharedStatistics().losses()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSharedConnectionIsReplacedAlsoWhereLanesServeTheCallers(Unfinished unfinished) {
        try (RedisClient redis = client("adaptive", SHORT)) {
            makeALane(redis);
            begin(unfinished);
            assertUnanswered(() -> CallStyle.resultOf(redis.async().get("hostile")));
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            assertThat(CallStyle.resultOf(redis.withTimeout(PATIENCE).async().get("k")))
                    .isEqualTo("v:k");
        }
    }
}
