package io.sorrel.redis.error;

/** {@code MASTERDOWN}: a replica has lost its primary and is configured not to answer with old data. */
public final class MasterDownException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    MasterDownException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
