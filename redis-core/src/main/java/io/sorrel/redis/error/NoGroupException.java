package io.sorrel.redis.error;

/** {@code NOGROUP}: the stream or its consumer group does not exist. */
public final class NoGroupException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoGroupException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
