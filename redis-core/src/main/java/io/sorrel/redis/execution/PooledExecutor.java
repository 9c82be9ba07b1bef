package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.pool.ConnectionPool;
import io.sorrel.redis.pool.PooledConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs each command on a connection borrowed from the pool, on the caller's thread. The deadline of the call covers the
 * wait for a connection, the write and the reply. Thread-safe and immutable.
 */
public final class PooledExecutor implements DeadlineExecutor {
    private final ConnectionPool pool;
    private final int attempts;

    /** An executor over the pool. */
    public PooledExecutor(ConnectionPool pool) {
        this.pool = pool;
        this.attempts = pool.statistics().max() + 1;
    }

    /** Is told which connection carries a call while it does, so that it can be closed under it. */
    interface Borrower {
        void borrowed(PooledConnection connection);
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline) {
        return execute(command, deadline, connection -> {});
    }

    <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline, Borrower borrower) {
        SessionOnly.refuseOutsideSession(command.spec());
        for (int attempt = 1; ; attempt++) {
            PooledConnection connection = acquire(command, deadline);
            try {
                borrower.borrowed(connection);
                return connection.connection().execute(command, deadline);
            } catch (RedisException e) {
                if (!wasStale(e, connection, deadline) || attempt == attempts) {
                    throw e;
                }
            } finally {
                connection.release();
            }
        }
    }

    /** Whether a connection turned out to be unusable before anything was sent, so that another one may be tried. */
    static boolean wasStale(RedisException failure, PooledConnection connection, Deadline deadline) {
        return failure.outcome() == CommandOutcome.NOT_SENT
                && !(failure instanceof RedisInterruptedException)
                && !connection.connection().isOpen()
                && !deadline.isExpired();
    }

    private PooledConnection acquire(Command<?> command, Deadline deadline) {
        try {
            return pool.acquire(deadline);
        } catch (RedisException e) {
            Failures.fillContext(e, new ErrorContext(null, command.spec().name()));
            throw e;
        }
    }

    /** Borrows a connection for a session, in which each command may take this long, and so may the wait for one. */
    SessionExecutor openSession(Duration timeout, ClientRetries retries) {
        return new SessionExecutor(pool.acquire(Deadline.after(timeout)), timeout, retries);
    }
}
