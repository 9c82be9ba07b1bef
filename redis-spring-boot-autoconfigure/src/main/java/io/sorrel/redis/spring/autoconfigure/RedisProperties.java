package io.sorrel.redis.spring.autoconfigure;

/** Properties. */
public final class RedisProperties {
    /** Creates it. */
    public RedisProperties() {}
}
