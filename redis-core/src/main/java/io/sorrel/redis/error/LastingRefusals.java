package io.sorrel.redis.error;

/** Failures of a handshake that will not pass by themselves: another attempt with the same options would fail in the same way. */
public final class LastingRefusals {
    private LastingRefusals() {}

    /**
     * Whether the failure to connect is such a refusal: the user, the password, the database, a missing permission, a server
     * that speaks another protocol, does not know a command of the handshake, or is in protected mode. An error of no known
     * type may pass: proxies tell of an unreachable server in words of their own.
     */
    public static boolean include(RedisException failure) {
        if (failure instanceof RedisProtocolException || failure.getCause() instanceof RedisProtocolException) {
            return true;
        }
        return failure instanceof RedisAuthenticationException
                || failure instanceof NoPermissionException
                || failure instanceof NoProtoException
                || failure instanceof ProtocolRejectedException
                || failure instanceof ProtectedModeException
                || failure instanceof UnknownCommandException
                || isRefusedDatabase(failure);
    }

    private static boolean isRefusedDatabase(RedisException failure) {
        return failure instanceof RedisServerException
                && "SELECT".equals(failure.command())
                && !TransientRefusals.include(failure);
    }
}
