package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * The cluster as a whole could not serve the call: unusable slot map, too many redirections, contradictory
 * topology.
 */
public class ClusterException extends RedisException {
    private static final long serialVersionUID = 1L;

    /** Creates it with everything that is known. */
    public ClusterException(String message, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(message, outcome, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new ClusterException(reason(), outcome(), context, getCause());
    }
}
