package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.ConnectionFailures;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.DisconnectedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.ServerErrors;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * Why commands fail together. Each of their callers gets an exception of its own, made on its own thread where it waits.
 *
 * @param outcome what became of the command
 * @param exception makes the exception
 */
record Loss(CommandOutcome outcome, BiFunction<CommandOutcome, ErrorContext, RedisException> exception) {
    private static Loss of(BiFunction<CommandOutcome, ErrorContext, RedisException> exception) {
        return new Loss(CommandOutcome.UNKNOWN, exception);
    }

    static Loss closed() {
        return of(ConnectionFailures::closed);
    }

    static Loss neverConnected(RedisException cause) {
        return new Loss(
                CommandOutcome.NOT_SENT,
                (outcome, context) -> cause instanceof RedisServerException refusal
                        ? ServerErrors.again(refusal, context)
                        : new ConnectFailedException(cause.reason(), context, cause));
    }

    static Loss disconnected(Duration outage, Duration wait, RedisException cause) {
        return new Loss(
                CommandOutcome.NOT_SENT,
                (outcome, context) -> new DisconnectedException(
                        "there has been no connection for " + outage.toMillis()
                                + " ms, and the call waits no longer than " + wait.toMillis()
                                + " ms for one (disconnected-wait); the last attempt: " + cause.reason(),
                        context,
                        cause));
    }

    static Loss broken(IOException failure) {
        return of((outcome, context) -> ConnectionFailures.lost(failure, outcome, context));
    }

    static Loss outOfStep(RedisProtocolException failure) {
        return of((outcome, context) -> new RedisProtocolException(failure.reason(), outcome, context, failure));
    }

    static Loss refused(RedisException failure) {
        return of((outcome, context) -> new ConnectionLostException(
                "the server no longer serves the connection: " + failure.reason(), outcome, context, failure));
    }

    static Loss failed(Throwable failure) {
        return of((outcome, context) -> new ConnectionLostException(
                "the connection was closed after a failure of the client: " + failure, outcome, context, failure));
    }

    static Loss silent(Duration silence) {
        return of((outcome, context) -> new ConnectionLostException(
                "nothing was received for " + silence.toMillis()
                        + " ms although replies were due; the connection was closed",
                outcome,
                context,
                null));
    }

    static Loss misaligned() {
        return of((outcome, context) -> new ConnectionLostException(
                "the server's replies were out of step with the commands: the connection's own check was not answered in its"
                        + " place; the connection was closed",
                outcome,
                context,
                null));
    }

    static Loss unprovable() {
        return of((outcome, context) -> new ConnectionLostException(
                "a reply stayed out beyond its command's deadline, and the server does not answer the ECHO that would show"
                        + " whether the next replies are in step; the connection was closed",
                outcome,
                context,
                null));
    }

    static Loss noHeadway(Duration waited) {
        return of((outcome, context) -> new ConnectionLostException(
                "the connection made no headway: a reply stayed out beyond its command's deadline, and for "
                        + waited.toMillis()
                        + " ms the server did not answer the check that followed; the connection was"
                        + " closed",
                outcome,
                context,
                null));
    }

    static Loss heldTooMuch(long bytes) {
        return of((outcome, context) -> new ConnectionLostException(
                "a reply stayed out beyond its command's deadline, and " + bytes
                        + " bytes of later replies came before the"
                        + " server answered the check that followed; the connection was closed",
                outcome,
                context,
                null));
    }

    /** The same for commands with another outcome. */
    Loss as(CommandOutcome other) {
        return other == outcome ? this : new Loss(other, exception);
    }

    RedisException toException(ErrorContext context) {
        return exception.apply(outcome, context);
    }
}
