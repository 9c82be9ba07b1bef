package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.event.SharedStatistics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The program of a JVM with little memory that calls a server which is not there, very often, and then is. */
final class DisconnectedLoad {
    private static final int PRODUCERS = 4;
    private static final int WARM_UP = 8_000;
    private static final int AFTERWARDS = 1_000;
    private static final double MEBIBYTE = 1 << 20;
    private static final long FLAT = 32 << 20;
    private static final String KEY = "key";
    private static final String VALUE = "x".repeat(100);
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final RedisClient redis;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong expired = new AtomicLong();
    private final AtomicLong otherwise = new AtomicLong();
    private final AtomicReference<Object> strange = new AtomicReference<>();

    private DisconnectedLoad(RedisClient redis) {
        this.redis = redis;
    }

    /** Takes the URL of the server and how many commands to send. */
    public static void main(String[] args) {
        ChildJvm.Parent parent = new ChildJvm.Parent();
        try (RedisClient redis = RedisClient.create(args[0])) {
            if (Boolean.parseBoolean(args[2])) {
                redis.connect();
            }
            new DisconnectedLoad(redis).run(parent, Long.parseLong(args[1]));
        }
    }

    private void run(ChildJvm.Parent parent, long commands) {
        parent.tell("ready");
        Await.until(() -> !redis.sharedStatistics().connected());
        produce(WARM_UP);
        long before = heap();
        produce(commands);
        long after = heap();
        assertThat(after).as("heap in use; it was " + before).isLessThan(before + FLAT);
        parent.tell("done");
        assertServed();
        parent.tell(
                "%d refused, %d timed out, %d failed otherwise, none sent; heap in use %.1f MiB before, %.1f MiB after"
                        .formatted(refused.get(), expired.get(), otherwise.get(), before / MEBIBYTE, after / MEBIBYTE));
    }

    /** Sends so many commands, from several threads, and waits until all their futures have completed. */
    private void produce(long commands) {
        long goal = ended() + commands;
        List<CompletableFuture<Void>> producers = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            producers.add(InBackground.run(() -> {
                for (long n = 0; n < commands / PRODUCERS; n++) {
                    CompletableFuture<Long> call = redis.async().append(KEY, VALUE);
                    boolean atOnce = call.isDone();
                    var unused = call.whenComplete((length, failure) -> note(failure, atOnce));
                }
            }));
        }
        producers.forEach(CompletableFuture::join);
        Await.until(() -> ended() >= goal);
        assertThat(strange).hasValue(null);
        assertAtRest();
        assertThat(ended()).isEqualTo(goal);
    }

    private long ended() {
        return refused.get() + expired.get() + otherwise.get();
    }

    /** A command is refused by the call itself, unless it had its place once and is tried again. */
    private void note(Throwable failure, boolean atOnce) {
        boolean isRefusal = failure instanceof QueueFullException;
        if (!(failure instanceof RedisException known)
                || known.outcome() != CommandOutcome.NOT_SENT
                || (isRefusal && known.attempts() == 1 && !atOnce)) {
            strange.compareAndSet(null, failure == null ? "a reply" : failure);
        }
        AtomicLong count = failure instanceof RedisTimeoutException ? expired : otherwise;
        (isRefusal ? refused : count).incrementAndGet();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void assertServed() {
        RedisView patient = redis.withTimeout(PATIENT).withDisconnectedWait(PATIENT);
        assertThat(patient.sync().exists(KEY)).isZero();
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < AFTERWARDS; i++) {
            calls.add(patient.async().append(KEY, VALUE));
        }
        for (int i = 0; i < AFTERWARDS; i++) {
            assertThat(CallStyle.resultOf(calls.get(i))).isEqualTo((i + 1L) * VALUE.length());
        }
        assertAtRest();
    }

    private void assertAtRest() {
        Await.until(() -> {
            SharedStatistics shared = redis.sharedStatistics();
            return shared.queued() + shared.queuedBytes() + shared.inFlight() + shared.waiting() == 0;
        });
    }
}
