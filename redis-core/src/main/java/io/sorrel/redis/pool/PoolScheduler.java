package io.sorrel.redis.pool;

/** Runs a task after a delay, on a thread of its own. Thread-safe. */
@FunctionalInterface
public interface PoolScheduler {
    /**
     * Runs the task once, {@code delayNanos} nanoseconds from now.
     *
     * @return cancels the task if it has not begun; idempotent
     */
    Runnable schedule(Runnable task, long delayNanos);
}
