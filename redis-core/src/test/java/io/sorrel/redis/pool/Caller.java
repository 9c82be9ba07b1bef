package io.sorrel.redis.pool;

import io.sorrel.redis.Await;
import io.sorrel.redis.connection.Deadline;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that borrows one connection and keeps what it got. */
final class Caller {
    private final Thread thread;
    private volatile @Nullable PooledConnection lease;
    private volatile @Nullable Throwable failure;
    private volatile boolean interruptFlag;

    Caller(ConnectionPool pool, Deadline deadline) {
        thread = new Thread(() -> run(pool, deadline), "caller");
        thread.start();
    }

    private void run(ConnectionPool pool, Deadline deadline) {
        try {
            lease = pool.acquire(deadline);
        } catch (Throwable e) {
            failure = e;
        }
        interruptFlag = Thread.currentThread().isInterrupted();
    }

    PooledConnection lease() {
        join();
        if (failure != null) {
            throw new AssertionError("It failed", failure);
        }
        return lease;
    }

    Throwable failure() {
        join();
        return failure;
    }

    boolean hasInterruptFlag() {
        join();
        return interruptFlag;
    }

    boolean isWaiting() {
        return thread.isAlive();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Makes it look at the clock. */
    void wake() {
        LockSupport.unpark(thread);
    }

    private void join() {
        Await.until("the caller has ended", () -> {
            LockSupport.unpark(thread);
            return !thread.isAlive();
        });
    }
}
