package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FaultProxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that swallows what was sent, and works for what comes later, is noticed by the time callers give. */
@TimingTest
class SilentPathIT {
    /** Nothing but the timeouts of callers gives up the path. */
    private static final String OPTIONS = "?command-timeout=1s&connect-timeout=1m&silence-timeout=0&retries=0&mode=";

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    /** Longer than a thread of a busy machine stands still, and much shorter than the dial that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The same for a path that is silent for all of a call's time, which the test waits for. */
    private static final Duration BEARABLE = Duration.ofSeconds(4);

    private static int failuresUntilSuccess(RedisView redis) {
        int failures = 0;
        while (true) {
            try {
                redis.sync().incr("counter");
                return failures;
            } catch (RedisException e) {
                failures++;
            }
        }
    }

    private static void awaitNoDial(RedisClient redis) {
        Await.until(() -> redis.poolStatistics().creating() == 0);
    }

    /** The dial has a minute, so a caller that waits for its end is never served within this test. */
    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "shared", "pooled"})
    void aHandshakeWithoutReplyHoldsCallersNoLongerThanTheirTimeout(String mode) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(
                        proxy.uri() + "?connect-timeout=90s&command-timeout=500ms&silence-timeout=0&mode=" + mode)) {
            RedisView patient = redis.withTimeout(PATIENCE).withDisconnectedWait(PATIENCE);
            failuresUntilSuccess(patient);
            awaitNoDial(redis);
            AtomicBoolean swallowed = new AtomicBoolean();
            proxy.onConnect(connection -> {
                if (swallowed.compareAndSet(false, true)) {
                    connection.replies().dropAfter(0, Long.MAX_VALUE);
                }
            });
            proxy.closeAll(Cut.RESET);
            assertThat(failuresUntilSuccess(patient)).isLessThanOrEqualTo(2);
            assertThat(swallowed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "shared"})
    void aSilentPathIsGivenUpAfterTheCommandTimeout(String mode) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + OPTIONS + mode)) {
            RedisView bearing = redis.withTimeout(BEARABLE).withDisconnectedWait(BEARABLE);
            redis.connect();
            failuresUntilSuccess(bearing);
            awaitNoDial(redis);
            int silent = 1 + redis.poolStatistics().idle();
            for (int number = 1; number <= proxy.connections(); number++) {
                proxy.connection(number).requests().stall();
            }
            assertThat(failuresUntilSuccess(bearing)).isLessThanOrEqualTo(Math.max(2, silent));
        }
    }
}
