package io.sorrel.redis.connection;

import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.ServerErrors;

/**
 * An error that the server replied, not yet an exception, so that the stack of the exception is that of the caller.
 *
 * @param text what the server sent
 */
public record ErrorText(String text) {
    /** The exception for it. */
    public RedisServerException toException(ErrorContext context) {
        return ServerErrors.translate(text, context);
    }
}
