package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much may be under way: commands from the moment they are queued until they are over, and their bytes until they
 * are sent. Both numbers stand in one word, so that a command gets both places or none. Thread-safe.
 */
final class QueueBounds {
    private static final int BYTE_BITS = 38;
    private static final long COMMAND = 1L << BYTE_BITS;
    private static final long BYTES = COMMAND - 1;

    /** Leaves room above for one command of the largest size. */
    private static final long MOST_BYTES = BYTES - Integer.MAX_VALUE;

    private final long maxCommands;
    private final long maxBytes;
    private final AtomicLong used = new AtomicLong();
    private volatile boolean closed;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    QueueBounds(long maxCommands, long maxBytes) {
        this.maxCommands = maxCommands;
        this.maxBytes = Math.min(maxBytes, MOST_BYTES);
    }

    /** Takes a place for one command, if there is one; a command that is larger than the bound is let in alone. */
    boolean tryEnter(int size) {
        long before = used.get();
        while (fits(before, size)) {
            if (used.compareAndSet(before, before + COMMAND + size)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }

    private boolean fits(long present, int size) {
        long bytes = present & BYTES;
        return present >>> BYTE_BITS < maxCommands && (bytes == 0 || bytes + size <= maxBytes);
    }

    /**
     * Takes a place for one command, waiting for it if need be; false if there was none before the deadline, or when this
     * has been closed.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    boolean enter(int size, Deadline deadline) throws InterruptedException {
        if (tryEnter(size)) {
            return true;
        }
        lock.lockInterruptibly();
        boolean entered = false;
        waiting.incrementAndGet();
        try {
            long left = deadline.remainingNanos();
            entered = tryEnter(size);
            while (!entered && !closed && left > 0) {
                left = Math.min(room.awaitNanos(left), deadline.remainingNanos());
                entered = tryEnter(size);
            }
            return entered;
        } finally {
            waiting.decrementAndGet();
            if (!entered) {
                room.signal();
            }
            lock.unlock();
        }
    }

    /** Bytes were sent. */
    void sent(long bytes) {
        give(bytes, 1);
    }

    /** Commands that had been sent are over. */
    void ended(int commands) {
        give(commands * COMMAND, commands);
    }

    /** A command that had not been sent is over. */
    void left(int size) {
        give(COMMAND + size, 1);
    }

    private void give(long amount, int wake) {
        long after = used.addAndGet(-amount);
        assert after >= 0 : "given back more than was taken";
        if (waiting.get() > 0) {
            signal(wake);
        }
    }

    /** Each that finds no room after all waits on, and there will be another call when more becomes free. */
    private void signal(int count) {
        lock.lock();
        try {
            for (int i = Math.min(count, waiting.get()); i > 0; i--) {
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for room any more, neither those who do now nor those who come. */
    void close() {
        closed = true;
        lock.lock();
        try {
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is under way, for a time. */
    void awaitEmpty(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        waiting.incrementAndGet();
        try {
            long left = nanos;
            while (used.get() != 0 && left > 0) {
                left = room.awaitNanos(left);
            }
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    /** Commands under way. */
    long commands() {
        return used.get() >>> BYTE_BITS;
    }

    /** Bytes of commands that are not sent. */
    long bytes() {
        return used.get() & BYTES;
    }

    /** Callers that wait for room. */
    int waiting() {
        return waiting.get();
    }
}
