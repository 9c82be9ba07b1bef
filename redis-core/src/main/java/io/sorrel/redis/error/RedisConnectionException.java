package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made, or one was lost. */
public class RedisConnectionException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it with everything that is known. */
    public RedisConnectionException(
            String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new RedisConnectionException(reason(), outcome(), context, getCause());
    }
}
