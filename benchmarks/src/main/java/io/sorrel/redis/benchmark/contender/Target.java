package io.sorrel.redis.benchmark.contender;

import java.time.Duration;

/**
 * What a contender connects to, and for how many callers.
 *
 * @param host the server's address
 * @param port the server's port
 * @param concurrency how many calls will be running at once
 */
public record Target(String host, int port, int concurrency) {
    /** How long a call may take with any client: long enough that nobody fails for being slow. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int SMALLEST_POOL = 8;
    private static final int LARGEST_POOL = 256;

    /** The size of every pool: a connection per caller, at least 8, at most 256. */
    public int connections() {
        return Math.max(SMALLEST_POOL, Math.min(LARGEST_POOL, concurrency));
    }
}
