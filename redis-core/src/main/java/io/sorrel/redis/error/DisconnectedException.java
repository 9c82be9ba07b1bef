package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * The server is known to be gone, and the call has waited for a connection for as long as its {@code disconnected-wait}
 * allows. The command was not sent; the cause is the failure of the last attempt to connect, or the loss of the connection
 * while no attempt has ended yet.
 */
public final class DisconnectedException extends RedisConnectionException {
    private static final long serialVersionUID = 1L;

    /** Creates it; see {@link RedisException}. */
    public DisconnectedException(String reason, ErrorContext context, @Nullable Throwable cause) {
        super(reason, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new DisconnectedException(reason(), context, getCause());
    }
}
