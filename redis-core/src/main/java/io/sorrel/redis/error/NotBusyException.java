package io.sorrel.redis.error;

/** {@code NOTBUSY}: there is no running script or function to kill. */
public final class NotBusyException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NotBusyException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
