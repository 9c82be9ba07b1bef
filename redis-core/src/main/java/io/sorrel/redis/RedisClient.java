package io.sorrel.redis;

/** A client. */
public final class RedisClient {
    private RedisClient() {}
}
