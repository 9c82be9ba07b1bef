package io.sorrel.redis.execution;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one call has tried so far. Used by one thread at a time. */
final class Attempts {
    private final CommandSpec spec;
    private final RetryOptions options;
    private final ClientRetries retries;
    private final RetryBudget budget;
    private final Deadline deadline;
    private final List<RedisException> failures = new ArrayList<>(3);
    private boolean mayHaveRun;
    private Duration delay = Duration.ZERO;

    Attempts(CommandSpec spec, RetryOptions options, ClientRetries retries, RetryBudget budget, Deadline deadline) {
        this.spec = spec;
        this.options = options;
        this.retries = retries;
        this.budget = budget;
        this.deadline = deadline;
    }

    /** Waits until the command is to be tried again, or throws the failure if it is not. */
    void waitOrThrow(RedisException failure) {
        Duration wait = delayOrThrow(failure, Thread.currentThread().isInterrupted());
        retries.environment().sleeper().accept(wait.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw last(interrupted(failure), null);
        }
    }

    /** The time after which the command is to be tried again; throws the failure if it is not. */
    Duration delayOrThrow(RedisException failure, boolean interrupted) {
        failures.add(failure);
        mayHaveRun |= failure.outcome() == CommandOutcome.UNKNOWN;
        if (failures.size() > options.maxRetries() || !isAllowed(failure)) {
            throw last(failure, null);
        }
        if (interrupted) {
            throw last(failure, "the thread is interrupted");
        }
        delay = options.backoff()
                .delay(failures.size(), delay, retries.environment().random().get());
        if (delay.toNanos() >= deadline.remainingNanos()) {
            throw last(failure, usedUpTheDeadline(failure) ? null : "the deadline leaves no time for it");
        }
        if (!budget.spend()) {
            throw last(failure, "the client's retry budget is used up");
        }
        retries.retried(spec.name(), failures.size(), failure, delay);
        return delay;
    }

    /** Whether the failure itself says that the time is over. */
    private boolean usedUpTheDeadline(RedisException failure) {
        return failure instanceof RedisTimeoutException && deadline.isExpired();
    }

    private boolean isAllowed(RedisException failure) {
        return RetryRule.allows(spec, failure) && isWanted(failure);
    }

    /** Whether the user's condition holds. Where it throws, the call ends: an async one could not be told otherwise. */
    private boolean isWanted(RedisException failure) {
        var condition = options.retryIf();
        try {
            return condition == null || condition.test(failure);
        } catch (Throwable e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            return false;
        }
    }

    private RedisException last(RedisException failure, @Nullable String whyNoMore) {
        for (RedisException earlier : failures) {
            if (earlier != failure && earlier != failure.getCause()) {
                failure.addSuppressed(earlier);
            }
        }
        Failures.fillAttempts(
                failure, failures.size(), mayHaveRun ? CommandOutcome.UNKNOWN : failure.outcome(), whyNoMore);
        return failure;
    }

    private static RedisInterruptedException interrupted(RedisException failure) {
        return new RedisInterruptedException(
                "interrupted while waiting to try again",
                failure.outcome(),
                new ErrorContext(failure.endpoint(), failure.command()),
                failure);
    }
}
