package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** A transaction did not take place because a watched key changed, or because the connection that watched was lost. */
public final class WatchException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it without context, with outcome {@link CommandOutcome#REFUSED}. */
    public WatchException(String message) {
        super(message, CommandOutcome.REFUSED, ErrorContext.NONE, null);
    }

    /** Creates it with everything that is known. */
    public WatchException(String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new WatchException(reason(), outcome(), context, getCause());
    }
}
