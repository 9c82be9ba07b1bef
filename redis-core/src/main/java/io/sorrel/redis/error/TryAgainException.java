package io.sorrel.redis.error;

/**
 * {@code TRYAGAIN}: the keys of a multi-key command are split between two nodes while their slot is moving.
 * Repeating later is safe.
 */
public final class TryAgainException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    TryAgainException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
