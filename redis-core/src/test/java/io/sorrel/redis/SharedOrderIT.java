package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread's own commands take effect in the order in which it issued them, on whatever connections they travel. */
@TimingTest
@SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for them: that is the point.
class SharedOrderIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private static final int THREADS = 64;
    private static final int FEW = 4;
    private static final int ROUNDS = 15;
    private static final Duration IN_A_HURRY = Duration.ofNanos(100_000);
    private static final String FEW_LANES = "mode=adaptive&direct-lanes=8";
    private static final String MANY_LANES = "mode=adaptive&direct-lanes=64&pool-max-size=64";
    private static final String SHARED = "mode=shared";

    /** What one thread does; its number makes its keys. */
    private interface Work {
        void run(int thread);
    }

    private static RedisClient client(String mode) {
        return RedisClient.create(
                REDIS.uri() + "?command-timeout=5m&connect-timeout=1m&pool-check-after-idle=1h&retries=0&" + mode);
    }

    private static void inThreads(int count, Work work) {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int thread = i;
            threads.add(InBackground.run(() -> work.run(thread)));
        }
        threads.forEach(CompletableFuture::join);
    }

    @ParameterizedTest
    @ValueSource(strings = {FEW_LANES, MANY_LANES, SHARED})
    void aSyncCommandComesBehindTheAsyncOnesBeforeIt(String mode) {
        Phaser turns = new Phaser(THREADS);
        try (RedisClient redis = client(mode)) {
            redis.connect();
            if (!mode.equals(SHARED)) {
                makeALane(redis);
            }
            inThreads(THREADS, thread -> {
                writeAndRead(redis, thread);
                turns.arriveAndAwaitAdvance();
                for (int turn = 0; turn < THREADS / FEW; turn++) {
                    if (thread / FEW == turn) {
                        writeAndRead(redis, thread);
                    }
                    turns.arriveAndAwaitAdvance();
                }
            });
            assertThat(redis.sharedStatistics().commands()).isPositive();
            long lanes = redis.poolStatistics().acquires().count();
            if (mode.equals(SHARED)) {
                assertThat(lanes).isZero();
            } else {
                assertThat(lanes).isGreaterThan(2 * FEW * ROUNDS);
            }
        }
    }

    private static void makeALane(RedisClient redis) {
        Await.until(() -> {
            redis.sync().get("key");
            return redis.poolStatistics().idle() > 0;
        });
    }

    private static void writeAndRead(RedisClient redis, int thread) {
        String key = "key" + thread;
        for (int round = 0; round < ROUNDS; round++) {
            redis.sync().set(key, "sync " + round);
            assertThat(redis.sync().get(key)).isEqualTo("sync " + round);
            List<CompletableFuture<?>> pending = new ArrayList<>();
            for (int i = 0; i <= round % 3; i++) {
                pending.add(redis.async().set(key, "async " + round + "." + i));
            }
            assertThat(redis.sync().get(key)).isEqualTo("async " + round + "." + round % 3);
            assertThat(pending).allSatisfy(future -> assertThat(future.join()).isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FEW_LANES, MANY_LANES, SHARED})
    void whatWasCancelledTakesEffectInItsTurnOrNever(String mode) {
        try (RedisClient redis = client(mode)) {
            redis.connect();
            inThreads(FEW, thread -> {
                SplittableRandom random = new SplittableRandom(thread);
                String key = "key" + thread;
                int sure = 0;
                for (int number = 1; number <= 20 * ROUNDS; number++) {
                    CompletableFuture<?> set = redis.async().set(key, Integer.toString(number));
                    boolean cancelled = random.nextBoolean() && set.cancel(true);
                    sure = cancelled ? sure : number;
                    if (random.nextInt(3) == 0) {
                        sure = assertSettled(redis, key, sure, number);
                    }
                }
            });
            assertThat(redis.sharedStatistics().cancelled()).isPositive();
        }
    }

    /** Nothing is read that is older than what was written for sure, and what is read once stays. */
    private static int assertSettled(RedisClient redis, String key, int sure, int newest) {
        int read = number(redis, key);
        assertThat(read).isBetween(sure, newest);
        assertThat(number(redis, key)).isEqualTo(read);
        return read;
    }

    private static int number(RedisClient redis, String key) {
        String value = redis.sync().get(key);
        return value == null ? 0 : Integer.parseInt(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {FEW_LANES, MANY_LANES, SHARED})
    void whatTimedOutTakesEffectInItsTurnOrNever(String mode) {
        try (RedisClient redis = client(mode)) {
            redis.connect();
            RedisView hasty = redis.withTimeout(IN_A_HURRY);
            for (int run = 0; redis.sharedStatistics().timeouts() == 0; run++) {
                String prefix = "run" + run + "-";
                inThreads(4 * FEW, thread -> writeInAHurry(redis, hasty, prefix + thread, thread, mode));
            }
        }
    }

    private static void writeInAHurry(RedisClient redis, RedisView hasty, String key, int seed, String mode) {
        SplittableRandom random = new SplittableRandom(seed);
        int sure = 0;
        for (int number = 1; number <= 3 * ROUNDS; number++) {
            if (random.nextBoolean()) {
                hasty.async().set(key, Integer.toString(number));
            } else if (mode.equals(SHARED)) {
                setInAHurry(hasty, key, number);
            }
            if (random.nextInt(3) == 0) {
                sure = assertSettled(redis, key, sure, number);
            }
        }
    }

    private static void setInAHurry(RedisView hasty, String key, int number) {
        try {
            hasty.sync().set(key, Integer.toString(number));
        } catch (RedisTimeoutException e) {
            // It may have run, or not.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FEW_LANES, SHARED})
    void sessionsAndCallsWithAConnectionToThemselvesComeBehindPendingCommands(String mode) {
        try (RedisClient redis = client(mode)) {
            redis.connect();
            RedisView pooled = redis.withMode(ConnectionMode.POOLED);
            inThreads(FEW, thread -> {
                String key = "key" + thread;
                for (int round = 0; round < ROUNDS; round++) {
                    redis.async().set(key, "session " + round);
                    try (RedisSession session = redis.openSession()) {
                        assertThat(session.sync().get(key)).isEqualTo("session " + round);
                    }
                    redis.async().set(key, "pooled " + round);
                    assertThat(pooled.sync().get(key)).isEqualTo("pooled " + round);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FEW_LANES, SHARED})
    void commandsThatBlockComeBehindPendingCommands(String mode) {
        Duration patience = Duration.ofMinutes(2);
        try (RedisClient redis = client(mode)) {
            redis.connect();
            inThreads(FEW, thread -> {
                String list = "list" + thread;
                for (int round = 0; round < ROUNDS; round++) {
                    replaceElement(redis, list, "sync " + round);
                    assertThat(redis.sync().blpop(patience, list).element()).isEqualTo("sync " + round);
                    replaceElement(redis, list, "async " + round);
                    assertThat(CallStyle.resultOf(redis.async().blpop(patience, list))
                                    .element())
                            .isEqualTo("async " + round);
                }
            });
        }
    }

    /** A pop that overtakes this gets what stood there before. */
    private static void replaceElement(RedisClient redis, String list, String element) {
        redis.sync().rpush(list, "old");
        redis.async().lpop(list);
        redis.async().rpush(list, element);
    }
}
