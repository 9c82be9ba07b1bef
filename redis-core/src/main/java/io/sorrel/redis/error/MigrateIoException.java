package io.sorrel.redis.error;

/**
 * {@code IOERR}: MIGRATE could not talk to its target. The key may be on both servers, so the outcome is
 * {@link CommandOutcome#UNKNOWN}.
 */
public final class MigrateIoException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    MigrateIoException(ErrorReply reply, ErrorContext context) {
        super(reply, CommandOutcome.UNKNOWN, context);
    }
}
