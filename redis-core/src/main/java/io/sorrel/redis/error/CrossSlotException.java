package io.sorrel.redis.error;

/** {@code CROSSSLOT}: the keys of one command belong to different slots of the cluster. */
public final class CrossSlotException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    CrossSlotException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
