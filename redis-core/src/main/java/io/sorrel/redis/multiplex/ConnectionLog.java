package io.sorrel.redis.multiplex;

import io.sorrel.redis.error.RedisException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of a lost connection and of its return: one WARN and one INFO, however many callers are concerned, and a
 * connection that is lost again and again at most one pair in ten seconds. For the connection loop alone.
 */
final class ConnectionLog {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String client;
    private final String endpoint;
    private boolean toldBefore;
    private long toldAt;
    private long lostAt;
    private int untold;
    private boolean tellsReturn;

    ConnectionLog(@Nullable String clientName, String endpoint) {
        this.client = clientName == null ? "" : " of client '" + clientName + "'";
        this.endpoint = endpoint;
    }

    /**
     * The connection was lost.
     *
     * @param idle whether nothing was under way, as when a server closes a connection that was idle for long
     */
    void lost(RedisException cause, boolean idle, long now) {
        lostAt = now;
        if (idle) {
            LOG.debug("The idle connection{} to {} was closed: {}", client, endpoint, cause.reason());
            return;
        }
        if (toldBefore && now - toldAt < PAUSE_NANOS) {
            untold++;
            return;
        }
        LOG.warn(
                "The connection{} to {} was lost: {}{}",
                client,
                endpoint,
                cause.reason(),
                untold == 0 ? "" : " (" + untold + " losses before were not logged)");
        toldBefore = true;
        toldAt = now;
        untold = 0;
        tellsReturn = true;
    }

    /** There is a connection again. */
    void connected(int attempts, long now) {
        if (tellsReturn) {
            LOG.info(
                    "The connection{} to {} is back after {} ms and {} failed attempts",
                    client,
                    endpoint,
                    TimeUnit.NANOSECONDS.toMillis(now - lostAt),
                    attempts);
            tellsReturn = false;
        }
    }
}
