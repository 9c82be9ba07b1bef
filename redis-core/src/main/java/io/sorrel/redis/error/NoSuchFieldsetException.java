package io.sorrel.redis.error;

/** {@code ERR no such fieldset}: the connection has not prepared the field set that HIMPORT SET names. */
public final class NoSuchFieldsetException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoSuchFieldsetException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
