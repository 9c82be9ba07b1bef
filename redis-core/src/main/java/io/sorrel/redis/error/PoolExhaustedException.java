package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** All connections of the pool are in use and it is configured not to wait; the command was not sent. */
public final class PoolExhaustedException extends RedisException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param usage the state of the pool
     * @param context the command and endpoint, as far as known
     */
    public PoolExhaustedException(PoolUsage usage, ErrorContext context) {
        super(
                "No connection is free: " + usage.describe(),
                CommandOutcome.NOT_SENT,
                context,
                usage.lastConnectFailure());
    }

    PoolExhaustedException(String reason, ErrorContext context, @Nullable Throwable cause) {
        super(reason, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new PoolExhaustedException(reason(), context, getCause());
    }
}
