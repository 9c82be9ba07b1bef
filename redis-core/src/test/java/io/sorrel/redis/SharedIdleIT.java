package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that closes its connections while nothing is under way costs no command. */
@TimingTest
class SharedIdleIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private static final String PATIENT = "?retries=0&command-timeout=1h&connect-timeout=1h&disconnected-wait=1h";
    private static final int ROUNDS = 25;

    @ParameterizedTest
    @EnumSource(names = "POOLED", mode = EnumSource.Mode.EXCLUDE)
    void theLossIsNoticedBeforeTheNextCommand(ConnectionMode mode) {
        try (RawRedis operator = REDIS.server().connect();
                RedisClient redis =
                        RedisClient.create(REDIS.uri() + PATIENT + "&reconnect-max-delay=20ms&mode=" + mode)) {
            redis.connect();
            for (int round = 1; round <= ROUNDS; round++) {
                for (int i = 0; i < 5; i++) {
                    redis.sync().incr("counter");
                }
                CompletableFuture<Long> last = redis.async().incr("counter");
                assertThat(CallStyle.resultOf(last)).isEqualTo(round * 7L - 1);
                Await.until(() -> redis.poolStatistics().creating()
                                + redis.poolStatistics().active()
                        == 0);
                int losses = round;
                operator.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
                Await.until(() -> redis.sharedStatistics().losses() == losses);
                assertThat(redis.sync().incr("counter")).isEqualTo(round * 7L);
            }
            assertThat(operator.text("GET", "counter")).isEqualTo(Integer.toString(ROUNDS * 7));
            assertThat(redis.sharedStatistics().connects()).isEqualTo(ROUNDS + 1);
        }
    }
}
