package io.sorrel.redis.error;

/**
 * {@code READONLY}: a write reached a replica, as it does after a failover when a client still talks to the old
 * primary.
 */
public final class ReadOnlyException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ReadOnlyException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
