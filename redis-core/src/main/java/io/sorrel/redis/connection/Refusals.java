package io.sorrel.redis.connection;

import io.sorrel.redis.error.RedisServerException;
import org.jspecify.annotations.Nullable;

/** Says of an error reply that it ended a handshake, which the callers of other commands are told, too. */
final class Refusals {
    private Refusals() {}

    /**
     * The same error with what it stood in the way of.
     *
     * @param advice what to change; null where nothing but waiting helps
     */
    static RedisServerException of(RedisServerException refusal, @Nullable String advice) {
        return refusal.advising("the handshake was refused" + (advice == null ? "" : ": " + advice));
    }
}
