package io.sorrel.redis.test;

import org.jspecify.annotations.Nullable;

/** A server that could not be found, started, reached or steered; the message shows what the server said. */
public final class RedisServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisServerException(String message) {
        super(message);
    }

    RedisServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
