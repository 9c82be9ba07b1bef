package io.sorrel.redis.error;

/** {@code ERR max number of clients reached}: the server takes no further connection. It closes this one. */
public final class MaxClientsException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    MaxClientsException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
