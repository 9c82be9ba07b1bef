package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** No known node of the cluster serves the slot. */
public final class SlotNotCoveredException extends ClusterException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public SlotNotCoveredException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new SlotNotCoveredException(reason(), context, getCause());
    }
}
