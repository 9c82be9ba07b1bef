package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many callers over connections that are late, split and cut at random: every reply belongs to its caller, and every
 * counter on the server agrees with what its callers were told.
 */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class MisdeliveryIT {
    private static final long OPERATIONS = Long.getLong("sorrel.test.checker.operations", 60_000);
    private static final long SEED = Long.getLong("sorrel.test.checker.seed", 20_261_120);
    private static final int CALLERS = 24;
    private static final int KEYS = 200;
    private static final int LONGEST_LIFE_BYTES = 100_000;

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private final SplittableRandom seeds = new SplittableRandom(SEED);
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong succeeded = new AtomicLong();
    private final Map<CommandOutcome, AtomicLong> failed = Map.of(
            CommandOutcome.NOT_SENT, new AtomicLong(),
            CommandOutcome.REFUSED, new AtomicLong(),
            CommandOutcome.UNKNOWN, new AtomicLong());
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong perhapsCounted = new AtomicLong();
    private final AtomicInteger faults = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    private AtomicLong failures(CommandOutcome outcome) {
        return Objects.requireNonNull(failed.get(outcome));
    }

    private static String value(int key) {
        return "value-of-" + key + "-".repeat(key % 7 == 0 ? 2_000 : key % 50);
    }

    /** Gives a connection its share of trouble: all end some time, and most are late, split or stalled before. */
    private void disturb(ProxyConnection connection, SplittableRandom random) {
        int after = 500 + random.nextInt(LONGEST_LIFE_BYTES);
        switch (random.nextInt(8)) {
            case 0 -> connection.replies().stallAfter(after);
            case 1 -> connection.requests().cutAfter(after / 4, Cut.RESET);
            case 2 -> connection.replies().splitRandomly(40);
            case 3, 4 -> connection.replies().delay(Duration.ZERO, Duration.ofMillis(3));
            case 5 -> connection.requests().splitRandomly(5);
            default -> connection.replies().splitRandomly(4_000);
        }
        connection.replies().cutAfter(after, random.nextBoolean() ? Cut.CLOSE : Cut.RESET);
        faults.incrementAndGet();
    }

    @Test
    void noReplyReachesAnotherCallerAndNoOutcomeIsWrong(TestReporter reporter) throws InterruptedException {
        try (RawRedis operator = REDIS.server().connect();
                FaultProxy proxy =
                        FaultProxy.to(REDIS.server().host(), REDIS.server().port(), SEED);
                RedisClient redis = RedisClient.create(
                        proxy.uri()
                                + "?mode=pooled&pool-max-size=8&command-timeout=20s&connect-timeout=2s&pool-check-after-idle=1h")) {
            for (int key = 0; key < KEYS; key++) {
                operator.text("SET", "key" + key, value(key));
            }
            SplittableRandom trouble = seeds.split();
            proxy.onConnect(connection -> {
                synchronized (trouble) {
                    disturb(connection, trouble);
                }
            });
            long start = System.nanoTime();
            run(redis);
            reporter.publishEntry(Map.of("checker", figures(redis, System.nanoTime() - start)));

            assertThat(wrong).isEmpty();
            assertThat(faults).hasPositiveValue();
            assertThat(failures(CommandOutcome.REFUSED).get()).isZero();
            long counter = Long.parseLong(Objects.requireNonNull(operator.text("GET", "counter")));
            assertThat(counter).isBetween(counted.get(), counted.get() + perhapsCounted.get());
            Await.until(() -> redis.poolStatistics().creating() == 0);
            assertThat(redis.poolStatistics().active()).isZero();
            Await.until(() -> Objects.requireNonNull(operator.text("CLIENT", "LIST"))
                            .lines()
                            .count()
                    == redis.poolStatistics().idle() + 1);
        }
    }

    private void run(RedisClient redis) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            SplittableRandom random = seeds.split();
            Thread caller = new Thread(() -> call(redis, random), "caller-" + i);
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call(RedisClient redis, SplittableRandom random) {
        RedisView hasty = redis.withTimeout(Duration.ofMillis(3));
        RedisView calm = redis.withTimeout(Duration.ofMillis(200));
        while (operations.incrementAndGet() <= OPERATIONS) {
            RedisView view = random.nextInt(20) == 0 ? hasty : calm;
            boolean increment = random.nextInt(10) == 0;
            try {
                if (increment) {
                    view.sync().incr("counter");
                    counted.incrementAndGet();
                } else {
                    get(view, random);
                }
                succeeded.incrementAndGet();
            } catch (RedisException e) {
                failures(e.outcome()).incrementAndGet();
                if (increment && e.outcome() == CommandOutcome.UNKNOWN) {
                    perhapsCounted.incrementAndGet();
                }
            } catch (RuntimeException | Error e) {
                wrong.add(e.toString());
                throw e;
            }
        }
    }

    private void get(RedisView view, SplittableRandom random) {
        int key = random.nextInt(KEYS);
        if (random.nextInt(5) > 0) {
            check(key, view.sync().get("key" + key));
            return;
        }
        int other = random.nextInt(KEYS);
        List<String> values = view.sync().mget("key" + key, "key" + other);
        if (values.size() != 2) {
            wrong.add("MGET of two keys gave " + values.size());
            return;
        }
        check(key, values.get(0));
        check(other, values.get(1));
    }

    private void check(int key, String value) {
        if (!value(key).equals(value)) {
            wrong.add("key" + key + " gave " + value);
        }
    }

    private String figures(RedisClient redis, long nanos) {
        return "%d operations in %d s: %d succeeded, %d not sent, %d unknown, %d refused, %d to the wrong caller;"
                        .formatted(
                                OPERATIONS,
                                nanos / 1_000_000_000,
                                succeeded.get(),
                                failures(CommandOutcome.NOT_SENT).get(),
                                failures(CommandOutcome.UNKNOWN).get(),
                                failures(CommandOutcome.REFUSED).get(),
                                wrong.size())
                + " %d connections, %d disturbed; counter within %d + %d; seed %d"
                        .formatted(
                                redis.poolStatistics().created(),
                                faults.get(),
                                counted.get(),
                                perhapsCounted.get(),
                                SEED);
    }
}
