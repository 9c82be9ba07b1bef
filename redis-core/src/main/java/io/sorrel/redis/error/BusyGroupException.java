package io.sorrel.redis.error;

/** {@code BUSYGROUP}: the consumer group exists already. */
public final class BusyGroupException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    BusyGroupException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
