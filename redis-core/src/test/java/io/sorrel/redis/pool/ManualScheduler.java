package io.sorrel.redis.pool;

import io.sorrel.redis.Await;
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

    /** Runs the task that was scheduled with this delay first, once it is. */
    void awaitAndRun(Duration delay) {
        Await.until(() -> has(delay));
        Task task;
        synchronized (this) {
            task = tasks.stream().filter(t -> t.delay.equals(delay)).findFirst().orElseThrow();
            tasks.remove(task);
        }
        task.action.run();
    }

    synchronized boolean has(Duration delay) {
        return tasks.stream().anyMatch(task -> task.delay.equals(delay));
    }

    private record Task(Runnable action, Duration delay) {}
}
