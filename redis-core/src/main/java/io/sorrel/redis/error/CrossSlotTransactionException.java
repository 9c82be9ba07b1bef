package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The keys of a transaction belong to more than one slot, so no single node can run it. */
public final class CrossSlotTransactionException extends ClusterException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public CrossSlotTransactionException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new CrossSlotTransactionException(reason(), context, getCause());
    }
}
