package io.sorrel.redis.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose caller's deadline has passed or whose caller is interrupted. A caller only notes its deadline
 * and itself; one thread looks at them all, because a read with a time limit of its own costs further system calls for
 * every command, and a read of a socket does not notice interrupts.
 *
 * <p>When the thread itself comes much too late, the whole process stood still, and replies may lie unread: it then gives
 * their readers a moment before it looks.
 *
 * <p>The thread sleeps until {@link #wakeAt}, the earliest deadline that it saw. A caller whose deadline is earlier
 * wakes it; as most deadlines lie as far ahead as the one before, that is rare. Both sides write first and read
 * afterwards (a caller its deadline and then {@code wakeAt}, the thread {@code wakeAt} and then the deadlines), so one
 * of them always sees the other. While it looks around, {@code wakeAt} is infinite and every new caller wakes it.
 *
 * <p>Nothing tells the thread of an interrupt, so while callers wait on connections it looks for interrupts every {@link
 * #LOOK_NANOS}. A look that finds no such caller is the last one until a call wakes the thread; {@link #wakeForCalls}
 * is then infinite whatever the thread sleeps for. As it looks once more after a call has woken it, calls that come and go
 * wake it once in this time at the most, and a client without calls never does.
 */
public final class DeadlineWatch implements AutoCloseable {
    /** What a watched connection shows when no caller waits on it. */
    public static final long NONE = Long.MAX_VALUE;

    /** A connection with at most one waiting caller. */
    public interface Watched {
        /** The waiting caller's deadline on the watch's scale, or {@link #NONE}. */
        long deadline();

        /**
         * The deadline has passed: closes the connection if its caller still waits for this deadline, or goes on to a
         * later one, which {@link #deadline()} then shows.
         */
        void expire(long deadline);

        /**
         * Closes the connection if its waiting caller is interrupted.
         *
         * @return whether a caller waits, so that its interrupt is to be looked for again
         */
        default boolean endIfInterrupted() {
            return false;
        }

        /** Its deadline is no longer watched: closes it. */
        void close();
    }

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LongSupplier ticker;
    private final long origin;
    private final ThreadFactory threads;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private volatile long wakeAt = NONE;
    private volatile long wakeForCalls = NONE;
    private volatile boolean called;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    DeadlineWatch(LongSupplier ticker, ThreadFactory threads) {
        this.ticker = ticker;
        this.origin = ticker.getAsLong();
        this.threads = threads;
    }

    /** The deadline on a scale that starts with the watch and so never overflows. */
    public long onScale(Deadline deadline) {
        return deadline.nanoTime() - origin;
    }

    /** A moment of {@link System#nanoTime()} on the same scale. */
    public long onScale(long nanoTime) {
        return nanoTime - origin;
    }

    /** Starts to look after a connection. */
    public void add(Watched connection) {
        watched.add(connection);
        if (closed) {
            connection.close();
        }
    }

    /** Stops looking after a connection. */
    public void remove(Watched connection) {
        watched.remove(connection);
    }

    /** To be called after something watched has shown a new deadline. */
    public void noted(long deadline) {
        if (deadline < wakeAt) {
            wake();
        }
    }

    /** To be called after a connection has shown the deadline of a new caller, whose interrupts matter, too. */
    void called(long deadline) {
        if (deadline < wakeForCalls) {
            called = true;
            wake();
        }
    }

    private void wake() {
        Thread current = thread;
        LockSupport.unpark(current == null ? start() : current);
    }

    private synchronized Thread start() {
        Thread current = thread;
        if (current == null) {
            current = threads.newThread(this::run);
            thread = current;
            current.start();
        }
        return current;
    }

    private void run() {
        while (!closed) {
            if (now() - wakeAt > PAUSE_NANOS) {
                LockSupport.parkNanos(this, GRACE_NANOS);
            }
            wakeAt = NONE;
            wakeForCalls = NONE;
            boolean looksAgain = wasCalled();
            long earliest = expireAndFindEarliest();
            looksAgain |= endInterrupted();
            if (looksAgain) {
                earliest = Math.min(earliest, now() + LOOK_NANOS);
            }
            wakeForCalls = looksAgain ? earliest : NONE;
            wakeAt = earliest;
            if (earliest == NONE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, Math.max(1, earliest - now()));
            }
        }
    }

    private boolean wasCalled() {
        if (!called) {
            return false;
        }
        called = false;
        return true;
    }

    /** Whether callers wait on connections. */
    private boolean endInterrupted() {
        boolean waiting = false;
        for (Watched connection : watched) {
            waiting |= connection.endIfInterrupted();
        }
        return waiting;
    }

    private long expireAndFindEarliest() {
        long earliest = NONE;
        for (Watched connection : watched) {
            long deadline = connection.deadline();
            if (deadline <= now()) {
                connection.expire(deadline);
                long next = connection.deadline();
                deadline = next > deadline ? next : NONE;
            }
            earliest = Math.min(earliest, deadline);
        }
        return earliest;
    }

    private long now() {
        return ticker.getAsLong() - origin;
    }

    /** Ends the thread and closes the connections that it looked after; later ones are closed at once. */
    @Override
    public void close() {
        closed = true;
        watched.forEach(Watched::close);
        Thread current = thread;
        if (current != null) {
            LockSupport.unpark(current);
        }
    }
}
