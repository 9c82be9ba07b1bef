package io.sorrel.redis.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps tasks until the test runs them. */
final class ManualScheduler implements PoolScheduler {
    private final List<Task> tasks = new ArrayList<>();

    @Override
    public synchronized Runnable schedule(Runnable task, long delayNanos) {
        Task scheduled = new Task(task, Duration.ofNanos(delayNanos));
        tasks.add(scheduled);
        return () -> cancel(scheduled);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    synchronized int size() {
        return tasks.size();
    }

    synchronized Duration delay() {
        return tasks.get(0).delay;
    }

    void runNext() {
        Task next;
        synchronized (this) {
            next = tasks.remove(0);
        }
        next.action.run();
    }

    private record Task(Runnable action, Duration delay) {}
}
