package io.sorrel.redis.test.fault;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The wait of last resort: for a condition that nothing announces. */
final class Bounded {
    private Bounded() {}

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("The condition did not come true within 20 seconds");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
