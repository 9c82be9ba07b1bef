package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The deadline of a call passed; the outcome tells whether the command may have been executed. */
public class RedisTimeoutException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it with everything that is known. */
    public RedisTimeoutException(
            String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new RedisTimeoutException(reason(), outcome(), context, getCause());
    }
}
