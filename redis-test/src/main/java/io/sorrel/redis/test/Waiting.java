package io.sorrel.redis.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waiting for something that another process does and that no one announces. */
final class Waiting {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

    private Waiting() {}

    /** Returns whether the condition became true within the limit; an interrupt ends the wait and stays set. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP);
        }
        return true;
    }
}
