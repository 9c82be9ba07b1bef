package io.sorrel.redis.multiplex;

import io.sorrel.redis.event.Times;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What a shared connection counts. The writer's and the reader's numbers are written by the one thread that has them to
 * itself at a time, once for each batch; the others are rare.
 */
final class SharedFigures {
    private volatile long commands;
    private volatile long bytes;
    private volatile long batches;
    private volatile long largestBatch;
    private volatile long replies;
    private volatile long roundTripNanos;
    private volatile long longestRoundTrip;
    private final LongAdder lateReplies = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder connects = new LongAdder();
    private final LongAdder connectFailures = new LongAdder();
    private final LongAdder losses = new LongAdder();
    private volatile @Nullable String lastFailure;

    /** By the writer. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread at a time.
    void wrote(long count, long size) {
        commands += count;
        bytes += size;
        batches++;
        largestBatch = Math.max(largestBatch, count);
    }

    /** By the reader: replies that came since it last said so. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread at a time.
    void read(long count, long nanos, long longest) {
        replies += count;
        roundTripNanos += nanos;
        longestRoundTrip = Math.max(longestRoundTrip, longest);
    }

    void lateReply() {
        lateReplies.increment();
    }

    void timedOut() {
        timeouts.increment();
    }

    void cancelled() {
        cancelled.increment();
    }

    void refused() {
        refused.increment();
    }

    void connected() {
        connects.increment();
    }

    void connectFailed(String why) {
        connectFailures.increment();
        lastFailure = why;
    }

    void lost(String why) {
        losses.increment();
        lastFailure = why;
    }

    long commands() {
        return commands;
    }

    long bytes() {
        return bytes;
    }

    long batches() {
        return batches;
    }

    long largestBatch() {
        return largestBatch;
    }

    long replies() {
        return replies;
    }

    Times roundTrips() {
        return new Times(replies, roundTripNanos, longestRoundTrip);
    }

    long lateReplies() {
        return lateReplies.sum();
    }

    long timeouts() {
        return timeouts.sum();
    }

    long cancellations() {
        return cancelled.sum();
    }

    long refusals() {
        return refused.sum();
    }

    long connects() {
        return connects.sum();
    }

    long connectFailures() {
        return connectFailures.sum();
    }

    long losses() {
        return losses.sum();
    }

    @Nullable
    String lastFailure() {
        return lastFailure;
    }
}
