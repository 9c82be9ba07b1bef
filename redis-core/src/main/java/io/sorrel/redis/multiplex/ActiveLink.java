package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Link;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The link that is in use, and why it is given up: the first reason counts. Thread-safe. */
final class ActiveLink {
    private static final int UNANSWERED_ENOUGH = 3;

    /** Only a slow reader makes a write last so long. */
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Link link;
    private final Alignment alignment;
    private final Runnable wakeWriter;
    private final AtomicReference<@Nullable Loss> loss = new AtomicReference<>();

    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicLong unansweredAt = new AtomicLong();

    /** When a command was written although none was in flight, on the scale of {@link System#nanoTime()}. */
    private volatile long busySince;

    /** Whether a large command is being written, and when a piece of it was last taken. */
    private volatile boolean writing;

    private volatile long progressAt;

    ActiveLink(Link link, Alignment alignment, Runnable wakeWriter) {
        this.link = link;
        this.alignment = alignment;
        this.wakeWriter = wakeWriter;
        this.busySince = link.lastReceived();
    }

    Link link() {
        return link;
    }

    /** Whether its replies are in step with its commands. */
    Alignment alignment() {
        return alignment;
    }

    void wakeWriter() {
        wakeWriter.run();
    }

    boolean isOpen() {
        return link.isOpen();
    }

    /** Closes it for this reason, unless there was one before. */
    void giveUp(Loss reason) {
        loss.compareAndSet(null, reason);
        link.close();
        wakeWriter.run();
    }

    /** Why it was given up. */
    Loss loss() {
        Loss reason = loss.get();
        return reason == null ? Loss.closed() : reason;
    }

    void busySince(long now) {
        busySince = now;
    }

    /** By the writer: so far a large command has been written. */
    void progressed(long now) {
        progressAt = now;
        writing = true;
    }

    /** By the writer: the large command that it began at this moment is written; if that was slow, its reply is due now. */
    void written(long began) {
        if (progressAt - began >= SLOW_NANOS) {
            busySince = progressAt;
        }
        writing = false;
    }

    /**
     * A command sent at this moment was not answered in time. When that happens again and again while nothing is
     * received, the link is as good as dead, long before the silence is over that ends it without such a hint.
     *
     * @param enoughNanos the shortest silence that counts
     */
    boolean isMute(long sent, long enoughNanos) {
        long received = link.lastReceived();
        if (received - sent >= 0) {
            return false;
        }
        if (unansweredAt.getAndSet(received) != received) {
            unanswered.set(0);
        }
        return unanswered.incrementAndGet() >= UNANSWERED_ENOUGH && System.nanoTime() - silentSince() >= enoughNanos;
    }

    /** The moment since when nothing was received although something was due, nor anything taken of a large command. */
    long silentSince() {
        long since = later(link.lastReceived(), busySince);
        return writing ? later(since, progressAt) : since;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
