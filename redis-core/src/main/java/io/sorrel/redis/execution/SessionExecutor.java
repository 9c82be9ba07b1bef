package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandExecutor;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.pool.PooledConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs every command on the one connection that it has borrowed until it is closed. Used by one thread at a time. */
public final class SessionExecutor implements CommandExecutor, AutoCloseable {
    private final PooledConnection connection;
    private final Duration timeout;
    private volatile boolean closed;

    SessionExecutor(PooledConnection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command) {
        SessionOnly.refuseBreaking(command.spec());
        if (closed) {
            throw new RedisClosedException("the session is closed");
        }
        return connection.connection().execute(command, Deadline.after(timeout));
    }

    /** Gives the connection back; the pool resets or replaces it if its state was changed. Idempotent. */
    @Override
    public void close() {
        closed = true;
        connection.release();
    }
}
