package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The peer broke the protocol. The connection is closed: what follows on it cannot be told apart. */
public final class RedisProtocolException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it without context, with outcome {@link CommandOutcome#UNKNOWN}. */
    public RedisProtocolException(String message) {
        super(message, CommandOutcome.UNKNOWN, ErrorContext.NONE, null);
    }

    /** Creates it without context, with outcome {@link CommandOutcome#UNKNOWN}. */
    public RedisProtocolException(String message, Throwable cause) {
        super(message, CommandOutcome.UNKNOWN, ErrorContext.NONE, cause);
    }

    /** Creates it with everything that is known. */
    public RedisProtocolException(
            String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new RedisProtocolException(reason(), outcome(), context, getCause());
    }
}
