package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** A token could not be renewed before it expired. */
public final class TokenRenewalException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** Creates it. */
    public TokenRenewalException(String message) {
        super(message);
    }

    /** Creates it with its cause. */
    public TokenRenewalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new TokenRenewalException(reason(), getCause());
    }
}
