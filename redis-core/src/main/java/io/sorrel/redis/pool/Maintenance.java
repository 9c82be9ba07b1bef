package io.sorrel.redis.pool;

import io.sorrel.redis.event.DestroyCause;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a pool from time to time: closes what is too old or idle for too long, keeps the least number of idle
 * connections, reports leaks. Is scheduled only while there is something to look after.
 */
final class Maintenance implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    private final PoolState state;
    private final PoolSettings settings;
    private final Supply supply;
    private final PoolEnvironment environment;
    private final PoolEvents events;
    private final String endpoint;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile @Nullable Runnable cancel;

    Maintenance(
            PoolState state,
            PoolSettings settings,
            Supply supply,
            PoolEnvironment environment,
            PoolEvents events,
            String endpoint) {
        this.state = state;
        this.settings = settings;
        this.supply = supply;
        this.environment = environment;
        this.events = events;
        this.endpoint = endpoint;
    }

    /** Makes sure that a sweep is scheduled if one is needed. */
    void wake() {
        if (!scheduled.get() && isNeeded() && scheduled.compareAndSet(false, true)) {
            schedule();
        }
    }

    private boolean isNeeded() {
        if (state.isClosed()) {
            return false;
        }
        return settings.minIdle() > 0 || (settings.needsSweeps() && !state.isQuiet());
    }

    private void schedule() {
        long pause = state.refillPauseNanos(environment.ticker().getAsLong());
        long delay =
                pause > 0 && settings.minIdle() > 0 ? Math.min(pause, settings.sweepNanos()) : settings.sweepNanos();
        cancel = environment.scheduler().schedule(this, delay);
        if (state.isClosed()) {
            stop();
        }
    }

    /** Cancels the sweep that is scheduled. */
    void stop() {
        Runnable pending = cancel;
        if (pending != null) {
            pending.run();
        }
    }

    @Override
    public void run() {
        try {
            sweep();
        } finally {
            scheduled.set(false);
            wake();
        }
    }

    private void sweep() {
        long now = environment.ticker().getAsLong();
        for (Map.Entry<PoolEntry, DestroyCause> expired : state.takeExpired(now).entrySet()) {
            supply.destroy(expired.getKey(), expired.getValue());
        }
        if (settings.leakThresholdNanos() > 0) {
            state.active().forEach(entry -> checkForLeak(entry, now));
        }
        supply.replenish();
    }

    private void checkForLeak(PoolEntry entry, long now) {
        PooledConnection lease = entry.lease();
        if (lease == null || now - lease.since() < settings.leakThresholdNanos()) {
            return;
        }
        Throwable borrowedAt = lease.borrowedAt();
        if (borrowedAt != null && lease.report()) {
            state.leaked();
            LOG.warn(
                    "A connection to {} has been in use for {} ms and may never be given back",
                    endpoint,
                    (now - lease.since()) / 1_000_000,
                    borrowedAt);
            events.leaked(borrowedAt);
        }
    }
}
