package io.sorrel.redis.error;

/** {@code UNBLOCKED}: a blocking command was ended by CLIENT UNBLOCK or by a change of role. Nothing was taken. */
public final class UnblockedException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    UnblockedException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
