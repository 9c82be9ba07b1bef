package io.sorrel.redis.test;

/** A server. */
public final class RedisServer {
    private RedisServer() {}
}
