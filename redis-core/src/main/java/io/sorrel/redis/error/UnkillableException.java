package io.sorrel.redis.error;

/** {@code UNKILLABLE}: the running script has written already, or comes from a primary, and cannot be killed. */
public final class UnkillableException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    UnkillableException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
