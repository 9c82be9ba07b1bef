package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** A connection could not be made: name resolution, dialling, TLS or the handshake failed. No command was sent. */
public final class ConnectFailedException extends RedisConnectionException {
    private static final long serialVersionUID = 1L;

    /** Creates it with outcome {@link CommandOutcome#NOT_SENT}. */
    public ConnectFailedException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, CommandOutcome.NOT_SENT, context, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new ConnectFailedException(reason(), context, getCause());
    }
}
