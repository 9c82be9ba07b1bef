package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.event.ServerInfo;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one server. It is used by one caller at a time; only {@link #isOpen()} and {@link #close()} may
 * be called by other threads meanwhile.
 */
public interface Connection extends AutoCloseable {
    /** Sends the command and waits for its reply; every failure is a {@link io.sorrel.redis.error.RedisException}. */
    <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline);

    /** What the server said of itself in the handshake. */
    ServerInfo server();

    /** Whether it has not been closed, neither by {@link #close()} nor after a failure; without a look at the socket. */
    boolean isOpen();

    /** Whether a command has changed the state that the handshake set up. */
    boolean isDirty();

    /** Asks the server for a sign of life (PING) after idleness; a failure closes the connection and is thrown. */
    void validate(Deadline deadline);

    /** Brings a dirty connection back to the state after the handshake; a failure closes it and is thrown. */
    void reset(Deadline deadline);

    /** Closes it at once; idempotent, never blocks, never throws. A caller waiting for a reply fails. */
    @Override
    void close();
}
