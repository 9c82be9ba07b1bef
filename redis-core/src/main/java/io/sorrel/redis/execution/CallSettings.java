package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What holds for each call of a view.
 *
 * @param timeout the time of one call, with all its attempts and waits
 * @param retry whether and how it is tried again
 * @param mode which connection carries it
 * @param disconnectedWait how long it may wait, over all attempts, while the server is known to be gone
 */
public record CallSettings(Duration timeout, RetryOptions retry, ConnectionMode mode, Duration disconnectedWait) {
    /**
     * The deadline of a call that begins now.
     *
     * @param ticker counts nanoseconds like {@link System#nanoTime()}
     */
    Deadline deadline(Command<?> command, LongSupplier ticker) {
        return Deadline.of(command, timeout, disconnectedWait, ticker);
    }

    /** The same with another timeout. */
    public CallSettings withTimeout(Duration other) {
        return new CallSettings(other, retry, mode, disconnectedWait);
    }

    /** The same with other retries. */
    public CallSettings withRetry(RetryOptions other) {
        return new CallSettings(timeout, other, mode, disconnectedWait);
    }

    /** The same on other connections. */
    public CallSettings withMode(ConnectionMode other) {
        return new CallSettings(timeout, retry, other, disconnectedWait);
    }

    /** The same with another wait while the server is known to be gone. */
    public CallSettings withDisconnectedWait(Duration other) {
        return new CallSettings(timeout, retry, mode, other);
    }
}
