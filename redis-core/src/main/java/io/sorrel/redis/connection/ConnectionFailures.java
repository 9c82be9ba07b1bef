package io.sorrel.redis.connection;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisTimeoutException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says in the terms of the client why an exchange on a connection failed. */
public final class ConnectionFailures {
    private ConnectionFailures() {}

    static RedisException timeout(Deadline limit, CommandOutcome outcome, ErrorContext context) {
        String time = text(limit.timeout());
        String message = outcome == CommandOutcome.NOT_SENT
                ? "the deadline of " + time + " had passed before the command could be sent"
                : "no reply within " + time + "; the connection was closed";
        return new RedisTimeoutException(message, outcome, context, null);
    }

    /** For a command of a connection that this client has closed. */
    public static RedisException closed(CommandOutcome outcome, ErrorContext context) {
        return new RedisClosedException("the connection was closed by this client", outcome, context, null);
    }

    static RedisException unaskedReply(ErrorContext context, @Nullable RedisProtocolException broken) {
        return new RedisProtocolException(
                "the server sent a reply that no command had asked for; the connection was closed",
                CommandOutcome.NOT_SENT,
                context,
                broken);
    }

    /** For a command in front of which the connection's own check was answered by another reply. */
    static RedisException outOfStep(ErrorContext context) {
        return new RedisProtocolException(
                "the server's replies were out of step with the commands: the connection's own check was not answered in its"
                        + " place; the connection was closed",
                CommandOutcome.UNKNOWN,
                context,
                null);
    }

    /** For a read or write that failed without the client's own doing. */
    public static RedisException lost(IOException failure, CommandOutcome outcome, ErrorContext context) {
        if (wasInterrupted(failure)) {
            return interrupted(outcome, context, failure);
        }
        String message = failure instanceof EOFException
                ? "the server closed the connection" + (outcome == CommandOutcome.NOT_SENT ? "" : " before it replied")
                : "the connection broke: " + failure.getMessage();
        return new ConnectionLostException(message, outcome, context, failure);
    }

    /** For a caller that is interrupted before it has begun to send. */
    static RedisException interrupted(ErrorContext context) {
        return new RedisInterruptedException(
                "interrupted before the command was sent", CommandOutcome.NOT_SENT, context, null);
    }

    /** For a caller under whom the connection was closed because of an interrupt. */
    static RedisException interrupted(CommandOutcome outcome, ErrorContext context, IOException failure) {
        return new RedisInterruptedException(
                "interrupted while talking to the server; the connection was closed", outcome, context, failure);
    }

    /** Whether a virtual thread was interrupted in the operation, which closes the socket; others do not notice. */
    static boolean wasInterrupted(IOException failure) {
        return Thread.currentThread().isInterrupted() && "Closed by interrupt".equals(failure.getMessage());
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
