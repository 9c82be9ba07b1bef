package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** A subscription cannot do what was asked of it. */
public final class PubSubException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it without context, with outcome {@link CommandOutcome#NOT_SENT}. */
    public PubSubException(String message) {
        super(message, CommandOutcome.NOT_SENT, ErrorContext.NONE, null);
    }

    /** Creates it with everything that is known. */
    public PubSubException(String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new PubSubException(reason(), outcome(), context, getCause());
    }
}
