package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted. Its interrupt flag is set again; the outcome tells whether the command had
 * left.
 */
public final class RedisInterruptedException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it with everything that is known. */
    public RedisInterruptedException(
            String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new RedisInterruptedException(reason(), outcome(), context, getCause());
    }
}
