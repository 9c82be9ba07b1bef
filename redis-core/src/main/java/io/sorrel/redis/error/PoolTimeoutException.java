package io.sorrel.redis.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No connection of the pool became free in time; the command was not sent. */
public final class PoolTimeoutException extends RedisTimeoutException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param waited how long the caller waited
     * @param usage the state of the pool
     * @param context the command and endpoint, as far as known
     */
    public PoolTimeoutException(Duration waited, PoolUsage usage, ErrorContext context) {
        super(
                "No connection became free within " + waited.toMillis() + " ms: " + usage.describe(),
                CommandOutcome.NOT_SENT,
                context,
                usage.lastConnectFailure());
    }

    PoolTimeoutException(String reason, ErrorContext context, @Nullable Throwable cause) {
        super(reason, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new PoolTimeoutException(reason(), context, getCause());
    }
}
