package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** No reachable sentinel knows a healthy replica of that primary. */
public final class ReplicaNotFoundException extends SentinelException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public ReplicaNotFoundException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new ReplicaNotFoundException(reason(), context, getCause());
    }
}
