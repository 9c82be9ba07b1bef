package io.sorrel.redis;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a server again and again whether it is up, as the health indicator of the starter does by default, with a client of
 * its own. Knows when the answer changed.
 */
final class HealthProbe implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 10;
    private static final long NEVER = Long.MAX_VALUE;

    private final RedisClient redis;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong firstDown = new AtomicLong(NEVER);
    private final AtomicLong firstUp = new AtomicLong(NEVER);
    private volatile long begun = NEVER;
    private volatile long ended = NEVER;

    /** Connects to this address, and begins to ask. */
    HealthProbe(String url) {
        redis = RedisClient.create(url);
        Await.until("health is up at first", this::isUp);
        var unused = thread.scheduleWithFixedDelay(this::probe, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void probe() {
        long asked = System.nanoTime();
        boolean up = isUp();
        long now = System.nanoTime();
        if (!up && now >= begun) {
            firstDown.compareAndSet(NEVER, now);
        }
        if (up && asked >= ended) {
            firstUp.compareAndSet(NEVER, now);
        }
    }

    private boolean isUp() {
        try {
            ping();
            return true;
        } catch (ConnectionLostException e) {
            return isUpOverAnotherConnection();
        } catch (RedisException e) {
            return false;
        }
    }

    private boolean isUpOverAnotherConnection() {
        try {
            ping();
            return true;
        } catch (RedisException e) {
            return false;
        }
    }

    private void ping() {
        redis.withMode(ConnectionMode.SHARED)
                .withDisconnectedWait(Duration.ZERO)
                .withTimeout(TIMEOUT)
                .sync()
                .ping();
    }

    /** The server goes wrong from now on. */
    void faultBegins() {
        begun = System.nanoTime();
    }

    /** The server is well again. */
    void faultEnds() {
        ended = System.nanoTime();
    }

    /** Waits for the first answer that the server is up to a question that was asked after the end of the fault. */
    void awaitUp() {
        Await.until("health is up again", () -> firstUp.get() != NEVER);
    }

    /** Time from the beginning of the fault to the first answer that the server is down; a dash if there was none. */
    String down() {
        return millis(begun, firstDown.get());
    }

    /** Time from the end of the fault to the first answer that the server is up. */
    String up() {
        return millis(ended, firstUp.get());
    }

    private static String millis(long from, long to) {
        return to == NEVER ? "–" : "%,.0f ms".formatted((to - from) / 1e6);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        redis.close();
    }
}
