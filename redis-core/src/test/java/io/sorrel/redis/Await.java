package io.sorrel.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another process or thread brings about, within a bound that only a fault reaches. */
public final class Await {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final long FIRST_PAUSE = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private Await() {}

    /** Returns as soon as the condition holds, or fails. */
    public static void until(BooleanSupplier condition) {
        until("the condition holds", condition);
    }

    /** Returns as soon as the condition holds, or fails with its name. */
    public static void until(String name, BooleanSupplier condition) {
        long start = System.nanoTime();
        for (long pause = FIRST_PAUSE; !condition.getAsBoolean(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            if (System.nanoTime() - start > BOUND.toNanos()) {
                throw new AssertionError("Not within " + BOUND.toSeconds() + " s: " + name);
            }
            LockSupport.parkNanos(pause);
        }
    }
}
