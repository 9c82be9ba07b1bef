package io.sorrel.redis.execution;

import io.sorrel.redis.pool.PoolScheduler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The waits of async calls before they are tried again. Thread-safe. */
final class RetryTimers {
    private final PoolScheduler scheduler;
    private final Map<Runnable, Runnable> cancellations = new ConcurrentHashMap<>();
    private volatile boolean closed;

    RetryTimers(PoolScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs the task after a time, or at once when the client is closed. */
    void schedule(Runnable task, long nanos) {
        Runnable once = new Runnable() {
            @Override
            public void run() {
                if (cancellations.remove(this) != null) {
                    task.run();
                }
            }
        };
        cancellations.put(once, () -> {});
        Runnable cancel = scheduler.schedule(once, nanos);
        if (cancellations.replace(once, cancel) == null) {
            cancel.run();
        }
        if (closed) {
            once.run();
        }
    }

    /** What waits is tried at once, and so learns that the client is closed. */
    void close() {
        closed = true;
        cancellations.forEach((task, cancel) -> {
            cancel.run();
            task.run();
        });
    }
}
