package io.sorrel.redis.multiplex;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Deadline;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An exchange whose caller waits for it on its own thread. */
final class SyncExchange<T extends @Nullable Object> extends Exchange<T> {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Thread caller = Thread.currentThread();

    /**
     * Whether somebody else watches its deadline and wakes its caller then: a virtual thread's own timer costs more than
     * the rest of the call.
     */
    private final boolean watched = Threads.isVirtual(caller);

    SyncExchange(@Nullable Command<T> command, Deadline deadline) {
        super(command, deadline);
    }

    /** Waits until it is settled, its deadline has passed or the thread is interrupted; true if it is settled. */
    boolean await() {
        while (!isSettled()) {
            long left = deadline().remainingNanos();
            if (left <= 0 || caller.isInterrupted()) {
                return left < -PAUSE_NANOS && hasReplyUnread();
            }
            if (watched) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, left);
            }
        }
        return true;
    }

    @Override
    boolean isFrom(Thread thread) {
        return caller == thread;
    }

    boolean isWatched() {
        return watched;
    }

    /** By the thread that watches its deadline, which has passed: its caller looks for itself. */
    void wakeCaller() {
        LockSupport.unpark(caller);
    }

    /** It woke much too late, as the whole process stood still: the reply may lie unread, so the reader gets a moment. */
    private boolean hasReplyUnread() {
        long end = System.nanoTime() + GRACE_NANOS;
        for (long left = GRACE_NANOS; left > 0 && !isSettled() && !caller.isInterrupted(); ) {
            LockSupport.parkNanos(this, left);
            left = end - System.nanoTime();
        }
        return isSettled();
    }

    @Override
    void deliver(Completions completions) {
        wakeCaller();
    }

    @Override
    boolean isAsync() {
        return false;
    }
}
