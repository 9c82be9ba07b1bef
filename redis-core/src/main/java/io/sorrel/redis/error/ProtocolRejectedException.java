package io.sorrel.redis.error;

/**
 * {@code ERR Protocol error}: the server could not read what it was sent, or an argument exceeded its {@code
 * proto-max-bulk-len}. It closes the connection.
 */
public final class ProtocolRejectedException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ProtocolRejectedException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
