package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * The state of a pool at the moment at which it could not give a connection.
 *
 * @param active connections that are borrowed
 * @param idle connections that are free
 * @param waiting callers that wait, with this one
 * @param limit the largest number of connections
 * @param lastConnectFailure why the last attempt to connect failed, or {@code null} if it succeeded
 */
public record PoolUsage(
        int active,
        int idle,
        int waiting,
        int limit,
        @Nullable Throwable lastConnectFailure) {
    String describe() {
        String figures = "active " + active + ", idle " + idle + ", waiting " + waiting + ", limit " + limit;
        return lastConnectFailure == null ? figures : figures + "; last connect failure: " + lastConnectFailure;
    }
}
