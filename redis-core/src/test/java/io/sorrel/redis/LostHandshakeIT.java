package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A handshake whose reply was lost holds up no later caller of the pool, however long the connect timeout is. */
@TimingTest
class LostHandshakeIT {
    private static final String OPTIONS = "?mode=pooled&command-timeout=4s&connect-timeout=100s";

    /** Much longer than a slow machine takes, and much shorter than a dial that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    /** What calls fail with, one after the other, until one succeeds. */
    private static List<RedisException> failuresUntilServed(RedisClient redis) {
        List<RedisException> failures = new ArrayList<>();
        while (true) {
            try {
                redis.withTimeout(PATIENCE).sync().get("k");
                return failures;
            } catch (RedisException e) {
                failures.add(e);
            }
        }
    }

    @Test
    void atMostTheCallUnderWayFailsOnceRepliesComeAgain() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + OPTIONS)) {
            redis.connect();
            Await.until(() -> !hasDialled(redis));
            int before = proxy.connections();
            long madeBefore = redis.poolStatistics().created();
            proxy.fault(Fault.LOSES_REPLIES);
            proxy.closeAll(Cut.RESET);
            CompletableFuture<List<RedisException>> caller = InBackground.call(() -> failuresUntilServed(redis));
            Await.until(() -> proxy.connections() > before && hasDialled(redis));
            proxy.heal();
            assertThat(caller.join()).hasSizeLessThanOrEqualTo(1);
            assertThat(failuresUntilServed(redis)).isEmpty();
            assertThat(redis.poolStatistics().created() + redis.poolStatistics().creating())
                    .isLessThanOrEqualTo(madeBefore + redis.poolStatistics().max());
        }
    }

    private static boolean hasDialled(RedisClient redis) {
        return redis.poolStatistics().creating() > 0;
    }

    @Test
    void aNetworkThatLosesTheFirstHandshakeIsFoundWholeByTheSecond() {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server());
                RedisClient redis = RedisClient.create(proxy.uri() + OPTIONS)) {
            proxy.onConnect(connection -> {
                proxy.onConnect(other -> {});
                connection.replies().stall();
            });
            assertThat(failuresUntilServed(redis)).isEmpty();
            assertThat(proxy.connections()).isGreaterThanOrEqualTo(2);
            assertThat(redis.poolStatistics().timeouts()).isZero();
        }
    }
}
