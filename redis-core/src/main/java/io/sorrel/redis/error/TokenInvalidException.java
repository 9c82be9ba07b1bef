package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The identity provider answered with a token that cannot be read or used. */
public final class TokenInvalidException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** Creates it. */
    public TokenInvalidException(String message) {
        super(message);
    }

    /** Creates it with its cause. */
    public TokenInvalidException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new TokenInvalidException(reason(), getCause());
    }
}
