package io.sorrel.redis.pool;

import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.TimeoutOptions;
import io.sorrel.redis.connection.Connection;
import io.sorrel.redis.connection.ConnectionFactory;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.PoolExhaustedException;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.PoolUsage;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.event.PoolStatistics;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded number of connections to one server, lent to one caller at a time. Thread-safe.
 *
 * <p>A caller gets an idle connection, or waits, in turn, for whichever comes first: one that is given back or a new
 * one. The wait ends with the caller's deadline or the longest wait of the options, whichever is earlier; making,
 * checking and handing over a connection all take part in it.
 */
public final class ConnectionPool implements AutoCloseable {
    /*
     * The life of a connection. PoolState moves it from one state to the next, always under its lock; what takes time
     * (dialling, checking, resetting, closing, listeners) happens between two moves, while the connection is IN_USE and
     * belongs to exactly one thread.
     *
     *                     created, no waiter               taken
     *   being made ───────────────────────────────▶ IDLE ────────▶ IN_USE ──▶ checked if stale ──▶ lent
     *     │     │                                    ▲   given back   │                              │
     *     │     │  created, a waiter                 └────────────────┤◀── reset if dirty ◀──────────┘
     *     │     └─────────────────────────────────────────▶ IN_USE    │
     *     ▼                                                           ▼
     *   failed: the oldest waiter fails at once                     CLOSED (why: DestroyCause)
     *
     * Demand is a number, not a task: a creation is started when waiters plus missing idle connections exceed the
     * creations that are counted on and a place is free, and its result goes to the caller that is first in line when it arrives. So a
     * waiter that leaves cancels nothing and loses nothing, and a returned connection serves it while others are dialled.
     * A creation that takes long, since its packets or its replies are lost perhaps, is no longer counted on: it keeps
     * its place, but another one is started beside it.
     *
     * A loan ends with one compare-and-set of the lease in PoolEntry: of a return, a second return and a destruction by
     * several threads exactly one counts.
     */
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(2);

    private final PoolSettings settings;
    private final LongSupplier ticker;
    private final ErrorContext context;
    private final PoolEvents events;
    private final PoolState state;
    private final Supply supply;
    private final Maintenance maintenance;
    private final Timing acquires = new Timing();
    private final Timing usages = new Timing();

    /**
     * Makes a pool without connections; {@link #warmUp} makes the first ones, else the first callers do.
     *
     * @param endpoint the server, for messages and events; the factory dials it
     * @param factory makes the connections
     * @param options size, waiting and renewal
     * @param timeouts the longest time for making, checking or resetting a connection, and for waiting where the options
     *     say nothing else
     * @param environment time, chance and threads
     * @param listeners the listener at the moment, {@link ClientListener#NONE} for none; it is told what happens, and
     *     throws nothing
     */
    public ConnectionPool(
            Endpoint endpoint,
            ConnectionFactory factory,
            PoolOptions options,
            TimeoutOptions timeouts,
            PoolEnvironment environment,
            Supplier<ClientListener> listeners) {
        String label = endpoint.toString();
        this.settings = PoolSettings.of(options, timeouts);
        this.ticker = environment.ticker();
        this.context = new ErrorContext(label, null);
        this.events = new PoolEvents(label, listeners);
        this.state = new PoolState(settings, context);
        this.supply = new Supply(state, settings, factory, environment, events, context);
        this.maintenance = new Maintenance(state, settings, supply, environment, events, label);
        maintenance.wake();
    }

    /**
     * Borrows a connection, waiting for one if need be.
     *
     * @throws io.sorrel.redis.error.PoolTimeoutException when none became free in time
     * @throws PoolExhaustedException when all are in use and the pool does not wait
     * @throws RedisInterruptedException when the thread is interrupted while it waits; its interrupt flag stays set
     * @throws RedisClosedException when the pool is closed
     * @throws RedisException when a connection could not be made: the failure of that attempt
     */
    public PooledConnection acquire(Deadline deadline) {
        long start = ticker.getAsLong();
        PoolEntry entry = state.take();
        if (entry != null && isReady(entry, start)) {
            return lend(entry, start, 0);
        }
        PoolEntry found = find(entry, start, deadline.atMost(settings.maxWait()));
        long now = ticker.getAsLong();
        return lend(found, now, now - start);
    }

