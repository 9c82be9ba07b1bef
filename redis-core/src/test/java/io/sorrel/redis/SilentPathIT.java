package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FaultProxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that swallows what was sent, and works for what comes later, is noticed by the time callers give. */
@TimingTest
class SilentPathIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private static int failuresUntilSuccess(RedisClient redis) {
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

    /** The dial has a minute, so a caller that waits for its end is never served within this test. */
    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "shared", "pooled"})
    void aHandshakeWithoutReplyHoldsCallersNoLongerThanTheirTimeout(String mode) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis =
                        RedisClient.create(proxy.uri() + "?connect-timeout=90s&command-timeout=500ms&mode=" + mode)) {
            failuresUntilSuccess(redis);
            AtomicBoolean swallowed = new AtomicBoolean();
            proxy.onConnect(connection -> {
                if (swallowed.compareAndSet(false, true)) {
                    connection.replies().dropAfter(0, Long.MAX_VALUE);
                }
            });
            proxy.closeAll(Cut.RESET);
            assertThat(failuresUntilSuccess(redis)).isLessThanOrEqualTo(2);
            assertThat(swallowed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "shared"})
    void aSilentPathIsGivenUpAfterTheCommandTimeout(String mode) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + "?command-timeout=1s&retries=0&mode=" + mode)) {
            redis.connect();
            failuresUntilSuccess(redis);
            proxy.onConnect(connection -> connection.requests().clear());
            proxy.connection(1).requests().stall();
            for (int number = 2; number <= proxy.connections(); number++) {
                proxy.connection(number).requests().stall();
            }
            assertThat(failuresUntilSuccess(redis)).isLessThanOrEqualTo(2);
        }
    }
}
