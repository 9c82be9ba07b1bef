package io.sorrel.redis.error;

/** {@code WRONGTYPE}: the key holds another kind of value than the command works on. */
public final class WrongTypeException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    WrongTypeException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
