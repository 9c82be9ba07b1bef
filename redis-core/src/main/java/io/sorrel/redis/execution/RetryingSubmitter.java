package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.multiplex.AsyncCall;
import io.sorrel.redis.multiplex.SharedConnection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Starts async commands on the shared connection and tries again, after a wait on no thread, what failed and may be
 * repeated. The rule is that of {@link RetryOptions}. Thread-safe and immutable.
 */
final class RetryingSubmitter implements AsyncCall.Handler {
    private final SharedConnection shared;
    private final CallSettings settings;
    private final ClientRetries retries;
    private final RetryBudget budget;
    private final RetryTimers timers;

    RetryingSubmitter(SharedConnection shared, CallSettings settings, ClientRetries retries, RetryTimers timers) {
        this.shared = shared;
        this.settings = settings;
        this.retries = retries;
        this.budget = retries.budget(settings.retry());
        this.timers = timers;
    }

    <T extends @Nullable Object> CompletableFuture<T> submit(Command<T> command) {
        budget.earn();
        return shared.submit(
                command, settings.deadline(command, retries.environment().ticker()), this);
    }

    @Override
    public void succeeded(AsyncCall<?> call) {
        retries.finished(call.command(), call.deadline(), null);
    }

    @Override
    public @Nullable Throwable failed(AsyncCall<?> call, Throwable failure) {
        if (!(failure instanceof RedisException actual)) {
            return failure;
        }
        Attempts attempts = call.attempts() instanceof Attempts earlier
                ? earlier
                : new Attempts(call.command().spec(), settings.retry(), retries, budget, call.deadline());
        call.attempts(attempts);
        try {
            long delay = attempts.delayOrThrow(actual, false).toNanos();
            timers.schedule(call::again, delay);
            return null;
        } catch (RedisException last) {
            retries.finished(call.command(), call.deadline(), last);
            return last;
        }
    }
}
