package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.CapturedReply;
import io.sorrel.redis.connection.ErrorText;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.ConnectionJudge;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the replies of one link and gives each to its exchange, until the link ends. It runs no code of users: what they
 * attached to futures goes to {@link Completions}, and what their codecs decode goes to their threads as bytes.
 */
final class ReadLoop implements Runnable {
    private final ActiveLink active;
    private final Link link;
    private final InFlight inFlight;
    private final Completions completions;
    private final SharedFigures figures;
    private final @Nullable Consumer<? super CapturedReply> pushes;
    private long replies;
    private long roundTripNanos;
    private long longestRoundTrip;

    ReadLoop(
            ActiveLink active,
            InFlight inFlight,
            Completions completions,
            SharedFigures figures,
            @Nullable Consumer<? super CapturedReply> pushes) {
        this.active = active;
        this.link = active.link();
        this.inFlight = inFlight;
        this.completions = completions;
        this.figures = figures;
        this.pushes = pushes;
    }

    @Override
    public void run() {
        link.beforeWaiting(this::flush);
        try {
            while (true) {
                link.awaitReply(pushes);
                readReply();
            }
        } catch (IOException e) {
            active.giveUp(Loss.broken(e));
        } catch (RedisProtocolException e) {
            active.giveUp(Loss.outOfStep(e));
        } catch (Throwable e) {
            active.giveUp(Loss.failed(e));
        } finally {
            flush();
        }
    }

    private void readReply() throws IOException {
        Exchange<?> exchange = inFlight.oldest();
        if (exchange == null) {
            throw link.unaskedReply();
        }
        Object outcome;
        try {
            outcome = exchange.read(link);
        } catch (RedisProtocolException e) {
            throw e;
        } catch (RedisException e) {
            outcome = e;
        }
        timed(exchange);
        if (!inFlight.settle(exchange, outcome, completions)) {
            figures.lateReply();
        }
        if (outcome instanceof ErrorText error) {
            judge(error);
        }
    }

    private void timed(Exchange<?> exchange) {
        long took = link.lastReceived() - exchange.sentAt();
        replies++;
        roundTripNanos += took;
        longestRoundTrip = Math.max(longestRoundTrip, took);
    }

    /** Some errors say that the server is about to close the connection, or that it has forgotten who we are. */
    private void judge(ErrorText error) {
        RedisServerException failure = error.toException(ErrorContext.NONE);
        if (!ConnectionJudge.mayReuse(failure)) {
            active.giveUp(Loss.refused(failure));
        }
    }

    /** Before the thread waits for bytes: all that has been read so far takes effect. */
    private void flush() {
        if (replies > 0) {
            figures.read(replies, roundTripNanos, longestRoundTrip);
            replies = 0;
            roundTripNanos = 0;
            longestRoundTrip = 0;
        }
        inFlight.flush();
        completions.flush();
    }
}
