package io.sorrel.redis.error;

/** {@code LOADING}: the server is reading its data set and does not answer commands yet. Repeating later is safe. */
public final class ServerLoadingException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ServerLoadingException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
