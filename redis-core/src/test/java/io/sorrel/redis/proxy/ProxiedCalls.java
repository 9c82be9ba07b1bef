package io.sorrel.redis.proxy;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.RedisException;

/** Calls through a proxy that was restarted. */
final class ProxiedCalls {
    private ProxiedCalls() {}

    /** Waits until a key has its value again; a connection that was lost may still fail the call that meets it. */
    static void awaitValue(RedisClient redis, String key, String value) {
        Await.until(key + " is answered", () -> hasValue(redis, key, value));
    }

    private static boolean hasValue(RedisClient redis, String key, String value) {
        try {
            return value.equals(redis.sync().get(key));
        } catch (RedisException e) {
            return false;
        }
    }
}
