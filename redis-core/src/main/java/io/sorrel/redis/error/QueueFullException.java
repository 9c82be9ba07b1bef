package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The bounded queue of a connection had no room for the command, within its deadline or at once, as configured. */
public final class QueueFullException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public QueueFullException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new QueueFullException(reason(), context, getCause());
    }
}
