package io.sorrel.redis.benchmark;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Measures the time from the interrupt of a thread that waits for a reply to the exception that its call ends with, and
 * prints the table of {@code docs/concurrency.md}. The one argument is the number of interrupts per row, 200 by default.
 */
final class InterruptDelays {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OPTIONS = "?command-timeout=60s&pool-check-after-idle=60s&mode=";
    private static final int WARM_UP = 20;
    private static final int SPREAD_MILLIS = 120;

    private InterruptDelays() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        int count = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        out.println("| Waits for | p50 | p99 | longest |\n|---|---|---|---|");
        for (Map.Entry<String, Path> path : paths().entrySet()) {
            try (FakeRedis server = server();
                    RedisClient redis = RedisClient.create(
                            server.uri() + OPTIONS + path.getValue().mode())) {
                for (int i = 0; i < WARM_UP; i++) {
                    delay(redis, path.getValue().call());
                }
                long[] delays = new long[count];
                for (int i = 0; i < count; i++) {
                    delays[i] = delay(redis, path.getValue().call());
                }
                Arrays.sort(delays);
                out.println("| " + path.getKey() + " | " + millis(delays[count / 2]) + " | "
                        + millis(delays[(int) Math.ceil(count * 0.99) - 1]) + " | " + millis(delays[count - 1]) + " |");
            }
        }
    }

    private record Path(String mode, Consumer<RedisClient> call) {}

    private static Map<String, Path> paths() {
        Map<String, Path> paths = new LinkedHashMap<>();
        paths.put("a reply on a direct lane", new Path("adaptive", InterruptDelays::getOnLane));
        paths.put(
                "a reply on a pooled connection",
                new Path("pooled", redis -> redis.sync().get("never")));
        paths.put("a reply in a session", new Path("adaptive", redis -> {
            try (RedisSession session = redis.openSession()) {
                session.sync().get("never");
            }
        }));
        paths.put("BLPOP", new Path("adaptive", redis -> redis.sync().blpop(LONG, "never")));
        paths.put(
                "a reply on the shared connection",
                new Path("shared", redis -> redis.sync().get("never")));
        return paths;
    }

    private static void getOnLane(RedisClient redis) {
        while (redis.poolStatistics().idle() == 0) {
            redis.sync().get("k");
        }
        redis.sync().get("never");
    }

    private static FakeRedis server() {
        return FakeRedis.start()
                .on("GET", FakeReply.bulk("v"))
                .on("GET never", FakeReply.nothing())
                .on("BLPOP", FakeReply.nothing());
    }

    /** Interrupts one call at a random moment of its wait. */
    private static long delay(RedisClient redis, Consumer<RedisClient> call) throws InterruptedException {
        AtomicLong ended = new AtomicLong();
        Thread caller = new Thread(() -> {
            try {
                call.accept(redis);
            } catch (RedisInterruptedException e) {
                ended.set(System.nanoTime());
            }
        });
        caller.start();
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(20 + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS)));
        long began = System.nanoTime();
        caller.interrupt();
        caller.join();
        if (ended.get() == 0) {
            throw new IllegalStateException("the call did not end with the interrupt");
        }
        return ended.get() - began;
    }

    private static String millis(long nanos) {
        return "%.1f ms".formatted(nanos / 1e6);
    }
}
