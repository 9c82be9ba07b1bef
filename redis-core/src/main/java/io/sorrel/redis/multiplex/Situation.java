package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Says how far a command got and what it waited for, in the words of messages. Thread-safe. */
final class Situation {
    private final Parts parts;
    private final ConnectionLoop loop;

    Situation(Parts parts, ConnectionLoop loop) {
        this.parts = parts;
        this.loop = loop;
    }

    /** Its deadline passed before it was sent. */
    RedisException unsent(Duration timeout, ErrorContext context) {
        return new RedisTimeoutException(
                "the deadline of " + text(timeout) + " passed while the command waited to be sent; " + queue() + "; "
                        + connection() + doubt(),
                CommandOutcome.NOT_SENT,
                context,
                loop.lastFailure());
    }

    private String doubt() {
        ActiveLink active = loop.active();
        return active != null && active.isOpen() && active.alignment().isInDoubt()
                ? "; a reply is overdue, and nothing is sent until the server has answered the connection's check"
                : "";
    }

    /** Its deadline passed after it was sent. */
    RedisException unanswered(Exchange<?> exchange, Duration timeout, ErrorContext context) {
        long ahead = Math.max(0, exchange.number() - parts.ledger().passedNumber() - 1);
        return new RedisTimeoutException(
                "no reply within " + text(timeout) + "; the command was sent " + since(exchange.sentAt()) + " ago and "
                        + ahead + " commands in front of it have no reply either; " + queue() + "; " + connection(),
                CommandOutcome.UNKNOWN,
                context,
                null);
    }

    /** It found no room. */
    RedisException full(boolean waited, Duration timeout, ErrorContext context) {
        return new QueueFullException(
                (waited ? "the queue had no room for the command within " + text(timeout) : "the queue is full") + "; "
                        + queue() + "; " + connection()
                        + "; send less at once, or raise queue-max-commands or queue-max-bytes",
                context,
                loop.lastFailure());
    }

    /** Its thread was interrupted. */
    RedisException interrupted(CommandOutcome outcome, ErrorContext context) {
        return new RedisInterruptedException(
                outcome == CommandOutcome.NOT_SENT
                        ? "interrupted before the command was sent"
                        : "interrupted while waiting for the reply, which will be dropped",
                outcome,
                context,
                null);
    }

    private String queue() {
        QueueBounds bounds = parts.ledger().bounds();
        int results = bounds.results();
        return bounds.commands() + " commands are queued or in flight, "
                + (results == 0 ? "" : results + " results wait for callbacks to return, ")
                + bounds.bytes() + " bytes are not sent";
    }

    private String connection() {
        ActiveLink active = loop.active();
        if (active == null || !active.isOpen()) {
            RedisException failure = loop.lastFailure();
            return "not connected" + (failure == null ? "" : ": " + failure.reason());
        }
        Link link = active.link();
        Exchange<?> oldest = parts.inFlight().position().next();
        String flight = oldest == null || !parts.ledger().isOwed() || oldest.state() == Exchange.QUEUED
                ? ""
                : "the oldest in flight was sent " + since(oldest.sentAt()) + " ago, ";
        return flight + "something was last received " + since(link.lastReceived()) + " ago";
    }

    private static String since(long moment) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - moment) + " ms";
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
