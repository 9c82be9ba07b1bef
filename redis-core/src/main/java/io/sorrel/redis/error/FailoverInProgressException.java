package io.sorrel.redis.error;

/** {@code INPROG}: a failover is running already. */
public final class FailoverInProgressException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    FailoverInProgressException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
