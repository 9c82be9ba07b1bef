package io.sorrel.redis.pool;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scheduler with one thread, which lives only while something is scheduled. */
final class TimerThread implements PoolScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(TimerThread.class);

    private final ThreadFactory threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.naturalOrder());
    private boolean running;

    TimerThread(ThreadFactory threads) {
        this.threads = threads;
    }

    @Override
    public Runnable schedule(Runnable task, long delayNanos) {
        Timer timer = new Timer(task, System.nanoTime() + delayNanos);
        boolean start;
        lock.lock();
        try {
            timers.add(timer);
            start = !running;
            running = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (start) {
            start();
        }
        return () -> cancel(timer);
    }

    private void start() {
        boolean started = false;
        try {
            threads.newThread(this::run).start();
            started = true;
        } finally {
            if (!started) {
                stopped();
            }
        }
    }

    private void stopped() {
        lock.lock();
        try {
            running = false;
            timers.clear();
        } finally {
            lock.unlock();
        }
    }

    private void cancel(Timer timer) {
        lock.lock();
        try {
            timers.remove(timer);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (Throwable e) {
                LOG.error("Maintenance failed", e);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            for (long delay = nextDelay(); delay > 0; delay = nextDelay()) {
                awaitChange(delay);
            }
            Timer due = timers.poll();
            running = due != null;
            return due == null ? null : due.task;
        } finally {
            lock.unlock();
        }
    }

    private long nextDelay() {
        Timer first = timers.peek();
        return first == null ? 0 : first.at - System.nanoTime();
    }

    @SuppressWarnings("WaitNotInLoop")
    private void awaitChange(long nanos) {
        try {
            long left = changed.awaitNanos(nanos);
            LOG.trace("Woken {} ns early", left);
        } catch (InterruptedException e) {
            LOG.debug("The maintenance thread belongs to the pool: interrupting it has no effect");
        }
    }

    private record Timer(Runnable task, long at) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.signum(at - other.at);
        }
    }
}
