package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The sentinels could not name a server for the call. */
public class SentinelException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public SentinelException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new SentinelException(reason(), context, getCause());
    }
}
