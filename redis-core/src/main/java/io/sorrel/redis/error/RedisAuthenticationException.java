package io.sorrel.redis.error;

import java.util.Locale;

/**
 * The server does not accept the credentials, or asks for some: {@code WRONGPASS}, {@code NOAUTH}, and the {@code ERR}
 * texts of older servers.
 *
 * <p>It is not a {@link RedisConnectionException}: dialling again with the same credentials cannot help and may lock the
 * account.
 */
public class RedisAuthenticationException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    RedisAuthenticationException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }

    /**
     * Whether the server asks for a login rather than refusing one: {@code NOAUTH}, and {@code operation not permitted}
     * of servers before 2.8.
     */
    public boolean isLoginMissing() {
        return code().equals("NOAUTH")
                || serverMessage().toLowerCase(Locale.ROOT).startsWith("operation not permitted");
    }
}
