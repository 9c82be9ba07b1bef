package io.sorrel.redis.error;

/**
 * {@code OOM}: the server is above {@code maxmemory} and refuses commands that need memory. Repeating at once does
 * not help.
 */
public final class RedisOutOfMemoryException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    RedisOutOfMemoryException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
