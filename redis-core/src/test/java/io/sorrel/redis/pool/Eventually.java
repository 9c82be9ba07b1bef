package io.sorrel.redis.pool;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that other threads bring about, for at most half a minute. */
final class Eventually {
    private static final long BOUND_NANOS = 30_000_000_000L;
    private static final long STEP_NANOS = 100_000L;

    private Eventually() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not within half a minute: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
