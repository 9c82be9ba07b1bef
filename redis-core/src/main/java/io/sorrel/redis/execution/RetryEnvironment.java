package io.sorrel.redis.execution;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The outside world of retries: time and chance.
 *
 * @param ticker counts nanoseconds like {@link System#nanoTime()}
 * @param random the source of chance of the calling thread
 * @param sleeper waits so many nanoseconds, or until the thread is interrupted, whose flag stays set
 */
record RetryEnvironment(LongSupplier ticker, Supplier<RandomGenerator> random, LongConsumer sleeper) {
    static final RetryEnvironment SYSTEM =
            new RetryEnvironment(System::nanoTime, ThreadLocalRandom::current, RetryEnvironment::park);

    private static void park(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(RetryEnvironment.class, left);
        }
    }
}
