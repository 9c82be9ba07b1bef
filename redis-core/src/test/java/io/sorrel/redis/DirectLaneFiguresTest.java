package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Direct lanes are made on the side: only callers count as waiting, as timed out, and as having acquired. */
@TimingTest
class DirectLaneFiguresTest {
    private static final FakeReply HELLO = FakeReply.map(FakeReply.bulk("proto"), FakeReply.integer(3));

    private final CountDownLatch released = new CountDownLatch(1);
    private final FakeRedis server = FakeRedis.start().on("GET", FakeReply.bulk("v"));

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
    }

    private static void noCallerWaits(RedisClient redis) {
        PoolStatistics figures = redis.poolStatistics();
        assertThat(figures.waiting()).isZero();
        assertThat(figures.timeouts()).isZero();
    }

    @Test
    void theFirstLaneOfAClientIsMadeWithoutAWaiter() {
        AtomicInteger greeted = new AtomicInteger();
        server.on("HELLO", words -> greeted.incrementAndGet() == 1 ? HELLO : HELLO.heldUntil(released));
        try (RedisClient redis = RedisClient.create(server.uri() + "?library-info=false&connect-timeout=30s")) {
            assertThat(redis.sync().get("k")).isEqualTo("v");
            Await.until(() -> {
                assertThat(redis.sync().get("k")).isEqualTo("v");
                return redis.poolStatistics().creating() == 1;
            });
            noCallerWaits(redis);
            released.countDown();
            Await.until(() -> redis.poolStatistics().idle() == 1);
            noCallerWaits(redis);
            assertThat(redis.poolStatistics().acquires().count()).isZero();
        }
    }

    @Test
    void whereAllConnectionsAreLentNoCallWaitsForALane() {
        server.on("BLPOP", FakeReply.missing3().heldUntil(released));
        try (RedisClient redis =
                RedisClient.create(server.uri() + "?pool-max-size=1&connect-timeout=30s&command-timeout=30s")) {
            CompletableFuture<?> blocked = InBackground.call(() -> redis.sync().blpop(Duration.ofSeconds(10), "q"));
            server.awaitCommand("BLPOP");
            for (int i = 0; i < 120; i++) {
                assertThat(redis.sync().get("k")).isEqualTo("v");
                noCallerWaits(redis);
            }
            assertThat(redis.poolStatistics().acquires().count()).isOne();
            released.countDown();
            blocked.join();
        }
    }
}
