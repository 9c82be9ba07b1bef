package io.sorrel.redis.pool;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The outside world of a pool: time, chance and threads. Several pools may share one.
 *
 * @param ticker counts nanoseconds like {@link System#nanoTime()}
 * @param random the source of chance of the calling thread
 * @param creators makes the threads that dial; each ends when no more connections are wanted
 * @param scheduler runs the maintenance
 */
public record PoolEnvironment(
        LongSupplier ticker, Supplier<RandomGenerator> random, ThreadFactory creators, PoolScheduler scheduler) {
    /**
     * The real world, with daemon threads.
     *
     * @param name the beginning of the names of its threads
     */
    public static PoolEnvironment system(String name) {
        AtomicLong number = new AtomicLong();
        return new PoolEnvironment(
                System::nanoTime,
                ThreadLocalRandom::current,
                task -> daemon(task, name + "-connect-" + number.incrementAndGet()),
                new TimerThread(task -> daemon(task, name + "-maintenance")));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
