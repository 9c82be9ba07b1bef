package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** An open connection broke; the outcome tells whether the command had left. */
public final class ConnectionLostException extends RedisConnectionException {
    private static final long serialVersionUID = 1L;

    /** Creates it with everything that is known. */
    public ConnectionLostException(
            String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new ConnectionLostException(reason(), outcome(), context, getCause());
    }
}
