package io.sorrel.redis.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.SharedStatistics;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.ProxyConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many callers over a shared connection that is late, split, stalled and cut at random, while they cancel, lose patience
 * and are interrupted: every reply belongs to its caller, every call ends once, and at the end nothing is under way.
 * {@code -Dsorrel.test.checker.operations=50000000} makes it longer, {@code -Dsorrel.test.checker.seed} repeats it.
 */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class SharedMisdeliveryIT {
    private static final long OPERATIONS = Long.getLong("sorrel.test.checker.operations", 150_000);
    private static final long SEED = Long.getLong("sorrel.test.checker.seed", 20_261_121);
    private static final int CALLERS = 12;
    private static final int FIRST_LIFE_BITS = 14;
    private static final int LONGEST_LIFE_BITS = 24;
    private static final int LONGEST_DRIBBLE_BYTES = 30_000;
    private static final long BETWEEN_INTERRUPTS = TimeUnit.MILLISECONDS.toNanos(2);

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private final SplittableRandom seeds = new SplittableRandom(SEED);
    private final Books books = new Books();
    private final AtomicLong operations = new AtomicLong();

    @ParameterizedTest
    @ValueSource(strings = {"mode=adaptive&direct-lanes=16&pool-max-size=16", "mode=shared"})
    void noReplyReachesAnotherCallerAndNothingIsLost(String mode, TestReporter reporter) throws InterruptedException {
        try (RawRedis operator = REDIS.server().connect();
                FaultProxy proxy =
                        FaultProxy.to(REDIS.server().host(), REDIS.server().port(), SEED);
                RedisClient redis = RedisClient.create(proxy.uri() + "?" + mode
                        + "&retries=0&silence-timeout=300ms&queue-max-commands=2000&queue-max-bytes=200KB"
                        + "&reconnect-base-delay=1ms&reconnect-max-delay=5ms&pool-check-after-idle=1h")) {
            SplittableRandom trouble = seeds.split();
            proxy.onConnect(connection -> {
                synchronized (trouble) {
                    disturb(connection, trouble);
                }
            });
            long start = System.nanoTime();
            List<CheckedCaller> callers = run(redis);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            reporter.publishEntry(Map.of("checker", mode + ", " + seconds + " s, seed " + SEED + ": " + books));

            assertThat(books.wrong()).isEmpty();
            assertThat(books.lost.sum()).isZero();
            assertThat(books.ended.sum()).isEqualTo(books.submitted.sum());
            proxy.heal();
            assertNothingIsUnderWay(redis);
            for (CheckedCaller caller : callers) {
                String value = operator.text("GET", caller.questions().counter());
                assertThat(caller.questions().isCounter(Long.parseLong(Objects.requireNonNullElse(value, "0"))))
                        .isTrue();
            }
            assertEverythingHappened(redis, mode);
        }
    }

    /** Gives a connection its share of trouble: all end some time, the first ones early, of the later ones most. */
    private void disturb(ProxyConnection connection, SplittableRandom random) {
        int longest = Math.min(FIRST_LIFE_BITS + connection.number() / 2, LONGEST_LIFE_BITS);
        int after = 200 + random.nextInt(1 << random.nextInt(8, longest + 1));
        int dribble = Math.min(after, LONGEST_DRIBBLE_BYTES);
        Cut how = random.nextBoolean() ? Cut.CLOSE : Cut.RESET;
        switch (random.nextInt(16)) {
            case 0 -> connection.replies().stallAfter(after / 2);
            case 1 -> connection.requests().stallAfter(after / 2);
            case 2 -> connection.requests().cutAfter(after / 2, how);
            case 3 -> connection.replies().splitRandomly(40).cutAfter(dribble, how);
            case 4 -> connection.requests().splitRandomly(10).cutAfter(dribble, how);
            case 5, 6 -> connection.replies().delay(Duration.ZERO, Duration.ofMillis(3));
            case 7 -> connection.requests().delay(Duration.ZERO, Duration.ofMillis(1));
            default -> connection.replies().splitRandomly(4_000);
        }
        connection.replies().cutAfter(after, how);
        books.cuts.incrementAndGet();
    }

    private List<CheckedCaller> run(RedisClient redis) throws InterruptedException {
        List<CheckedCaller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String name = Character.toString('a' + i);
            callers.add(new CheckedCaller(name, redis, books, operations, OPERATIONS / 2, seeds.split()));
        }
        callers.forEach(caller -> caller.thread().start());
        SplittableRandom random = seeds.split();
        while (callers.stream().anyMatch(caller -> caller.thread().isAlive())) {
            callers.get(random.nextInt(CALLERS)).thread().interrupt();
            LockSupport.parkNanos(BETWEEN_INTERRUPTS);
        }
        return callers;
    }

    private static void assertNothingIsUnderWay(RedisClient redis) {
        Await.until(() -> {
            SharedStatistics now = redis.sharedStatistics();
            return now.queued() == 0 && now.queuedBytes() == 0 && now.inFlight() == 0 && now.waiting() == 0;
        });
        Await.until(() ->
                redis.poolStatistics().creating() == 0 && redis.poolStatistics().active() == 0);
        Await.until(() -> answers(redis));
    }

    /** The last fault may show itself only now; what comes after it is answered. */
    private static boolean answers(RedisClient redis) {
        try {
            return redis.sync().echo("still there").equals("still there");
        } catch (RedisException e) {
            return false;
        }
    }

    /** A checker that disturbed nothing has shown nothing. */
    private void assertEverythingHappened(RedisClient redis, String mode) {
        SharedStatistics statistics = redis.sharedStatistics();
        assertThat(books.disturbances()).isGreaterThan(OPERATIONS / 2 / 5);
        assertThat(books.timedOut.sum()).isPositive();
        assertThat(books.interrupted.sum()).isPositive();
        assertThat(books.cutOff.sum()).isPositive();
        assertThat(statistics.losses()).isPositive();
        assertThat(statistics.lateReplies()).isPositive();
        assertThat(redis.poolStatistics().created() > 0).isEqualTo(mode.startsWith("mode=adaptive"));
    }
}
