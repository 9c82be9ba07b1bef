package io.sorrel.redis.error;

/** The lock is not held by this owner any more: it expired, was taken by another, or was released before. */
public final class LockNotOwnedException extends LockException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it with outcome {@link CommandOutcome#REFUSED}.
     *
     * @param message what could not be done, without the name of the lock, which is a key
     * @param context the command and endpoint, as far as known
     */
    public LockNotOwnedException(String message, ErrorContext context) {
        super(message, CommandOutcome.REFUSED, context);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new LockNotOwnedException(reason(), context);
    }
}
