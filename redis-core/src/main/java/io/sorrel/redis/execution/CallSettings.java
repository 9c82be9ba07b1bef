package io.sorrel.redis.execution;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import java.time.Duration;

/**
 * What holds for each call of a view.
 *
 * @param timeout the time of one call, with all its attempts and waits
 * @param retry whether and how it is tried again
 * @param mode which connection carries it
 */
public record CallSettings(Duration timeout, RetryOptions retry, ConnectionMode mode) {
    /** The same with another timeout. */
    public CallSettings withTimeout(Duration other) {
        return new CallSettings(other, retry, mode);
    }

    /** The same with other retries. */
    public CallSettings withRetry(RetryOptions other) {
        return new CallSettings(timeout, other, mode);
    }

    /** The same on other connections. */
    public CallSettings withMode(ConnectionMode other) {
        return new CallSettings(timeout, retry, other);
    }
}
