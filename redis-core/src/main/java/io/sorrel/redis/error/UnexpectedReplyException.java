package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * The server executed a command but its reply does not have the shape that the command expects. The reply was read
 * completely, so the connection stays in use.
 */
public final class UnexpectedReplyException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it without context, with outcome {@link CommandOutcome#UNKNOWN}. */
    public UnexpectedReplyException(String message) {
        super(message, CommandOutcome.UNKNOWN, ErrorContext.NONE, null);
    }

    /** Creates it without context, with outcome {@link CommandOutcome#UNKNOWN}. */
    public UnexpectedReplyException(String message, @Nullable Throwable cause) {
        super(message, CommandOutcome.UNKNOWN, ErrorContext.NONE, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new UnexpectedReplyException(reason(), getCause());
    }
}
