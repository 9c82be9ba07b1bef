package io.sorrel.redis.spring;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another process or thread brings about, within a bound that only a fault reaches. */
public final class Await {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private Await() {}

    /** Returns as soon as the condition holds, or fails. */
    public static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > BOUND.toNanos()) {
                throw new AssertionError("The condition did not come true within " + BOUND.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