    /**
     * Borrows the connection used last if it is idle and needs no check before use; never waits, dials or asks the
     * server.
     *
     * @return null if there is none
     * @throws RedisClosedException when the pool is closed
     */
    public @Nullable PooledConnection tryAcquire() {
        long now = ticker.getAsLong();
        PoolEntry entry = state.takeFresh(now);
        if (entry == null) {
            return null;
        }
        if (!entry.connection().isOpen()) {
            supply.destroy(entry, DestroyCause.BROKEN);
            return null;
        }
        return lend(entry, now, 0);
    }

    /**
     * Asks for an idle connection that {@link #tryAcquire()} can lend, for later calls, and returns at once: one that was
     * idle for long is checked, else one is made if there is room. Who asks is no caller: it has no place in the queue and
     * appears in no figure.
     */
    public void requestIdle() {
        supply.requestIdle();
        maintenance.wake();
    }

    private boolean isReady(PoolEntry entry, long now) {
        return entry.connection().isOpen() && !settings.needsCheck(entry, now);
    }

    private PooledConnection lend(PoolEntry entry, long now, long waited) {
        Throwable borrowedAt = settings.leakThresholdNanos() > 0 ? new Throwable("Borrowed here") : null;
        PooledConnection lease = new PooledConnection(this, entry, now, borrowedAt);
        entry.lend(lease);
        acquires.record(waited);
        events.acquired(waited);
        return lease;
    }

    private PoolEntry find(@Nullable PoolEntry first, long start, Deadline limit) {
        PoolEntry entry = first;
        boolean hadItsTurn = first != null;
        while (true) {
            if (entry == null) {
                entry = await(hadItsTurn, start, limit);
                hadItsTurn = true;
            }
            if (passes(entry, start, limit)) {
                return entry;
            }
            entry = state.take();
        }
    }

    private boolean passes(PoolEntry entry, long start, Deadline limit) {
        long now = ticker.getAsLong();
        DestroyCause cause = entry.connection().isOpen() ? state.refusal(entry, now) : DestroyCause.BROKEN;
        if (cause == null && settings.isStale(entry, now)) {
            if (limit.isExpired()) {
                putBack(entry, now);
                throw timeout(start, state.timedOut());
            }
            cause = check(entry, limit);
        }
        if (cause != null) {
            supply.destroy(entry, cause);
        }
        return cause == null;
    }

    private void putBack(PoolEntry entry, long now) {
        DestroyCause refusal = state.putBack(entry, now);
        if (refusal != null) {
            supply.destroy(entry, refusal);
        }
    }

    private @Nullable DestroyCause check(PoolEntry entry, Deadline limit) {
        boolean settled = false;
        try {
            entry.connection().validate(limit.atMost(settings.checkTimeout()));
            settled = true;
            return null;
        } catch (RedisInterruptedException e) {
            settled = entry.connection().isOpen();
            if (settled) {
                putBack(entry, ticker.getAsLong());
            }
            throw interrupted(e);
        } catch (RedisException e) {
            LOG.debug("An idle connection failed its check before use: {}", e.toString());
            settled = true;
            return DestroyCause.FAILED_CHECK;
        } finally {
            if (!settled) {
                supply.destroy(entry, DestroyCause.FAILED_CHECK);
            }
        }
    }

    private PoolEntry await(boolean hadItsTurn, long start, Deadline limit) {
        Waiter waiter = new Waiter();
        PoolEntry entry = join(waiter, hadItsTurn);
        if (entry != null) {
            return entry;
        }
        supply.replenish();
        maintenance.wake();
        for (Object outcome = waiter.outcome(); ; outcome = waiter.outcome()) {
            if (outcome instanceof PoolEntry delivered) {
                return delivered;
            }
            if (outcome instanceof RedisException failure) {
                throw forCaller(failure);
            }
            PoolEntry taken = waiter.isCalled() ? state.answerCall(waiter) : null;
            if (taken != null) {
                return taken;
            }
            park(waiter, start, limit);
        }
    }

    private @Nullable PoolEntry join(Waiter waiter, boolean hadItsTurn) {
        try {
            return state.takeOrWait(waiter, hadItsTurn);
        } catch (PoolExhaustedException e) {
            events.timedOut();
            throw e;
        }
    }

