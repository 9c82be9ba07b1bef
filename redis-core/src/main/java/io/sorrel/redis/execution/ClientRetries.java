package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all calls of one client share: the budgets of retries, the listeners, time and chance. Thread-safe. */
public final class ClientRetries {
    private final String endpoint;
    private final Supplier<ClientListener> listeners;
    private final RetryEnvironment environment;
    private final Map<Terms, RetryBudget> budgets = new ConcurrentHashMap<>();

    /** Views with the same terms share one budget, so that making views adds nothing to it. */
    private record Terms(double ratio, int reserve) {}

    /**
     * Creates the retries of one client, with a budget that is full.
     *
     * @param endpoint the label of the server, for events
     * @param listeners the listener at the moment, {@link ClientListener#NONE} for none; it is told of retries and of the
     *     ends of calls, and throws nothing
     */
    public ClientRetries(String endpoint, Supplier<ClientListener> listeners) {
        this(endpoint, listeners, RetryEnvironment.SYSTEM);
    }

    ClientRetries(String endpoint, Supplier<ClientListener> listeners, RetryEnvironment environment) {
        this.endpoint = endpoint;
        this.listeners = listeners;
        this.environment = environment;
    }

    RetryEnvironment environment() {
        return environment;
    }

    RetryBudget budget(RetryOptions options) {
        return budgets.computeIfAbsent(
                new Terms(options.budgetRatio(), options.budgetReserve()), terms -> new RetryBudget(options));
    }

    void retried(String command, int retry, RedisException failure, Duration delay) {
        listeners.get().commandRetried(endpoint, command, retry, failure, delay);
    }

    /** A call has ended; the failure is null if it succeeded. */
    void finished(Command<?> command, Deadline deadline, @Nullable RedisException failure) {
        ClientListener listener = listeners.get();
        if (listener != ClientListener.NONE) {
            Duration took = Duration.ofNanos(environment.ticker().getAsLong() - deadline.began());
            listener.commandFinished(endpoint, command.spec().name(), took, failure);
        }
    }
}
