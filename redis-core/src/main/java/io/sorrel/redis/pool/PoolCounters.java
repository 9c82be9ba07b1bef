package io.sorrel.redis.pool;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has happened to a pool so far, and how long refills pause after failures. Guarded by the pool's lock. */
final class PoolCounters {
    private static final long FIRST_PAUSE_NANOS = 100_000_000L;
    private static final int MAX_DOUBLINGS = 7;

    private final Map<DestroyCause, Long> destroyed = new EnumMap<>(DestroyCause.class);
    private long created;
    private long timeouts;
    private long connectFailures;
    private long leaks;
    private int failuresInARow;
    private long refillAt;
    private @Nullable RedisException lastFailure;

    PoolCounters() {
        for (DestroyCause cause : DestroyCause.values()) {
            destroyed.put(cause, 0L);
        }
    }

    void created() {
        created++;
        forgive();
    }

    /** Forgets the failures. */
    void forgive() {
        failuresInARow = 0;
        lastFailure = null;
    }

    /** Enters a failure to connect; refills pause for a random part of a time that doubles, up to about 13 s. */
    void failed(RedisException failure, long now, double chance) {
        connectFailures++;
        lastFailure = failure;
        long longest = FIRST_PAUSE_NANOS << Math.min(failuresInARow, MAX_DOUBLINGS);
        failuresInARow++;
        refillAt = now + (long) (longest * chance);
    }

    /** Whether connections may be made without a waiter. */
    boolean mayRefill(long now) {
        return failuresInARow == 0 || now - refillAt >= 0;
    }

    /** Nanoseconds until connections may be made without a waiter. */
    long pauseNanos(long now) {
        return failuresInARow == 0 ? 0 : Math.max(0, refillAt - now);
    }

    void destroyed(DestroyCause cause) {
        destroyed.merge(cause, 1L, Long::sum);
    }

    void timedOut() {
        timeouts++;
    }

    void leaked() {
        leaks++;
    }

    long createdSoFar() {
        return created;
    }

    Map<DestroyCause, Long> destroyedSoFar() {
        return Collections.unmodifiableMap(new EnumMap<>(destroyed));
    }

    long timeouts() {
        return timeouts;
    }

    long connectFailures() {
        return connectFailures;
    }

    long leaks() {
        return leaks;
    }

    @Nullable
    RedisException lastFailure() {
        return lastFailure;
    }

    @Nullable
    String lastFailureText() {
        return lastFailure == null ? null : lastFailure.toString();
    }
}
