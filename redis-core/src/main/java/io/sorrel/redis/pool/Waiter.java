package io.sorrel.redis.pool;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A caller that is parked until it is served. Its outcome, either a {@link PoolEntry} or a {@link RuntimeException}, is
 * set once, under the lock of the pool; the links belong to {@link WaiterQueue}, the number to
 * {@link Creations}.
 */
final class Waiter {
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Object outcome;
    private volatile boolean called;

    @Nullable
    Waiter previous;

    @Nullable
    Waiter next;

    boolean queued;

    /** How many creations had begun when it joined the queue. */
    long creationsBefore;

    /** Sets the outcome; the thread has to be woken afterwards. */
    void settle(Object result) {
        outcome = result;
    }

    /** Tells it to look for an idle connection itself; the thread has to be woken afterwards. */
    void call() {
        called = true;
    }

    void uncall() {
        called = false;
    }

    boolean isCalled() {
        return called;
    }

    @Nullable
    Object outcome() {
        return outcome;
    }

    void wake() {
        LockSupport.unpark(thread);
    }
}
