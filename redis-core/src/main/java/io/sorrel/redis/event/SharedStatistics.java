package io.sorrel.redis.event;

import org.jspecify.annotations.Nullable;

/**
 * The state of a shared connection at about one moment and what has happened since the client was made. The numbers are
 * read one after the other while the connection works, so that they may differ by what happened in between; at rest
 * they agree.
 *
 * @param connected whether there is a connection that is ready
 * @param queued commands that wait to be sent
 * @param queuedBytes bytes of the commands that wait to be sent
 * @param inFlight commands that were sent and whose reply has not arrived
 * @param waiting callers that wait for room in the queue
 * @param commands commands sent so far
 * @param bytes bytes sent so far
 * @param batches writes so far; each took all that was queued, up to the size of a batch
 * @param largestBatch the most commands that went out in one write
 * @param roundTrips the time from the write of a command to its reply
 * @param timeouts commands whose deadline passed while they were queued or in flight
 * @param cancelled commands whose caller went away, by cancelling the future or by an interrupt
 * @param lateReplies replies that were dropped because their caller had gone
 * @param refused commands that found no room in the queue
 * @param connects connections made so far
 * @param connectFailures attempts to connect that failed
 * @param losses connections that were lost or given up
 * @param lastFailure why the last connection was lost or the last attempt to connect failed; null before the first
 */
public record SharedStatistics(
        boolean connected,
        long queued,
        long queuedBytes,
        long inFlight,
        int waiting,
        long commands,
        long bytes,
        long batches,
        long largestBatch,
        Times roundTrips,
        long timeouts,
        long cancelled,
        long lateReplies,
        long refused,
        long connects,
        long connectFailures,
        long losses,
        @Nullable String lastFailure) {}
