package io.sorrel.redis.pool;

import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.TimeoutOptions;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * The options of a pool in the form in which it uses them.
 *
 * @param maxSize the largest number of connections
 * @param minIdle idle connections kept ready
 * @param lifo whether the connection used last is taken first
 * @param fair whether callers are served in the order of their arrival
 * @param failWhenExhausted whether a caller fails at once when all connections are in use
 * @param maxWait the longest time that a caller waits, however late its deadline
 * @param checkAfterNanos idleness after which a connection is checked before use; 0 for every time
 * @param idleTimeoutNanos idleness after which a connection is closed; 0 for never
 * @param lifetimeNanos age at which a connection is closed; 0 for never
 * @param lifetimeSpread the share of the lifetime that chance may take away
 * @param leakThresholdNanos time of use after which a connection is reported as leaked; 0 for never
 * @param resetDirty whether a connection with a changed state is reset on return; else it is closed
 * @param sweepNanos time between two rounds of maintenance
 * @param connectTimeout the longest time for making one connection
 * @param checkTimeout the longest time for one check or reset
 * @param creationPatienceNanos after so long, a connection that is still being made is no longer counted on
 */
record PoolSettings(
        int maxSize,
        int minIdle,
        boolean lifo,
        boolean fair,
        boolean failWhenExhausted,
        Duration maxWait,
        long checkAfterNanos,
        long idleTimeoutNanos,
        long lifetimeNanos,
        double lifetimeSpread,
        long leakThresholdNanos,
        boolean resetDirty,
        long sweepNanos,
        Duration connectTimeout,
        Duration checkTimeout,
        long creationPatienceNanos) {
    private static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);
    private static final long SHORTEST_SWEEP_NANOS = 100_000_000L;
    private static final long LONGEST_SWEEP_NANOS = 30_000_000_000L;
    private static final long MIN_IDLE_SWEEP_NANOS = 1_000_000_000L;
    private static final int SWEEPS_PER_SPAN = 4;
    private static final long SHORTEST_PATIENCE_NANOS = 100_000_000L;
    private static final int CREATIONS_PER_CALL = 8;

    static PoolSettings of(PoolOptions options, TimeoutOptions timeouts) {
        Duration maxWait = options.maxWait();
        return new PoolSettings(
                options.maxSize(),
                options.minIdle(),
                options.lifo(),
                options.fair(),
                options.whenExhausted() == PoolOptions.WhenExhausted.FAIL,
                maxWait == null ? UNLIMITED : maxWait,
                options.checkAfterIdle().toNanos(),
                options.idleTimeout().toNanos(),
                options.maxLifetime().toNanos(),
                options.lifetimeSpread(),
                options.leakDetectionThreshold().toNanos(),
                options.whenDirty() == PoolOptions.WhenDirty.RESET,
                sweepNanos(options),
                timeouts.connect(),
                timeouts.connect(),
                creationPatienceNanos(timeouts));
    }

    /**
     * An eighth of the time that a caller has: a creation that hangs leaves it time for several more, while one that is
     * merely slow, in a network for which longer timeouts are set, is not raced.
     */
    private static long creationPatienceNanos(TimeoutOptions timeouts) {
        long shorter = Math.min(timeouts.connect().toNanos(), timeouts.command().toNanos());
        return Math.max(SHORTEST_PATIENCE_NANOS, shorter / CREATIONS_PER_CALL);
    }

    /** A quarter of the shortest span that is watched, so that each ends at most a quarter late. */
    private static long sweepNanos(PoolOptions options) {
        long shortest = LongStream.of(
                        options.idleTimeout().toNanos(),
                        options.maxLifetime().toNanos(),
                        options.leakDetectionThreshold().toNanos())
                .filter(span -> span > 0)
                .map(span -> Math.max(SHORTEST_SWEEP_NANOS, span / SWEEPS_PER_SPAN))
                .min()
                .orElse(LONGEST_SWEEP_NANOS);
        return Math.min(shortest, options.minIdle() > 0 ? MIN_IDLE_SWEEP_NANOS : LONGEST_SWEEP_NANOS);
    }

    boolean needsCheck(PoolEntry entry, long now) {
        return entry.isExpired(now) || isStale(entry, now);
    }

    boolean isStale(PoolEntry entry, long now) {
        return now - entry.idleSince() >= checkAfterNanos;
    }

    boolean isIdleTooLong(PoolEntry entry, long now) {
        return idleTimeoutNanos > 0 && now - entry.idleSince() >= idleTimeoutNanos;
    }

    /** The lifetime of one connection: shorter than the longest one by a random part of the spread. */
    long drawLifetime(double chance) {
        return lifetimeNanos == 0 ? 0 : Math.max(1, lifetimeNanos - (long) (lifetimeNanos * lifetimeSpread * chance));
    }

    /** Whether connections have to be looked after from time to time. */
    boolean needsSweeps() {
        return idleTimeoutNanos > 0 || lifetimeNanos > 0 || leakThresholdNanos > 0;
    }
}
