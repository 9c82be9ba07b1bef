package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FaultProxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What counts as silence of the server, and what is only slow. */
@TimingTest
class SharedSilenceIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    /** Longer than a thread stands still on a busy machine. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static final int LARGE = 40_000_000;
    private static final int PIECE = 16 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final String OPTIONS =
            "?mode=shared&silence-timeout=3s&command-timeout=5m&connect-timeout=5m&retries=0";

    /** Nothing is sent but the command. */
    private static final String WITHOUT_FENCES = OPTIONS + "&fence-commands=0&fence-interval=0";

    private static void assertStillTheFirstConnection(RedisClient redis) {
        assertThat(redis.sync().ping()).isEqualTo("PONG");
        assertThat(redis.sharedStatistics().connects()).isOne();
        assertThat(redis.sharedStatistics().losses()).isZero();
    }

    private static void assertTookLongerThanTheSilence(long start) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(SILENCE);
    }

    private static ConnectionLostException lost(CompletableFuture<?> call) {
        return catchThrowableOfType(ConnectionLostException.class, () -> CallStyle.resultOf(call));
    }

    @Test
    void aSlowReplyThatKeepsFlowingIsNoSilence() {
        String value = "0123456789".repeat(80);
        try (RawRedis operator = REDIS.server().connect();
                FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + OPTIONS)) {
            operator.call("SET", "key", value);
            redis.connect();
            proxy.replies().split(32, Duration.ofMillis(80));
            long start = System.nanoTime();
            CompletableFuture<String> async = redis.async().get("key");
            assertThat(redis.sync().get("key")).isEqualTo(value);
            assertTookLongerThanTheSilence(start);
            assertThat(CallStyle.resultOf(async)).isEqualTo(value);
            proxy.heal();
            assertStillTheFirstConnection(redis);
        }
    }

    @Test
    void aReplyThatStopsInTheMiddleIsSilence() {
        try (RawRedis operator = REDIS.server().connect();
                FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + WITHOUT_FENCES)) {
            operator.call("SET", "key", "0123456789");
            redis.connect();
            proxy.replies().stallAfter(8);
            ConnectionLostException failure = lost(redis.async().get("key"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure).hasMessageMatching("nothing was received for \\d+ ms although replies were due; .*");
            proxy.heal();
            assertThat(redis.sync().get("key")).isEqualTo("0123456789");
        }
    }

    /** What the kernels hold between client and server must be much less than the value. */
    @Test
    void aSlowWriteThatKeepsFlowingIsNoSilence() {
        String value = "0123456789".repeat(LARGE / 10);
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + OPTIONS)) {
            redis.connect();
            proxy.requests().split(PIECE, PAUSE);
            long start = System.nanoTime();
            CompletableFuture<Void> async = redis.async().set("key", value);
            Await.until(() -> redis.sharedStatistics().bytes() > LARGE || async.isDone());
            assertTookLongerThanTheSilence(start);
            proxy.heal();
            assertThat(CallStyle.resultOf(async)).isNull();
            assertThat(redis.sync().strlen("key")).isEqualTo(value.length());
            assertStillTheFirstConnection(redis);
        }
    }

    @Test
    void aWriteThatStopsInTheMiddleIsSilence() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + WITHOUT_FENCES)) {
            redis.connect();
            proxy.requests().stallAfter(LARGE / 2);
            ConnectionLostException failure = lost(redis.async().set("key", "x".repeat(LARGE)));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining(" although replies were due");
            proxy.heal();
            assertThat(redis.sync().exists("key")).isZero();
        }
    }
}
