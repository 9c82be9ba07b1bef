package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that the server closes while nothing needs it is made again by the next command only. */
@TimingTest
class IdleLossTest {
    private static final int ROUNDS = 20;

    private final FakeRedis fake = FakeRedis.start().on("INCR", FakeReply.integer(1));
    private final FakeRedis other = FakeRedis.start().on("INCR", FakeReply.integer(1));

    @AfterEach
    void end() {
        fake.close();
        other.close();
    }

    /** More time than a client takes to connect again: another one does it many times. */
    private void letOthersConnect() {
        for (int round = 1; round <= ROUNDS; round++) {
            try (RedisClient busy = RedisClient.create(other.uri() + "?mode=shared")) {
                assertThat(busy.sync().incr("counter")).isOne();
            }
            other.awaitConnections(round);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POOLED", mode = EnumSource.Mode.EXCLUDE)
    void theServerIsNotDialledUntilACommandNeedsIt(ConnectionMode mode) {
        try (RedisClient redis = RedisClient.create(
                fake.uri() + "?retries=0&reconnect-base-delay=1ms&reconnect-max-delay=1ms&mode=" + mode)) {
            redis.connect();
            for (int losses = 1; losses <= 3; losses++) {
                int lost = losses;
                int before = fake.connections();
                fake.cutAll(Cut.CLOSE);
                Await.until(() -> redis.sharedStatistics().losses() == lost);
                letOthersConnect();
                assertThat(fake.connections()).isEqualTo(before);
                assertThat(CallStyle.resultOf(redis.async().incr("counter"))).isOne();
                assertThat(fake.connections()).isEqualTo(before + 1);
            }
            assertThat(redis.sharedStatistics().connects()).isEqualTo(4);
        }
    }
}
