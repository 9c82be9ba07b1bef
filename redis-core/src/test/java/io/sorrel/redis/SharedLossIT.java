package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FaultProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of the commands under way when the shared connection breaks between any two of their bytes. */
@TimingTest
class SharedLossIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static final int ROUNDS = 100;
    private static final int COMMANDS = 100;
    private static final long SEED = Long.getLong("sorrel.test.loss.seed", 20_261_121);

    /** Commands of many sizes, so that some are collected, some fill a batch and some are written by themselves. */
    private static List<CompletableFuture<Long>> appendToMany(RedisClient redis, int round, SplittableRandom random) {
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            int size = random.nextInt(10) == 0 ? 20_000 + random.nextInt(100_000) : random.nextInt(15_000);
            calls.add(redis.async().append("key-" + round + "-" + i, "x".repeat(size)));
        }
        return calls;
    }

    @Test
    void everyCommandEndsAndEveryOutcomeIsTrue(TestReporter reporter) {
        SplittableRandom random = new SplittableRandom(SEED);
        int unknown = 0;
        int notSent = 0;
        try (RawRedis operator = REDIS.server().connect();
                FaultProxy proxy =
                        FaultProxy.to(REDIS.server().host(), REDIS.server().port(), SEED);
                RedisClient redis = RedisClient.create(proxy.uri()
                        + "?mode=shared&retries=0&command-timeout=5m&silence-timeout=0&reconnect-max-delay=20ms")) {
            for (int round = 0; round < ROUNDS; round++) {
                redis.sync().ping();
                proxy.requests().cutAfter(1 + random.nextInt(700_000), random.nextBoolean() ? Cut.RESET : Cut.CLOSE);
                List<CompletableFuture<Long>> calls = appendToMany(redis, round, random);
                for (int i = 0; i < calls.size(); i++) {
                    Await.until(calls.get(i)::isDone);
                    boolean ran = operator.number("EXISTS", "key-" + round + "-" + i) == 1;
                    try {
                        CallStyle.resultOf(calls.get(i));
                        assertThat(ran).isTrue();
                    } catch (RedisException e) {
                        assertThat(e).isInstanceOf(ConnectionLostException.class);
                        if (e.outcome() == CommandOutcome.NOT_SENT) {
                            assertThat(ran)
                                    .as("a command that was said not to be sent")
                                    .isFalse();
                            notSent++;
                        } else {
                            assertThat(e.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
                            unknown++;
                        }
                    }
                }
                proxy.requests().clear();
            }
            assertThat(unknown).isPositive();
            assertThat(redis.sync().ping()).isEqualTo("PONG");
            Await.until(() -> redis.sharedStatistics().inFlight() == 0);
            Await.until(() -> redis.sharedStatistics().queued() == 0);
            Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
            reporter.publishEntry(Map.of(
                    "losses",
                    "%d connections lost under %d commands: %d with unknown outcome, %d not sent; seed %d"
                            .formatted(redis.sharedStatistics().losses(), ROUNDS * COMMANDS, unknown, notSent, SEED)));
        }
    }
}
