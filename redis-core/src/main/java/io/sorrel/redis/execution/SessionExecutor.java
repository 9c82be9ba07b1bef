package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandExecutor;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.pool.PooledConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs every command on the one connection that it has borrowed until it is closed. Used by one thread at a time. */
public final class SessionExecutor implements CommandExecutor, AutoCloseable {
    private enum State {
        FREE,
        IN_CALL,
        CLOSED
    }

    private final PooledConnection connection;
    private final Duration timeout;
    private final ClientRetries retries;
    private final AtomicReference<State> state = new AtomicReference<>(State.FREE);

    SessionExecutor(PooledConnection connection, Duration timeout, ClientRetries retries) {
        this.connection = connection;
        this.timeout = timeout;
        this.retries = retries;
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command) {
        SessionOnly.refuseBreaking(command.spec());
        State before = state.compareAndExchange(State.FREE, State.IN_CALL);
        if (before == State.CLOSED) {
            throw new RedisClosedException("the session is closed; open another one");
        }
        if (before == State.IN_CALL) {
            throw new IllegalStateException("another call of this session is under way, and a session serves one at a"
                    + " time; open a session for each thread");
        }
        try {
            return run(
                    command,
                    Deadline.of(command, timeout, timeout, retries.environment().ticker()));
        } finally {
            state.compareAndSet(State.IN_CALL, State.FREE);
        }
    }

    private <T extends @Nullable Object> T run(Command<T> command, Deadline deadline) {
        T value;
        try {
            value = connection.connection().execute(command, deadline);
        } catch (RedisException failure) {
            retries.finished(command, deadline, failure);
            throw failure;
        }
        retries.finished(command, deadline, null);
        return value;
    }

    /**
     * Gives the connection back; the pool resets or replaces it if its state was changed. While another thread's call is
     * under way, the connection is closed instead, and that call fails. Idempotent.
     */
    @Override
    public void close() {
        if (state.getAndSet(State.CLOSED) == State.IN_CALL) {
            connection.destroy(DestroyCause.DISCARDED);
        } else {
            connection.release();
        }
    }
}
