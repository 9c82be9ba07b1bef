package io.sorrel.redis.error;

/** {@code NOMASTERLINK}: the replica has no link to its primary. */
public final class NoMasterLinkException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoMasterLinkException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
