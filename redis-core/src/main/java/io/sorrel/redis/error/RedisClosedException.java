package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The client, pool or connection was closed by its owner, before or during the call. */
public final class RedisClosedException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it without context, with outcome {@link CommandOutcome#NOT_SENT}. */
    public RedisClosedException(String message) {
        super(message, CommandOutcome.NOT_SENT, ErrorContext.NONE, null);
    }

    /** Creates it with everything that is known. */
    public RedisClosedException(
            String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new RedisClosedException(reason(), outcome(), context, getCause());
    }
}
