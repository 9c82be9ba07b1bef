package io.sorrel.redis.multiplex;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Makes threads and waits for their end. */
final class Threads {
    private Threads() {}

    /** Makes daemon threads of this name. */
    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Waits until they have ended or the time is over; an interrupt ends the wait and stays set. */
    static void join(List<Thread> threads, long nanos) {
        long end = System.nanoTime() + nanos;
        try {
            for (Thread thread : threads) {
                long left = end - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
