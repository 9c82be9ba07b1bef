package io.sorrel.redis.error;

/** AUTH was refused for its number of arguments: servers before 6.0 know no user names. */
public final class AuthenticationArgumentsException extends RedisAuthenticationException {
    private static final long serialVersionUID = 1L;

    AuthenticationArgumentsException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
