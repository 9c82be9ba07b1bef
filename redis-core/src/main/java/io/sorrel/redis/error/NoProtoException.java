package io.sorrel.redis.error;

/** {@code NOPROTO}: the server does not speak the requested protocol version. */
public final class NoProtoException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoProtoException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
