package io.sorrel.redis.error;

/** {@code MISCONF}: the server cannot persist and is configured to refuse writes then. Its log has the cause. */
public final class MisconfException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    MisconfException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
