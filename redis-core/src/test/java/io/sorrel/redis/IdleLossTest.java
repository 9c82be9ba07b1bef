package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.test.RawRedis;
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

    /** Calls wait for the server until it is there, however slow the machine is. */
    private static final String PATIENT = "?command-timeout=1h&connect-timeout=1h&disconnected-wait=1h";

    private final FakeRedis fake = FakeRedis.start().on("INCR", FakeReply.integer(1));
    private final FakeRedis other = FakeRedis.start().on("INCR", FakeReply.integer(1));

    private int markers;

    @AfterEach
    void end() {
        fake.close();
        other.close();
    }

    /** More time than a client takes to connect again: another one does it many times. */
    private void letOthersConnect() {
        for (int round = 1; round <= ROUNDS; round++) {
            try (RedisClient busy = RedisClient.create(other.uri() + PATIENT + "&mode=shared")) {
                assertThat(busy.sync().incr("counter")).isOne();
            }
            other.awaitConnections(round);
        }
    }

    /**
     * How many connections of clients the server has accepted, once it has accepted all that were dialled: an attempt that was
     * raced by another one may still be on its way, and the last connection is the test's own.
     */
    private int dialled() {
        Await.until(() -> Leftovers.threads().stream().noneMatch(name -> name.startsWith("sorrel-shared-connect")));
        try (RawRedis marker = RawRedis.connect(fake.host(), fake.port())) {
            marker.call("PING");
        }
        markers++;
        return fake.connections() - markers;
    }

    @ParameterizedTest
    @EnumSource(names = "POOLED", mode = EnumSource.Mode.EXCLUDE)
    void theServerIsNotDialledUntilACommandNeedsIt(ConnectionMode mode) {
        try (RedisClient redis = RedisClient.create(
                fake.uri() + PATIENT + "&retries=0&reconnect-base-delay=1ms&reconnect-max-delay=1ms&mode=" + mode)) {
            redis.connect();
            for (int losses = 1; losses <= 3; losses++) {
                int lost = losses;
                int before = dialled();
                fake.cutAll(Cut.CLOSE);
                Await.until(() -> redis.sharedStatistics().losses() == lost);
                letOthersConnect();
                assertThat(dialled()).isEqualTo(before);
                assertThat(CallStyle.resultOf(redis.async().incr("counter"))).isOne();
                assertThat(dialled()).isGreaterThan(before);
            }
            assertThat(redis.sharedStatistics().connects()).isEqualTo(4);
        }
    }
}
