package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** No reachable sentinel knows a healthy primary of that name. */
public final class MasterNotFoundException extends SentinelException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public MasterNotFoundException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new MasterNotFoundException(reason(), context, getCause());
    }
}
