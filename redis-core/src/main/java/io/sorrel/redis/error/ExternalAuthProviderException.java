package io.sorrel.redis.error;

/** The directory service (LDAP) that the server asks about credentials has a problem. */
public final class ExternalAuthProviderException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ExternalAuthProviderException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
