package io.sorrel.redis.error;

/** {@code BUSYKEY}: the target key of RESTORE or MIGRATE exists already and {@code REPLACE} was not given. */
public final class BusyKeyException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    BusyKeyException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
