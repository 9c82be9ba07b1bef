package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much may be under way: commands from the moment they are queued until they are over, and their bytes until they
 * are sent. Both numbers stand in one word, so that a command gets both places or none. Results that wait for a thread
 * to complete their futures take places, too, so that slow callbacks slow down those who ask for more; only callbacks
 * themselves do not wait for each other. Thread-safe.
 *
 * <p>A thread that gives places back hands them to waiting callers, in their order, as far as they fit: a large command that
 * does not fit yet holds up no smaller one behind it, and no caller waits while there is room for its command.
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
    private final AtomicInteger results = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private final Condition empty = lock.newCondition();
    private boolean closed;

    /** A caller that waits for its places; under the lock. */
    private static final class Waiter {
        private final int size;
        private final boolean callback;
        private final Condition changed;
        private boolean entered;

        Waiter(int size, boolean callback, Condition changed) {
            this.size = size;
            this.callback = callback;
            this.changed = changed;
        }
    }

    QueueBounds(long maxCommands, long maxBytes) {
        this.maxCommands = maxCommands;
        this.maxBytes = Math.min(maxBytes, MOST_BYTES);
    }

    /** Takes a place for one command, if there is one; a command that is larger than the bound is let in alone. */
    boolean tryEnter(int size) {
        return tryEnter(size, false);
    }

    /** The same, of which a callback is not kept by results that wait for a thread. */
    boolean tryEnter(int size, boolean callback) {
        long before = used.get();
        while (fits(before, size, callback)) {
            if (used.compareAndSet(before, before + COMMAND + size)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }

    private boolean fits(long present, int size, boolean callback) {
        long bytes = present & BYTES;
        return commands(present, callback) < maxCommands && (bytes == 0 || bytes + size <= maxBytes);
    }

    private long commands(long present, boolean callback) {
        long commands = present >>> BYTE_BITS;
        return callback ? commands : commands + results.get();
    }

    /**
     * Takes a place for one command, waiting for it if need be; false if there was none before the deadline, or when this
     * has been closed.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    boolean enter(int size, boolean callback, Deadline deadline) throws InterruptedException {
        if (tryEnter(size, callback)) {
            return true;
        }
        lock.lockInterruptibly();
        Waiter waiter = new Waiter(size, callback, lock.newCondition());
        waiting.incrementAndGet();
        try {
            waiters.add(waiter);
            admit();
            long left = deadline.remainingNanos();
            while (!waiter.entered && !closed && left > 0) {
                left = Math.min(waiter.changed.awaitNanos(left), deadline.remainingNanos());
            }
            return waiter.entered;
        } catch (InterruptedException e) {
            if (!waiter.entered) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return true;
        } finally {
            waiters.remove(waiter);
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    /** Lets in who fits; under the lock. */
    private void admit() {
        for (Iterator<Waiter> all = waiters.iterator(); all.hasNext(); ) {
            Waiter waiter = all.next();
            if (tryEnter(waiter.size, waiter.callback)) {
                waiter.entered = true;
                all.remove();
                waiter.changed.signal();
            } else if (used.get() >>> BYTE_BITS >= maxCommands) {
                return;
            }
        }
    }

    /** Bytes were sent. */
    void sent(long bytes) {
        give(bytes);
    }

    /** Commands that had been sent are over. */
    void ended(int commands) {
        give(commands * COMMAND);
    }

    /** A command that had not been sent is over. */
    void left(int size) {
        give(COMMAND + size);
    }

    /** So many results wait for a thread now. */
    void handedOver(int count) {
        results.addAndGet(count);
    }

    /** So many results wait no more. */
    void begun(int count) {
        int after = results.addAndGet(-count);
        assert after >= 0 : "begun more than was handed over";
        letIn();
    }

    private void give(long amount) {
        long after = used.addAndGet(-amount);
        assert after >= 0 : "given back more than was taken";
        letIn();
    }

    private void letIn() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                admit();
                if (used.get() == 0) {
                    empty.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** No caller waits for room from now on: those that do fail, and so does each that comes. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiters.forEach(waiter -> waiter.changed.signal());
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
                left = empty.awaitNanos(left);
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

    /** Results that wait for a thread. */
    int results() {
        return results.get();
    }

    /** Callers that wait for room. */
    int waiting() {
        return waiting.get();
    }
}
