package io.sorrel.redis.error;

/** A lock could not be taken, extended or released. */
public class LockException extends RedisException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message what could not be done, without the name of the lock, which is a key
     * @param outcome what became of the command, if one was sent
     * @param context the command and endpoint, as far as known
     */
    public LockException(String message, CommandOutcome outcome, ErrorContext context) {
        super(message, outcome, context, null);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new LockException(reason(), outcome(), context);
    }
}
