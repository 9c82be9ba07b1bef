package io.sorrel.redis.pool;

import io.sorrel.redis.connection.Connection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A connection and what the pool knows of it. */
final class PoolEntry {
    /** Where a connection stands; changed only under the lock of the pool. */
    enum State {
        IDLE,
        IN_USE,
        CLOSED
    }

    private final Connection connection;
    private final int generation;
    private final long expiresAt;
    private final boolean expires;
    private final AtomicReference<@Nullable PooledConnection> lease = new AtomicReference<>();

    private State state = State.IN_USE;
    private long idleSince;

    /**
     * Makes one.
     *
     * @param lifetimeNanos the longest time it may live, or 0 for ever
     */
    PoolEntry(Connection connection, int generation, long now, long lifetimeNanos) {
        this.connection = connection;
        this.generation = generation;
        this.expires = lifetimeNanos > 0;
        this.expiresAt = now + lifetimeNanos;
        this.idleSince = now;
    }

    Connection connection() {
        return connection;
    }

    int generation() {
        return generation;
    }

    boolean isExpired(long now) {
        return expires && now - expiresAt >= 0;
    }

    /** When it was last made or given back; read under the lock, or by its borrower. */
    long idleSince() {
        return idleSince;
    }

    void idleSince(long now) {
        idleSince = now;
    }

    State state() {
        return state;
    }

    void move(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("A connection that is " + state + " cannot go from " + from + " to " + to);
        }
        state = to;
    }

    void lend(PooledConnection borrower) {
        lease.set(borrower);
    }

    /** Ends the lease; true for the one call that did so. */
    boolean endLease(PooledConnection borrower) {
        return lease.compareAndSet(borrower, null);
    }

    @Nullable
    PooledConnection lease() {
        return lease.get();
    }
}
