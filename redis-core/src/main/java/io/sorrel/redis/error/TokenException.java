package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** An access token for the server could not be had; the connection that needs it was not made. */
public class TokenException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it without context, with outcome {@link CommandOutcome#NOT_SENT}. */
    public TokenException(String message) {
        super(message, CommandOutcome.NOT_SENT, ErrorContext.NONE, null);
    }

    /** Creates it without context, with outcome {@link CommandOutcome#NOT_SENT}. */
    public TokenException(String message, @Nullable Throwable cause) {
        super(message, CommandOutcome.NOT_SENT, ErrorContext.NONE, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new TokenException(reason(), getCause());
    }
}
