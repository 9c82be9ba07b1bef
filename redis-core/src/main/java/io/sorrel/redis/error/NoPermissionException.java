package io.sorrel.redis.error;

/**
 * {@code NOPERM}: the access control list of the user does not allow the command, the key or the channel. The
 * server is alive.
 */
public final class NoPermissionException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoPermissionException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
