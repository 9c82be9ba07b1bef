package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection on which bytes arrive and no reply is ever complete does not hold up its client. */
@TimingTest
class UnfinishedReplyTest {
    private static final int CALLS = 20;

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

    private RedisClient client(String mode) {
        return RedisClient.create(fake.uri() + "?command-timeout=1s&mode=" + mode);
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
        Await.until(() -> redis.sync().get("warm").equals("v:warm")
                && redis.poolStatistics().idle() > 0);
    }

    private static int failuresOf(RedisClient redis, int calls) {
        int failures = 0;
        for (int i = 0; i < calls; i++) {
            try {
                assertThat(redis.sync().get("k" + i)).isEqualTo("v:k" + i);
            } catch (RedisException e) {
                failures++;
            }
        }
        return failures;
    }

    @ParameterizedTest
    @EnumSource
    void aCallerWithNothingPendingUsesALaneMeanwhile(Unfinished unfinished) {
        try (RedisClient redis = client("adaptive")) {
            makeALane(redis);
            begin(unfinished);
            CompletableFuture<String> hostile =
                    redis.withTimeout(Duration.ofMinutes(2)).async().get("hostile");
            fake.awaitCommand("GET hostile");
            CompletableFuture<Integer> other = InBackground.call(() -> failuresOf(redis, CALLS));
            assertThat(CallStyle.resultOf(other)).isZero();
            assertThat(hostile).isNotDone();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCallerItselfUsesALaneOnceItHasGivenUp(Unfinished unfinished) {
        try (RedisClient redis = client("adaptive")) {
            makeALane(redis);
            begin(unfinished);
            assertThatThrownBy(() -> CallStyle.resultOf(redis.async().get("hostile")))
                    .isInstanceOf(RedisTimeoutException.class);
            assertThat(failuresOf(redis, CALLS)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSharedConnectionIsReplacedBeforeManyMoreCallsFail(Unfinished unfinished) {
        try (RedisClient redis = client("shared")) {
            assertThat(redis.sync().get("warm")).isEqualTo("v:warm");
            begin(unfinished);
            assertThatThrownBy(() -> redis.sync().get("hostile")).isInstanceOf(RedisTimeoutException.class);
            assertThat(failuresOf(redis, CALLS)).isLessThanOrEqualTo(2);
            assertThat(redis.sharedStatistics().losses()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSharedConnectionIsReplacedAlsoWhereLanesServeTheCallers(Unfinished unfinished) {
        try (RedisClient redis = client("adaptive")) {
            makeALane(redis);
            begin(unfinished);
            assertThatThrownBy(() -> CallStyle.resultOf(redis.async().get("hostile")))
                    .isInstanceOf(RedisTimeoutException.class);
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            assertThat(CallStyle.resultOf(redis.async().get("k"))).isEqualTo("v:k");
        }
    }
}
