package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rounds of attempts to connect, each attempt on a thread of its own, so that the writer can look after its queue
 * meanwhile. A round begins with one attempt; where that brings no answer, others may be started beside it, and the first
 * link counts. For the writer; {@link #abandon()} is for any thread.
 */
final class Dialing {
    private static final int MOST_UNDER_WAY = 3;
    private static final Object ABANDONED = new Object();

    private final Function<Deadline, Link> connector;
    private final Duration timeout;
    private final ThreadFactory threads;
    private final Runnable done;
    private volatile Round round = new Round();
    private volatile boolean abandoned;

    /** The attempts that were started together; what comes after the first link is closed. */
    private static final class Round {
        private int underWay;
        private @Nullable RedisException failure;
        private @Nullable Object result;

        synchronized boolean begins() {
            boolean begins = result == null && underWay < MOST_UNDER_WAY;
            underWay += begins ? 1 : 0;
            return begins;
        }

        synchronized void failed(RedisException reason) {
            underWay--;
            failure = reason;
        }

        synchronized boolean connected(Link link) {
            underWay--;
            boolean first = result == null;
            if (first) {
                result = link;
            }
            return first;
        }

        synchronized @Nullable Object abandon() {
            Object before = result;
            result = ABANDONED;
            return before;
        }

        synchronized @Nullable Object result() {
            return result == null && underWay == 0 ? failure : result;
        }

        synchronized @Nullable RedisException failure() {
            return failure;
        }
    }

    /**
     * Dials nothing yet.
     *
     * @param timeout the longest time for one attempt
     * @param done wakes the writer when an attempt has ended
     */
    Dialing(Function<Deadline, Link> connector, Duration timeout, ThreadFactory threads, Runnable done) {
        this.connector = connector;
        this.timeout = timeout;
        this.threads = threads;
        this.done = done;
    }

    /** Begins a round with one attempt; it ends at once, without a link, when this was abandoned. */
    void start() {
        Round next = new Round();
        round = next;
        if (abandoned) {
            next.abandon();
        } else {
            startAnother();
        }
    }

    /** Starts another attempt of this round, unless 3 are under way. */
    void startAnother() {
        Round present = round;
        Thread dialer = threads.newThread(() -> dial(present));
        if (present.begins()) {
            dialer.start();
        }
    }

    private void dial(Round mine) {
        try {
            Link link = connector.apply(Deadline.after(timeout));
            if (!mine.connected(link)) {
                link.close();
            }
        } catch (RedisException e) {
            mine.failed(e);
        } catch (Throwable e) {
            mine.failed(new ConnectFailedException("connecting failed: " + e, ErrorContext.NONE, e));
        }
        done.run();
    }

    /**
     * The {@link Link} that the round has brought, or the {@link RedisException} of the last attempt once all have failed, or
     * something else when it was abandoned; null while an attempt is under way.
     */
    @Nullable
    Object result() {
        return round.result();
    }

    /** Why the attempt of this round that failed last did so; null if none has. */
    @Nullable
    RedisException failure() {
        return round.failure();
    }

    /** Starts no attempt from now on, and closes the link of any that is still under way. */
    void abandon() {
        abandoned = true;
        if (round.abandon() instanceof Link link) {
            link.close();
        }
    }
}