    private void park(Waiter waiter, long start, Deadline limit) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        long left = limit.remainingNanos();
        if (!interrupted && left > 0) {
            LockSupport.parkNanos(this, left);
            return;
        }
        PoolUsage usage = state.giveUp(waiter, !interrupted);
        if (usage != null) {
            throw interrupted ? interrupted(null) : timeout(start, usage);
        }
    }

    private RedisInterruptedException interrupted(@Nullable Throwable cause) {
        return new RedisInterruptedException(
                "Interrupted while waiting for a connection", CommandOutcome.NOT_SENT, context, cause);
    }

    private PoolTimeoutException timeout(long start, PoolUsage usage) {
        events.timedOut();
        return new PoolTimeoutException(Duration.ofNanos(ticker.getAsLong() - start), usage, context);
    }

    /** The failure was made by another thread, and listeners and statistics may keep it. */
    private RedisException forCaller(RedisException failure) {
        return failure instanceof RedisClosedException ? state.closedException() : Failures.copy(failure, context);
    }

    void giveBack(PooledConnection lease) {
        long now = returned(lease);
        PoolEntry entry = lease.entry();
        DestroyCause cause = tidy(entry, now);
        if (cause == null) {
            cause = state.giveBack(entry, now);
        }
        if (cause != null) {
            supply.destroy(entry, cause);
        }
    }

    void discard(PooledConnection lease, DestroyCause cause) {
        long now = returned(lease);
        assert now >= lease.since() : "the ticker went back";
        supply.destroy(lease.entry(), cause);
    }

    private long returned(PooledConnection lease) {
        long now = ticker.getAsLong();
        long used = now - lease.since();
        usages.record(used);
        events.released(used);
        if (lease.isReported()) {
            LOG.info("A connection reported as leaked was given back after {} ms", used / 1_000_000);
        }
        return now;
    }

    private @Nullable DestroyCause tidy(PoolEntry entry, long now) {
        Connection connection = entry.connection();
        if (!connection.isOpen()) {
            return DestroyCause.BROKEN;
        }
        if (!connection.isDirty()) {
            return null;
        }
        DestroyCause refusal = state.refusal(entry, now);
        if (refusal != null || !settings.resetDirty()) {
            return refusal != null ? refusal : DestroyCause.DIRTY;
        }
        try {
            connection.reset(Deadline.after(settings.checkTimeout(), ticker));
            return null;
        } catch (Throwable e) {
            LOG.debug("A connection could not be reset: {}", e.toString());
            return DestroyCause.DIRTY;
        }
    }

    /**
     * Makes connections until there are as many as the pool keeps idle.
     *
     * @throws RedisException when that fails or takes longer than the deadline
     */
    public void warmUp(Deadline deadline) {
        supply.replenish();
        maintenance.wake();
        try {
            PoolUsage usage = state.awaitWarm(deadline.remainingNanos());
            if (state.isClosed()) {
                throw state.closedException();
            }
            if (usage != null) {
                throw usage.lastConnectFailure() instanceof RedisException failure
                        ? forCaller(failure)
                        : new PoolTimeoutException(deadline.timeout(), usage, context);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisInterruptedException(
                    "Interrupted while connections were made", CommandOutcome.NOT_SENT, context, e);
        }
    }

    /**
     * Retires all connections that exist or are being made: idle ones are closed now, those in use when they are given
     * back. For use when the server behind the endpoint has changed.
     */
    public void retireGeneration() {
        state.retire().forEach(entry -> supply.destroy(entry, DestroyCause.RETIRED));
    }

    /** The state of the pool and what has happened so far. */
    public PoolStatistics statistics() {
        return state.statistics(acquires, usages, supply.creations());
    }

    /** Closes the pool, giving callers two seconds to return their connections. */
    @Override
    public void close() {
        close(CLOSE_BOUND);
    }

    /**
     * Closes the pool: no caller gets a connection from now on, waiting callers fail with {@link RedisClosedException}, idle
     * connections are closed now and the others when they are given back, or when the time is over. On interrupt the
     * time is over at once. Idempotent.
     *
     * @param bound the longest time to wait for connections in use
     */
    public void close(Duration bound) {
        Deadline deadline = Deadline.after(bound);
        state.close().forEach(entry -> supply.destroy(entry, DestroyCause.CLOSED));
        maintenance.stop();
        supply.interrupt();
        try {
            state.awaitEmpty(deadline.remainingNanos());
            supply.join(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state.active().forEach(entry -> supply.destroy(entry, DestroyCause.CLOSED));
    }
}
