package io.sorrel.redis.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a pool at one moment and what has happened since it was made. The numbers of connections and callers
 * belong to the same moment; {@code active + idle} is always {@code created} minus all that were destroyed.
 *
 * @param max the largest number of connections
 * @param minIdle the number of idle connections that the pool keeps ready
 * @param active connections in use, with those that are being checked, reset or closed
 * @param idle connections that are free
 * @param waiting callers that wait for a connection
 * @param creating connections that are being made
 * @param created connections made so far
 * @param destroyed connections closed so far, by cause; every cause is present
 * @param timeouts callers that got no connection in time, or none at once in a pool that does not wait
 * @param connectFailures attempts to connect that failed
 * @param leaks connections reported as leaked
 * @param acquires how long callers waited for the connection that they got
 * @param usages how long callers kept connections that they have given back
 * @param creations how long it took to make connections
 * @param lastConnectFailure why the last attempt to connect failed; null if it succeeded or there was none
 */
public record PoolStatistics(
        int max,
        int minIdle,
        int active,
        int idle,
        int waiting,
        int creating,
        long created,
        Map<DestroyCause, Long> destroyed,
        long timeouts,
        long connectFailures,
        long leaks,
        Times acquires,
        Times usages,
        Times creations,
        @Nullable String lastConnectFailure) {
    /** All connections closed so far, whatever the cause. */
    public long destroyedInTotal() {
        return destroyed.values().stream().mapToLong(Long::longValue).sum();
    }
}
