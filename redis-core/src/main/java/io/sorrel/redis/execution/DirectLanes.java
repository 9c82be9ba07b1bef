package io.sorrel.redis.execution;

import io.sorrel.redis.pool.ConnectionPool;
import io.sorrel.redis.pool.PooledConnection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Idle connections of the pool for calls that find few others active: such a call writes and reads on its own thread,
 * with no hand-off. A call never waits for a lane and never makes one; where one is missing, the pool is
 * asked for one more idle connection, for later calls. Thread-safe.
 */
final class DirectLanes {
    private final ConnectionPool pool;
    private final int most;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger lossesSeen = new AtomicInteger();

    DirectLanes(ConnectionPool pool, int most) {
        this.pool = pool;
        this.most = most;
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
     *     no thread reads while they are idle, so lanes from before the latest loss are not used
     */
    @Nullable
    PooledConnection take(int losses) {
        int before = lossesSeen.get();
        if (before != losses && lossesSeen.compareAndSet(before, losses)) {
            pool.retireGeneration();
        }
        PooledConnection lane = pool.tryAcquire();
        if (lane == null) {
            pool.requestIdle();
        }
        return lane;
    }
}
