package io.sorrel.redis.pool;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Connection;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.event.DestroyCause;
import org.jspecify.annotations.Nullable;

/**
 * A connection borrowed from a {@link ConnectionPool}, for one caller at a time, until it is given back by
 * {@link #close()} or closed by {@link #destroy}. Only these two may be called by any thread; the first call of either
 * counts, later ones do nothing.
 */
public final class PooledConnection implements AutoCloseable {
    private final ConnectionPool pool;
    private final PoolEntry entry;
    private final long since;
    private final @Nullable Throwable borrowedAt;
    private volatile boolean reported;

    PooledConnection(ConnectionPool pool, PoolEntry entry, long since, @Nullable Throwable borrowedAt) {
        this.pool = pool;
        this.entry = entry;
        this.since = since;
        this.borrowedAt = borrowedAt;
    }

    /**
     * Sends the command and waits for its reply.
     *
     * @throws IllegalStateException when the connection has been given back
     */
    public <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline) {
        return connection().execute(command, deadline);
    }

    /**
     * The connection itself; not to be kept, and not to be used once this has been given back.
     *
     * @throws IllegalStateException when it has been given back
     */
    public Connection connection() {
        if (entry.lease() != this) {
            throw new IllegalStateException("The connection has been given back to the pool; borrow another one");
        }
        return entry.connection();
    }

    /**
     * Gives it back. A connection that failed is closed; one with a changed state is reset first, within a short time of
     * its own, or closed, as the pool's options say. Never throws.
     */
    public void release() {
        if (entry.endLease(this)) {
            pool.giveBack(this);
        }
    }

    /** Gives it back, as {@link #release()} does. */
    @Override
    public void close() {
        release();
    }

    /** Closes it instead of giving it back; the pool may make another one in its place. Never throws. */
    public void destroy(DestroyCause cause) {
        if (entry.endLease(this)) {
            pool.discard(this, cause);
        }
    }

    PoolEntry entry() {
        return entry;
    }

    long since() {
        return since;
    }

    @Nullable
    Throwable borrowedAt() {
        return borrowedAt;
    }

    /** Whether this is the first report; called by the maintenance only. */
    boolean report() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    boolean isReported() {
        return reported;
    }
}
