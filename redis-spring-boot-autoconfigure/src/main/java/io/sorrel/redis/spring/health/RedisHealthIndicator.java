package io.sorrel.redis.spring.health;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.event.SharedStatistics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of a Redis server: a {@code PING} over the client's shared connection, with a deadline of its own; down at once
 * while the last attempt to make that connection has failed. A server that
 * refuses {@code PING} to the user ({@code NOPERM}) has answered and counts as up. So does one whose client has no free
 * connection left in its pool: restarting the application would not help it, and the details say what is missing.
 *
 * <p>Details: {@code version}, {@code role} and {@code mode} as told in the latest handshake, {@code address},
 * {@code protocol}, {@code latencyMs}, the figures of the pool and of the shared connection. Where callers wait for a
 * connection because all of the pool are in use, {@code poolExhausted} says so; a failure adds {@code error}. Details contain no credentials. Thread-safe; a change between up and down is logged once.
 */
public final class RedisHealthIndicator implements HealthIndicator {
    private static final Log LOG = LogFactory.getLog(RedisHealthIndicator.class);
    private static final double NANOS_PER_HUNDREDTH = 10_000.0;
    private static final double HUNDREDTHS = 100.0;

    private final RedisClient client;
    private final Duration timeout;
    private final LongSupplier ticker;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Creates it.
     *
     * @param client what to check; not closed by this object
     * @param timeout deadline over waiting for room in the queue, dialling, writing and reading
     */
    public RedisHealthIndicator(RedisClient client, Duration timeout) {
        this(client, timeout, System::nanoTime);
    }

    RedisHealthIndicator(RedisClient client, Duration timeout, LongSupplier ticker) {
        this.client = client;
        this.timeout = timeout;
        this.ticker = ticker;
    }

    @Override
    public Health health() {
        return health(true);
    }

    @Override
    public Health health(boolean includeDetails) {
        long start = ticker.getAsLong();
        try {
            ping(start);
            return up(includeDetails, start, null);
        } catch (NoPermissionException answered) {
            return up(
                    includeDetails, start, "The user may not run PING (NOPERM). The server has answered, so it is up.");
        } catch (RuntimeException failure) {
            return down(includeDetails, failure);
        }
    }

    /** A connection that died while it was idle says nothing about the server: the check goes on over another one. */
    private void ping(long start) {
        try {
            ping(timeout);
        } catch (ConnectionLostException lost) {
            Duration left = timeout.minusNanos(ticker.getAsLong() - start);
            if (left.isNegative() || left.isZero()) {
                throw lost;
            }
            ping(left);
        }
    }

    private void ping(Duration limit) {
        client.withMode(ConnectionMode.SHARED)
                .withDisconnectedWait(Duration.ZERO)
                .withTimeout(limit)
                .sync()
                .ping();
    }

    private Health up(boolean includeDetails, long start, @Nullable String note) {
        long nanos = ticker.getAsLong() - start;
        if (failing.compareAndSet(true, false)) {
            LOG.info("Redis at " + client.endpoint() + " answers again");
        }
        Health.Builder health = Health.up();
        if (!includeDetails) {
            return health.build();
        }
        if (note != null) {
            health.withDetail("note", note);
        }
        ServerInfo server = client.server();
        if (server != null) {
            describe(health, server);
        }
        health.withDetail("address", client.endpoint())
                .withDetail("latencyMs", Math.round(nanos / NANOS_PER_HUNDREDTH) / HUNDREDTHS);
        return withConnections(health).build();
    }

    private Health down(boolean includeDetails, RuntimeException failure) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("Redis at " + client.endpoint() + " does not answer: " + failure);
            LOG.debug("The failure in full", failure);
        }
        if (!includeDetails) {
            return Health.down().build();
        }
        return withConnections(Health.down(failure).withDetail("address", client.endpoint()))
                .build();
    }

    private static void describe(Health.Builder health, ServerInfo server) {
        health.withDetail("protocol", "RESP" + server.protocol());
        Map<String, @Nullable String> told = new LinkedHashMap<>();
        told.put("server", server.server());
        told.put("version", server.version());
        told.put("role", server.role());
        told.put("mode", server.mode());
        told.forEach((name, value) -> {
            if (value != null) {
                health.withDetail(name, value);
            }
        });
    }

    private Health.Builder withConnections(Health.Builder health) {
        PoolStatistics pool = client.poolStatistics();
        health.withDetail("pool", pool(pool));
        if (pool.waiting() > 0 && pool.active() == pool.max()) {
            health.withDetail("poolExhausted", exhausted(pool));
        }
        return health.withDetail("shared", shared(client.sharedStatistics()));
    }

    private static Map<String, Object> shared(SharedStatistics statistics) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("connected", statistics.connected());
        figures.put("queued", statistics.queued());
        figures.put("inFlight", statistics.inFlight());
        figures.put("waiting", statistics.waiting());
        return figures;
    }

    private static String exhausted(PoolStatistics pool) {
        return "no free connection: all " + pool.max() + " are in use, "
                + (pool.waiting() == 1 ? "1 caller waits" : pool.waiting() + " callers wait");
    }

    private static Map<String, Integer> pool(PoolStatistics statistics) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("active", statistics.active());
        figures.put("idle", statistics.idle());
        figures.put("waiting", statistics.waiting());
        figures.put("max", statistics.max());
        return figures;
    }
}
