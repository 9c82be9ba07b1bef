package io.sorrel.redis.error;

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

    private RedisAuthenticationException(RedisAuthenticationException original, String advice) {
        super(original, advice);
    }

    /**
     * The same failure with advice behind the server's text.
     *
     * @param advice what to change; without credentials
     */
    public RedisAuthenticationException advising(String advice) {
        return new RedisAuthenticationException(this, advice);
    }
}
