package io.sorrel.redis.checker;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisView;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A caller that asks for keys, each once, and holds each reply against its key: without a pause in the first half of the
 * operations, with pauses in the second.
 */
final class KeyedCaller implements Runnable {
    private static final int WINDOW = 32;
    private static final int LONGEST_BURST = 64;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_SECONDS = 60;

    private final Style style;
    private final RedisView hasty;
    private final RedisView calm;
    private final Tally tally;
    private final AtomicInteger operations;
    private final int total;
    private final SplittableRandom random;
    private final Semaphore window = new Semaphore(WINDOW);
    private int burst;

    /** How a caller calls. */
    enum Style {
        SYNC,
        ASYNC,
        MIXED
    }

    KeyedCaller(
            Style style, RedisClient redis, Tally tally, AtomicInteger operations, int total, SplittableRandom random) {
        this.style = style;
        this.hasty = redis.withTimeout(Duration.ofMillis(200));
        this.calm = redis.withTimeout(Duration.ofMillis(400));
        this.tally = tally;
        this.operations = operations;
        this.total = total;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            for (int next = operations.getAndIncrement(); next < total; next = operations.getAndIncrement()) {
                ask(next);
                if (next >= total / 2 && burst-- == 0) {
                    burst = random.nextInt(LONGEST_BURST);
                    awaitFutures();
                    LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE));
                }
            }
            awaitFutures();
        } catch (RuntimeException | Error e) {
            tally.strange(e.toString());
            throw e;
        }
    }

    private void ask(int number) {
        RedisView view = random.nextBoolean() ? hasty : calm;
        String key = "k" + number;
        tally.operations.increment();
        if (style == Style.SYNC || (style == Style.MIXED && random.nextInt(8) == 0)) {
            execute(view, number, key);
        } else {
            submit(view, number, key);
        }
    }

    private void execute(RedisView view, int number, String key) {
        String value;
        try {
            value = view.sync().get(key);
        } catch (RedisException e) {
            tally.failure(number, e);
            return;
        }
        tally.value(number, key, value);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback itself is what is checked.
    private void submit(RedisView view, int number, String key) {
        acquire(1);
        view.async().get(key).whenComplete((value, failure) -> {
            if (failure == null) {
                tally.value(number, key, value);
            } else {
                tally.failure(number, failure);
            }
            window.release();
        });
    }

    private void awaitFutures() {
        acquire(WINDOW);
        window.release(WINDOW);
    }

    private void acquire(int permits) {
        try {
            if (!window.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                tally.hung.add(WINDOW - window.availablePermits());
                throw new AssertionError("futures did not complete within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("the checker interrupts no caller here", e);
        }
    }
}
