package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How late commands time out on the shared connection while all cores are busy with something else. */
@TimingTest
class DeadlineLatenessIT {
    private static final int BURNERS = 4;
    private static final int CALLERS = 6;
    private static final int CALLS = 25;
    private static final int BATCHES = 15;
    private static final int BATCH = 20;

    /** A deadline that is missed is never noticed: nothing else ends a call. How late one is noticed, the report says. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CountDownLatch never = new CountDownLatch(1);
    private final FakeRedis fake =
            FakeRedis.start().on("GET", FakeReply.missing().heldUntil(never));
    private final RedisClient redis = RedisClient.create(
            fake.uri() + "?mode=shared&silence-timeout=0&retries=0&command-timeout=1h&connect-timeout=1h");
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Long> lateness = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void burn() {
        redis.connect();
        for (int i = 0; i < BURNERS; i++) {
            var unused = InBackground.run(() -> {
                while (!ended.get()) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @AfterEach
    void end() {
        ended.set(true);
        never.countDown();
        redis.close();
        fake.close();
    }

    private static Duration timeout(SplittableRandom random) {
        return Duration.ofMillis(random.nextInt(50, 201));
    }

    private void note(long start, Duration timeout) {
        lateness.add(System.nanoTime() - start - timeout.toNanos());
    }

    private void timeOut(int caller) {
        SplittableRandom random = new SplittableRandom(caller);
        for (int i = 0; i < CALLS; i++) {
            Duration timeout = timeout(random);
            RedisView view = redis.withTimeout(timeout);
            long start = System.nanoTime();
            Throwable failure = catchThrowable(() -> view.sync().get("key"));
            note(start, timeout);
            assertThat(failure).isInstanceOf(RedisTimeoutException.class);
        }
    }

    private CompletableFuture<Throwable> submit(Duration timeout) {
        RedisView view = redis.withTimeout(timeout);
        long start = System.nanoTime();
        return view.async().get("key").handle((value, failure) -> {
            note(start, timeout);
            return failure;
        });
    }

    private void report(TestReporter reporter, String style) {
        List<Long> sorted = new ArrayList<>(lateness);
        Collections.sort(sorted);
        int count = sorted.size();
        Duration least = Duration.ofNanos(sorted.get(0));
        Duration median = Duration.ofNanos(sorted.get(count / 2));
        Duration p99 = Duration.ofNanos(sorted.get(count * 99 / 100));
        Duration most = Duration.ofNanos(sorted.get(count - 1));
        reporter.publishEntry(Map.of(
                style,
                "%d commands timed out under load; late by median %d µs, p99 %d µs, max %d µs"
                        .formatted(count, median.toNanos() / 1000, p99.toNanos() / 1000, most.toNanos() / 1000)));
        assertThat(least).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(most).isLessThanOrEqualTo(LONGEST);
        assertThat(redis.sharedStatistics().timeouts()).isEqualTo(count);
    }

    @Test
    void syncCommandsTimeOutInTime(TestReporter reporter) {
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int caller = i;
            callers.add(InBackground.run(() -> timeOut(caller)));
        }
        callers.forEach(CompletableFuture::join);
        assertThat(lateness).hasSize(CALLERS * CALLS);
        report(reporter, "sync");
    }

    @Test
    void asyncCommandsTimeOutInTime(TestReporter reporter) {
        SplittableRandom random = new SplittableRandom(BATCHES);
        for (int i = 0; i < BATCHES; i++) {
            List<CompletableFuture<Throwable>> batch = new ArrayList<>();
            for (int j = 0; j < BATCH; j++) {
                batch.add(submit(timeout(random)));
            }
            batch.forEach(call -> assertThat(CallStyle.resultOf(call)).isInstanceOf(RedisTimeoutException.class));
        }
        assertThat(lateness).hasSize(BATCHES * BATCH);
        report(reporter, "async");
    }
}
