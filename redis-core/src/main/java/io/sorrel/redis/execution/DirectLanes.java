package io.sorrel.redis.execution;

import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.pool.ConnectionPool;
import io.sorrel.redis.pool.PooledConnection;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Idle connections of the pool for calls that find few others active: such a call writes and reads on its own thread,
 * with no hand-off. A call never waits for a lane and never makes one; where one is missing it is made on the side, for
 * later calls. Thread-safe.
 */
final class DirectLanes {
    private static final Logger LOG = LoggerFactory.getLogger(DirectLanes.class);

    private final ConnectionPool pool;
    private final int most;
    private final Duration connectTimeout;
    private final ThreadFactory threads;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger lossesSeen = new AtomicInteger();
    private final AtomicBoolean making = new AtomicBoolean();

    DirectLanes(ConnectionPool pool, int most, Duration connectTimeout, ThreadFactory threads) {
        this.pool = pool;
        this.most = most;
        this.connectTimeout = connectTimeout;
        this.threads = threads;
    }

    /** A call begins; whether there are few enough for lanes. Every call is to be ended. */
    boolean begin() {
        return active.incrementAndGet() <= most;
    }

    void end() {
        active.decrementAndGet();
    }

    /**
     * A lane, or null if none is free at this moment.
     *
     * @param losses how often the shared connection was lost: what ended it has mostly ended the pooled ones, too, which
     *     nobody reads while they are idle, so lanes from before the latest loss are not used
     */
    @Nullable
    PooledConnection take(int losses) {
        int before = lossesSeen.get();
        if (before != losses && lossesSeen.compareAndSet(before, losses)) {
            pool.retireGeneration();
        }
        PooledConnection lane = pool.tryAcquire();
        if (lane == null && !making.get() && making.compareAndSet(false, true)) {
            threads.newThread(this::make).start();
        }
        return lane;
    }

    private void make() {
        try {
            pool.acquire(Deadline.after(connectTimeout)).release();
        } catch (RedisException e) {
            LOG.debug("No direct lane was made: {}", e.toString());
        } finally {
            making.set(false);
        }
    }
}
