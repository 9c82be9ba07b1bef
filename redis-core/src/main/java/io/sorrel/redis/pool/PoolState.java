package io.sorrel.redis.pool;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.PoolExhaustedException;
import io.sorrel.redis.error.PoolUsage;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.pool.Creations.Creation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The books of a pool: which connections there are, who waits, how many are being made. Every method is one short step
 * under the one lock; none of them dials, closes, calls back or wakes a thread before the lock is free again.
 *
 * <p>Always true between two steps: connections + creations ≤ limit; created − destroyed = connections; each
 * connection is idle exactly if it is in the idle list; a waiter is in the queue exactly if it has no outcome; in a
 * fair pool no caller waits while a connection is idle.
 */
final class PoolState {
    private final PoolSettings settings;
    private final ErrorContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final Deque<PoolEntry> idle = new ArrayDeque<>();
    private final Set<PoolEntry> all = new HashSet<>();
    private final WaiterQueue waiters = new WaiterQueue();
    private final PoolCounters counters = new PoolCounters();
    private final Creations creations;
    private int called;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean closed;

    PoolState(PoolSettings settings, ErrorContext context) {
        this.settings = settings;
        this.context = context;
        this.creations = new Creations(settings.creationPatienceNanos());
    }

    boolean isClosed() {
        return closed;
    }

    int generation() {
        return generation.get();
    }

    /** Takes the idle connection whose turn it is. */
    @Nullable
    PoolEntry take() {
        lock.lock();
        try {
            return takeIdle(settings.lifo());
        } finally {
            lock.unlock();
        }
    }

    /** Takes the connection used last, if it may be used without a check. */
    @Nullable
    PoolEntry takeFresh(long now) {
        lock.lock();
        try {
            PoolEntry newest = idle.peekLast();
            return newest != null && settings.needsCheck(newest, now) ? null : takeIdle(true);
        } finally {
            lock.unlock();
        }
    }

