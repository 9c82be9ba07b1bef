package io.sorrel.redis.error;

/**
 * {@code BUSY}: the server is occupied by a script or function that runs for longer than {@code busy-reply-
 * threshold}.
 */
public final class ScriptBusyException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ScriptBusyException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
