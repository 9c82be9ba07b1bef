package io.sorrel.redis.connection;

/** Opens connections that are ready for use. Thread-safe. */
@FunctionalInterface
public interface ConnectionFactory {
    /** Dials and completes the handshake within the deadline, or throws a {@link io.sorrel.redis.error.RedisException}. */
    Connection connect(Deadline deadline);
}