    /** Takes an idle connection, or joins the queue: at its front if the caller has had its turn before. */
    @Nullable
    PoolEntry takeOrWait(Waiter waiter, boolean hadItsTurn) {
        lock.lock();
        try {
            PoolEntry entry = takeIdle(settings.lifo());
            if (entry != null) {
                return entry;
            }
            if (settings.failWhenExhausted() && waiters.size() >= settings.maxSize() - all.size()) {
                counters.timedOut();
                throw new PoolExhaustedException(usage(waiters.size() + 1), context);
            }
            creations.joined(waiter);
            if (hadItsTurn) {
                waiters.addFirst(waiter);
            } else {
                waiters.addLast(waiter);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable PoolEntry takeIdle(boolean newest) {
        if (closed) {
            throw closedException();
        }
        PoolEntry entry = newest ? idle.pollLast() : idle.pollFirst();
        if (entry != null) {
            entry.move(PoolEntry.State.IDLE, PoolEntry.State.IN_USE);
        }
        return entry;
    }

    /** For a waiter that was called: takes an idle connection if there still is one, else it waits on in its place. */
    @Nullable
    PoolEntry answerCall(Waiter waiter) {
        lock.lock();
        try {
            return waiter.queued ? takeIfCalled(waiter) : null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable PoolEntry takeIfCalled(Waiter waiter) {
        if (!waiter.isCalled()) {
            return null;
        }
        waiter.uncall();
        called--;
        PoolEntry entry = takeIdle(settings.lifo());
        if (entry != null) {
            waiters.remove(waiter);
        }
        return entry;
    }

    /**
     * Ends the wait without a connection, unless an outcome came first or an idle connection can be had.
     *
     * @return the figures at that moment, or null if the waiter has an outcome now
     */
    @Nullable
    PoolUsage giveUp(Waiter waiter, boolean timeout) {
        Waiter next = null;
        lock.lock();
        try {
            if (!waiter.queued) {
                return null;
            }
            PoolEntry entry = timeout ? takeIfCalled(waiter) : null;
            if (entry != null) {
                waiter.settle(entry);
                return null;
            }
            PoolUsage usage = usage(waiters.size());
            leave(waiter);
            next = callNext();
            if (timeout) {
                counters.timedOut();
            }
            return usage;
        } finally {
            unlockAndWake(next);
        }
    }

    private void leave(Waiter waiter) {
        waiters.remove(waiter);
        if (waiter.isCalled()) {
            waiter.uncall();
            called--;
        }
    }

    /** Enters a timeout of a caller that is not in the queue. */
    PoolUsage timedOut() {
        lock.lock();
        try {
            counters.timedOut();
            return usage(waiters.size() + 1);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a connection back, for the next waiter or as idle.
     *
     * @return why that is refused, in which case the caller has to close and {@link #remove} it, or null
     */
    @Nullable
    DestroyCause giveBack(PoolEntry entry, long now) {
        Waiter next = null;
        lock.lock();
        try {
            DestroyCause refusal = refusal(entry, now);
            if (refusal == null) {
                entry.idleSince(now);
                next = offer(entry);
            }
            return refusal;
        } finally {
            unlockAndWake(next);
        }
    }

    /** Puts back a connection that was taken but not used, with its time of idleness unchanged. */
    @Nullable
    DestroyCause putBack(PoolEntry entry, long now) {
        Waiter next = null;
        lock.lock();
        try {
            DestroyCause refusal = refusal(entry, now);
            if (refusal == null) {
                next = offer(entry);
            }
            return refusal;
        } finally {
            unlockAndWake(next);
        }
    }

    /** Why the connection may not go on living, if so. */
    @Nullable
    DestroyCause refusal(PoolEntry entry, long now) {
        if (closed) {
            return DestroyCause.CLOSED;
        }
        if (entry.generation() != generation.get()) {
            return DestroyCause.RETIRED;
        }
        return entry.isExpired(now) ? DestroyCause.LIFETIME : null;
    }

    private @Nullable Waiter offer(PoolEntry entry) {
        Waiter first = waiters.first();
        if (first != null && settings.fair()) {
            waiters.remove(first);
            first.settle(entry);
            return first;
        }
        entry.move(PoolEntry.State.IN_USE, PoolEntry.State.IDLE);
        idle.addLast(entry);
        return callNext();
    }

    /** In a pool that is not fair: tells one more waiter to look, if there are more idle connections than were told. */
    private @Nullable Waiter callNext() {
        if (idle.size() <= called || called >= waiters.size()) {
            return null;
        }
        for (Waiter waiter = waiters.first(); waiter != null; waiter = waiter.next) {
            if (!waiter.isCalled()) {
                waiter.call();
                called++;
                return waiter;
            }
        }
        return null;
    }

    /** Removes a connection that has been closed by the caller of this method; true for the one call that did so. */
    boolean remove(PoolEntry entry, DestroyCause cause) {
        lock.lock();
        try {
            if (entry.state() == PoolEntry.State.CLOSED) {
                return false;
            }
            entry.move(PoolEntry.State.IN_USE, PoolEntry.State.CLOSED);
            all.remove(entry);
            counters.destroyed(cause);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Sets aside as many places for new connections as are wanted and free; the caller has to make them. */
    List<Creation> reserveCreations(long now) {
        lock.lock();
        try {
            if (closed) {
                return List.of();
            }
            int unserved = Math.max(0, waiters.size() - idle.size());
            int missing = counters.mayRefill(now) ? Math.max(0, settings.minIdle() - idle.size()) : 0;
            return begin(Math.min(unserved + missing - creations.expected(now), free()), now);
        } finally {
            lock.unlock();
        }
    }

    private int free() {
        return settings.maxSize() - all.size() - creations.size();
    }

    private List<Creation> begin(int wanted, long now) {
        if (wanted <= 0) {
            return List.of();
        }
        List<Creation> begun = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            begun.add(creations.begin(now));
        }
        return begun;
    }

    /** Takes the idle connection used last if it needs a check before it may be taken by {@link #takeFresh}. */
    @Nullable
    PoolEntry takeForCheck(long now) {
        lock.lock();
        try {
            PoolEntry newest = closed ? null : idle.peekLast();
            return newest == null || !settings.needsCheck(newest, now) ? null : takeIdle(true);
        } finally {
            lock.unlock();
        }
    }

    /** Sets aside a place for an idle connection if there is none, none is on its way beyond those waited for, and room. */
    List<Creation> reserveIdle(long now) {
        lock.lock();
        try {
            boolean wanted = !closed && idle.isEmpty() && creations.size() <= waiters.size() && counters.mayRefill(now);
            return wanted ? begin(Math.min(1, free()), now) : List.of();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Enters a new connection in the books, for the oldest waiter or as idle.
     *
     * @return why it is not wanted, in which case the caller has to close and {@link #remove} it, or null
     */
    @Nullable
    DestroyCause created(Creation creation, PoolEntry entry, long now) {
        Waiter next = null;
        lock.lock();
        try {
            creations.end(creation);
            all.add(entry);
            counters.created();
            changed.signalAll();
            DestroyCause refusal = refusal(entry, now);
            if (refusal == null) {
                next = offer(entry);
            }
            return refusal;
        } finally {
            unlockAndWake(next);
        }
    }

    /**
     * Ends a creation that failed; the oldest waiter gets the failure, unless the creation belongs to a retired generation
     * or had begun before that waiter came.
     */
    void creationFailed(Creation creation, int attemptGeneration, RedisException failure, long now, double chance) {
        Waiter waiter = null;
        Waiter next = null;
        lock.lock();
        try {
            creations.end(creation);
            changed.signalAll();
            if (closed || attemptGeneration != generation.get()) {
                return;
            }
            counters.failed(failure, now, chance);
            Waiter first = waiters.first();
            if (first != null && creations.isFor(creation, first)) {
                waiter = first;
                leave(waiter);
                waiter.settle(failure);
                next = callNext();
            }
        } finally {
            unlockAndWake(waiter);
            wake(next);
        }
    }

    /** Begins a new generation; the idle connections of the old one have to be closed and removed by the caller. */
    List<PoolEntry> retire() {
        lock.lock();
        try {
            generation.incrementAndGet();
            counters.forgive();
            return takeAllIdle();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the books; waiters fail, and idle connections have to be closed and removed by the caller. */
    List<PoolEntry> close() {
        List<Waiter> failed = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            for (Waiter waiter = waiters.pollFirst(); waiter != null; waiter = waiters.pollFirst()) {
                waiter.settle(closedException());
                failed.add(waiter);
            }
            called = 0;
            return takeAllIdle();
        } finally {
            lock.unlock();
            failed.forEach(Waiter::wake);
        }
    }

    private List<PoolEntry> takeAllIdle() {
        List<PoolEntry> taken = new ArrayList<>(idle);
        idle.clear();
        taken.forEach(entry -> entry.move(PoolEntry.State.IDLE, PoolEntry.State.IN_USE));
        return taken;
    }

    /** Takes idle connections that are closed, have lived too long, or are surplus and have been idle too long. */
    Map<PoolEntry, DestroyCause> takeExpired(long now) {
        lock.lock();
        try {
            Map<PoolEntry, DestroyCause> expired = new LinkedHashMap<>();
            for (Iterator<PoolEntry> entries = idle.iterator(); entries.hasNext(); ) {
                PoolEntry entry = entries.next();
                DestroyCause cause = expiry(entry, now);
                if (cause != null) {
                    entries.remove();
                    entry.move(PoolEntry.State.IDLE, PoolEntry.State.IN_USE);
                    expired.put(entry, cause);
                }
            }
            return expired;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable DestroyCause expiry(PoolEntry entry, long now) {
        if (!entry.connection().isOpen()) {
            return DestroyCause.BROKEN;
        }
        if (entry.isExpired(now)) {
            return DestroyCause.LIFETIME;
        }
        boolean surplus = idle.size() > settings.minIdle();
        return surplus && settings.isIdleTooLong(entry, now) ? DestroyCause.IDLE : null;
    }

    /** Connections that are in use, or on their way into or out of use. */
    List<PoolEntry> active() {
        lock.lock();
        try {
            return all.stream()
                    .filter(entry -> entry.state() == PoolEntry.State.IN_USE)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no connection is left and none is being made; gives up when the time is over or on interrupt. */
    void awaitEmpty(long nanos) throws InterruptedException {
        await(nanos, () -> all.isEmpty() && creations.isEmpty());
    }

    /**
     * Waits until there are as many connections as have to be kept, no more are being made, or the time is over.
     *
     * @return the figures if there are too few, or null
     */
    @Nullable
    PoolUsage awaitWarm(long nanos) throws InterruptedException {
        await(nanos, () -> closed || creations.isEmpty() || all.size() >= settings.minIdle());
        lock.lock();
        try {
            return all.size() >= settings.minIdle() ? null : usage(waiters.size());
        } finally {
            lock.unlock();
        }
    }

    private void await(long nanos, BooleanSupplier done) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !done.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is no connection, none is being made, and no caller waits for one. */
    boolean isQuiet() {
        lock.lock();
        try {
            return all.isEmpty() && creations.isEmpty() && waiters.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until connections may be made without a waiter. */
    long refillPauseNanos(long now) {
        lock.lock();
        try {
            return counters.pauseNanos(now);
        } finally {
            lock.unlock();
        }
    }

    void leaked() {
        lock.lock();
        try {
            counters.leaked();
        } finally {
            lock.unlock();
        }
    }

    PoolStatistics statistics(Timing acquires, Timing usages, Timing creations) {
        lock.lock();
        try {
            return new PoolStatistics(
                    settings.maxSize(),
                    settings.minIdle(),
                    all.size() - idle.size(),
                    idle.size(),
                    waiters.size(),
                    this.creations.size(),
                    counters.createdSoFar(),
                    counters.destroyedSoFar(),
                    counters.timeouts(),
                    counters.connectFailures(),
                    counters.leaks(),
                    acquires.snapshot(),
                    usages.snapshot(),
                    creations.snapshot(),
                    counters.lastFailureText());
        } finally {
            lock.unlock();
        }
    }

    private PoolUsage usage(int waiting) {
        return new PoolUsage(
                all.size() - idle.size(), idle.size(), waiting, settings.maxSize(), counters.lastFailure());
    }

    RedisClosedException closedException() {
        return new RedisClosedException("The connection pool is closed", CommandOutcome.NOT_SENT, context, null);
    }

    private void unlockAndWake(@Nullable Waiter waiter) {
        lock.unlock();
        wake(waiter);
    }

    private static void wake(@Nullable Waiter waiter) {
        if (waiter != null) {
            waiter.wake();
        }
    }
}
