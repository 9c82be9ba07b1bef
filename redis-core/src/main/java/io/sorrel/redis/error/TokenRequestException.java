package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** The identity provider did not answer a request for a token. Asking again may help. */
public final class TokenRequestException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** Creates it. */
    public TokenRequestException(String message) {
        super(message);
    }

    /** Creates it with its cause. */
    public TokenRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new TokenRequestException(reason(), getCause());
    }
}
