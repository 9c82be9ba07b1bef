package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect at a time, on a thread of its own, so that the writer can look after its queue meanwhile. For
 * the writer; {@link #abandon()} is for any thread.
 */
final class Dialing {
    private static final Object UNDER_WAY = new Object();
    private static final Object ABANDONED = new Object();

    private final Function<Deadline, Link> connector;
    private final Duration timeout;
    private final ThreadFactory threads;
    private final Runnable done;
    private volatile @Nullable AtomicReference<Object> attempt;
    private volatile boolean abandoned;

    /**
     * Dials nothing yet.
     *
     * @param done wakes the writer when an attempt has ended
     */
    Dialing(Function<Deadline, Link> connector, Duration timeout, ThreadFactory threads, Runnable done) {
        this.connector = connector;
        this.timeout = timeout;
        this.threads = threads;
        this.done = done;
    }

    /** Begins an attempt; it ends at once, without a link, when this was abandoned. */
    void start() {
        AtomicReference<Object> outcome = new AtomicReference<>(UNDER_WAY);
        Thread dialer = threads.newThread(() -> dial(outcome));
        attempt = outcome;
        if (abandoned) {
            outcome.set(ABANDONED);
        } else {
            dialer.start();
        }
    }

    private void dial(AtomicReference<Object> outcome) {
        Object result;
        try {
            result = connector.apply(Deadline.after(timeout));
        } catch (RedisException e) {
            result = e;
        } catch (Throwable e) {
            result = new ConnectFailedException("connecting failed: " + e, ErrorContext.NONE, e);
        }
        if (!outcome.compareAndSet(UNDER_WAY, result) && result instanceof Link late) {
            late.close();
        }
        done.run();
    }

    /**
     * The {@link Link} or the {@link RedisException} that the attempt has ended with, or something else when it was
     * abandoned; null while it is under way.
     */
    @Nullable
    Object result() {
        AtomicReference<Object> present = attempt;
        Object result = present == null ? null : present.get();
        return result == UNDER_WAY ? null : result;
    }

    /** Nothing is dialled any more, and whatever the attempt under way comes to is closed. */
    void abandon() {
        abandoned = true;
        AtomicReference<Object> present = attempt;
        if (present != null && present.getAndSet(ABANDONED) instanceof Link link) {
            link.close();
        }
    }
}
