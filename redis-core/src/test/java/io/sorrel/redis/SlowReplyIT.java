package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FaultProxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A large reply over a slow link: it arrives if its caller waits long enough, and holds up few others meanwhile. */
@TimingTest
class SlowReplyIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private static final int LARGE = 16_000_000;
    private static final int BYTES_PER_SECOND = 4_000_000;

    /** At this rate the large reply takes longer than the test may last. */
    private static final int FEW_BYTES_PER_SECOND = 40_000;

    private static final int CALLS = 50;

    private final String large = "0123456789".repeat(LARGE / 10);

    @BeforeEach
    void store() {
        try (RawRedis operator = REDIS.server().connect()) {
            operator.call("SET", "large", large);
            operator.call("SET", "small", "value");
        }
    }

    private static CompletableFuture<Void> callers(RedisClient redis) {
        return InBackground.run(() -> {
            for (int i = 0; i < CALLS; i++) {
                assertThat(redis.sync().get("small")).isEqualTo("value");
            }
        });
    }

    private static void makeTwoLanes(RedisClient redis) {
        Await.until(() -> {
            CompletableFuture<Void> both = CompletableFuture.allOf(callers(redis), callers(redis));
            both.join();
            return redis.poolStatistics().idle() >= 2;
        });
    }

    @Test
    void ofACallerThatGivesUpHoldsUpNoSyncCaller() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(
                        proxy.uri() + "?command-timeout=1h&connect-timeout=1h&pool-check-after-idle=1h&retries=0")) {
            redis.connect();
            makeTwoLanes(redis);
            proxy.replies().throttle(FEW_BYTES_PER_SECOND);
            CompletableFuture<String> given =
                    redis.withTimeout(Duration.ofMillis(500)).async().get("large");
            CompletableFuture<Void> meanwhile = CompletableFuture.allOf(callers(redis), callers(redis));
            assertThatThrownBy(() -> CallStyle.resultOf(given)).isInstanceOf(RedisTimeoutException.class);
            CompletableFuture<Void> afterwards = CompletableFuture.allOf(callers(redis), callers(redis));
            CallStyle.resultOf(meanwhile);
            CallStyle.resultOf(afterwards);
            proxy.heal();
            Await.until(() -> redis.sharedStatistics().inFlight() == 0);
            assertThat(CallStyle.resultOf(redis.async().get("small"))).isEqualTo("value");
        }
    }

    @Test
    void ofACallerThatWaitsIsNotCutOff() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri()
                        + "?mode=shared&command-timeout=500ms&connect-timeout=1h&silence-timeout=1h&retries=0")) {
            redis.connect();
            proxy.replies().throttle(BYTES_PER_SECOND);
            CompletableFuture<String> patient =
                    redis.withTimeout(Duration.ofSeconds(100)).async().get("large");
            assertThatThrownBy(() -> CallStyle.resultOf(redis.async().get("small")))
                    .isInstanceOf(RedisTimeoutException.class);
            assertThat(CallStyle.resultOf(patient)).isEqualTo(large);
            proxy.heal();
            assertThat(redis.withTimeout(Duration.ofMinutes(2)).sync().get("small"))
                    .isEqualTo("value");
            assertThat(redis.sharedStatistics().losses()).isZero();
        }
    }
}
