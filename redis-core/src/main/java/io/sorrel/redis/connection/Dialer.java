package io.sorrel.redis.connection;

/** Opens transports to one endpoint. Thread-safe. */
@FunctionalInterface
interface Dialer {
    /**
     * Connects within the deadline.
     *
     * @throws io.sorrel.redis.error.RedisException naming the endpoint and every address that was tried
     */
    Transport dial(Deadline deadline);
}
