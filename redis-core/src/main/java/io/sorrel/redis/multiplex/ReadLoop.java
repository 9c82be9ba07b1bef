package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.CapturedReply;
import io.sorrel.redis.connection.ErrorText;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.ConnectionJudge;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.TransientRefusals;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the replies of one link and gives each to its exchange, until the link ends. It runs no code of users: what they
 * attached to futures goes to {@link Completions}, and what their codecs decode goes to their threads as bytes. While the
 * link is in doubt it holds replies back until a {@link Fence} has decided; see {@link Alignment}.
 */
final class ReadLoop implements Runnable {
    private final ActiveLink active;
    private final Link link;
    private final Alignment alignment;
    private final InFlight inFlight;
    private final Completions completions;
    private final SharedFigures figures;
    private final HeldReplies held;
    private final @Nullable Consumer<? super CapturedReply> pushes;
    private long replies;
    private long roundTripNanos;
    private long longestRoundTrip;

    ReadLoop(ActiveLink active, Parts parts, long maxHeldBytes, @Nullable Consumer<? super CapturedReply> pushes) {
        this.active = active;
        this.link = active.link();
        this.alignment = active.alignment();
        this.inFlight = parts.inFlight();
        this.completions = parts.completions();
        this.figures = parts.figures();
        this.held = new HeldReplies(maxHeldBytes);
        this.pushes = pushes;
    }

    @Override
    public void run() {
        link.beforeWaiting(this::flush);
        try {
            do {
                link.awaitReply(pushes);
            } while (alignment.isInDoubt() ? holdReply() : readReply());
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

    /** Reads a reply and gives it to its exchange; false if the link has been given up. */
    private boolean readReply() throws IOException {
        Exchange<?> exchange = inFlight.oldest();
        if (exchange == null) {
            throw link.unaskedReply();
        }
        if (alignment.awaitsFence()) {
            if (exchange instanceof Fence fence) {
                return check(fence);
            }
            if (link.isNext(alignment.mark())) {
                return misaligned();
            }
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
        if (alignment.isInDoubt()) {
            held.addRead(exchange, outcome);
        } else {
            settle(exchange, outcome);
        }
        return true;
    }

    private void settle(Exchange<?> exchange, @Nullable Object outcome) {
        if (!inFlight.settle(exchange, outcome, completions)) {
            figures.lateReply();
        }
        if (outcome instanceof ErrorText error) {
            judge(error);
        }
    }

    /** Reads a reply while the link is in doubt, and keeps its bytes; false if the link has been given up. */
    private boolean holdReply() throws IOException {
        if (!alignment.isProvable()) {
            active.giveUp(Loss.unprovable());
            return false;
        }
        Exchange<?> exchange = inFlight.sentBehind(held.isEmpty() ? inFlight.position() : held.last());
        if (exchange == null) {
            throw link.unaskedReply();
        }
        if (exchange instanceof Fence fence) {
            return check(fence);
        }
        if (link.isNext(alignment.mark())) {
            return misaligned();
        }
        boolean fits = held.add(exchange, link.readRaw());
        timed(exchange);
        if (!fits) {
            active.giveUp(Loss.heldTooMuch(held.bytes()));
        }
        return fits;
    }

    /** Compares what has come in the place of a fence's reply with that; false if the link has been given up. */
    private boolean check(Fence fence) throws IOException {
        ErrorText refusal = null;
        if (link.isNext(fence.reply())) {
            link.skip();
        } else {
            refusal = link.readError();
            if (refusal == null) {
                return misaligned();
            }
        }
        alignment.answered();
        if (refusal == null) {
            deliverHeld();
            inFlight.settle(fence, null, completions);
            if (alignment.proven(fence.number())) {
                active.wakeWriter();
            }
            return true;
        }
        return refused(fence, refusal);
    }

    /** An error in the place of the fence's reply proves nothing. */
    private boolean refused(Fence fence, ErrorText refusal) {
        RedisServerException failure = refusal.toException(ErrorContext.NONE);
        boolean inDoubt = alignment.isInDoubt();
        alignment.unproven(fence.number(), !TransientRefusals.include(failure));
        if (inDoubt && !alignment.isProvable()) {
            active.giveUp(Loss.unprovable());
            return false;
        }
        if (inDoubt) {
            held.addRead(fence, null);
        } else {
            inFlight.settle(fence, null, completions);
        }
        active.wakeWriter();
        return true;
    }

    private boolean misaligned() {
        active.giveUp(Loss.misaligned());
        return false;
    }

    /** Every reply that was held has been proved to belong to its command. */
    private void deliverHeld() {
        for (HeldReplies.Held next = held.next(); next != null; next = held.next()) {
            Exchange<?> exchange = inFlight.oldest();
            if (exchange != next.exchange()) {
                throw new IllegalStateException("a held reply has lost its command");
            }
            settle(exchange, next.isRaw() ? decoded(exchange, next.outcome()) : next.outcome());
        }
    }

    private static @Nullable Object decoded(Exchange<?> exchange, @Nullable Object reply) {
        try {
            return reply instanceof CapturedReply captured ? exchange.decode(captured) : null;
        } catch (RedisException e) {
            return e;
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
