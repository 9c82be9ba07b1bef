package io.sorrel.redis.error;

/** {@code DENIED}: the server runs in protected mode and serves only local clients. It closes the connection. */
public final class ProtectedModeException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ProtectedModeException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
