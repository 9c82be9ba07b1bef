package io.sorrel.redis.error;

/** {@code ERR unknown command} or subcommand: the server is too old for it, or the command was renamed or disabled. */
public final class UnknownCommandException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    UnknownCommandException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
