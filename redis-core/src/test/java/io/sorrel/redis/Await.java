package io.sorrel.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another process or thread brings about, within a bound that only a fault reaches. */
public final class Await {
    private static final long BOUND = TimeUnit.SECONDS.toNanos(30);

    private Await() {}

    /** Returns as soon as the condition holds, or fails. */
    public static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > BOUND) {
                throw new AssertionError("the condition did not come true within 30 s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
