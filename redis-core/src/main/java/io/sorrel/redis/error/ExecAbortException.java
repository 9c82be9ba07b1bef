package io.sorrel.redis.error;

/**
 * {@code EXECABORT}: the transaction was discarded because a command was refused while it was queued. Nothing of
 * it ran.
 */
public final class ExecAbortException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ExecAbortException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
