package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandExecutor;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisException;
import org.jspecify.annotations.Nullable;

/**
 * Gives each call a deadline and, within it, tries again what failed and may be repeated, on the caller's thread. The
 * rule is that of {@link RetryOptions}. Thread-safe and immutable.
 */
public final class RetryingExecutor implements CommandExecutor {
    private final DeadlineExecutor target;
    private final CallSettings settings;
    private final ClientRetries retries;
    private final RetryBudget budget;

    /**
     * An executor over another one.
     *
     * @param settings the time of one call, with all its attempts and waits, and how it is tried again
     * @param retries what it shares with the other executors of the client
     */
    public RetryingExecutor(DeadlineExecutor target, CallSettings settings, ClientRetries retries) {
        this.target = target;
        this.settings = settings;
        this.retries = retries;
        this.budget = retries.budget(settings.retry());
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command) {
        Deadline deadline = settings.deadline(command, retries.environment().ticker());
        budget.earn();
        Attempts attempts = null;
        while (true) {
            try {
                T value = target.execute(command, deadline);
                retries.finished(command, deadline, null);
                return value;
            } catch (RedisException failure) {
                if (attempts == null) {
                    attempts = new Attempts(command.spec(), settings.retry(), retries, budget, deadline);
                }
                waitOrThrow(attempts, failure, command, deadline);
            }
        }
    }

    private void waitOrThrow(Attempts attempts, RedisException failure, Command<?> command, Deadline deadline) {
        try {
            attempts.waitOrThrow(failure);
        } catch (RedisException last) {
            retries.finished(command, deadline, last);
            throw last;
        }
    }
}
