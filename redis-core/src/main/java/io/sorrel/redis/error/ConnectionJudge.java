package io.sorrel.redis.error;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The one judge of «may this connection be used again».
 *
 * <p>It may, if the reply of the failed command is known to have been read to its end and the server is known to keep
 * the connection. Whatever is not known to be harmless speaks against it.
 */
public final class ConnectionJudge {
    private ConnectionJudge() {}

    /**
     * Whether the connection on which this failure occurred is still in step and usable.
     *
     * @param failure what a command on the connection failed with
     */
    public static boolean mayReuse(Throwable failure) {
        Throwable actual = unwrap(failure);
        if (actual instanceof RedisServerException error) {
            return !serverCloses(error) && !losesItsUser(error);
        }
        // Encoding precedes sending, and replies are decoded after they have been read to their end.
        return actual instanceof RedisCodecException
                || actual instanceof UnexpectedReplyException
                || (actual instanceof WatchException watch && watch.outcome() == CommandOutcome.REFUSED);
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable actual = failure;
        while (actual instanceof CompletionException || actual instanceof ExecutionException) {
            Throwable cause = actual.getCause();
            if (cause == null) {
                return actual;
            }
            actual = cause;
        }
        return actual;
    }

    private static boolean serverCloses(RedisServerException error) {
        return error instanceof MaxClientsException
                || error instanceof ProtocolRejectedException
                || error instanceof ProtectedModeException;
    }

    /** The handshake logged in, so a later refusal of this kind means that the user is gone or a RESET took place. */
    private static boolean losesItsUser(RedisServerException error) {
        return error instanceof RedisAuthenticationException refusal && refusal.isLoginMissing();
    }
}
