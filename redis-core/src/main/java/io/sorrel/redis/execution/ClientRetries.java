package io.sorrel.redis.execution;

import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all retries of one client share: its budgets, its listener, time and chance. Thread-safe. */
public final class ClientRetries {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRetries.class);

    private final String endpoint;
    private final ClientListener listener;
    private final RetryEnvironment environment;
    private final Map<Terms, RetryBudget> budgets = new ConcurrentHashMap<>();
    private final AtomicBoolean complained = new AtomicBoolean();

    /** Views with the same terms share one budget, so that making views adds nothing to it. */
    private record Terms(double ratio, int reserve) {}

    /**
     * Those of a client.
     *
     * @param endpoint the label of the server, for events
     * @param listener is told of retries; what it throws is logged once and stays here
     */
    public ClientRetries(String endpoint, ClientListener listener) {
        this(endpoint, listener, RetryEnvironment.SYSTEM);
    }

    ClientRetries(String endpoint, ClientListener listener, RetryEnvironment environment) {
        this.endpoint = endpoint;
        this.listener = listener;
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
        if (listener == ClientListener.NONE) {
            return;
        }
        try {
            listener.commandRetried(endpoint, command, retry, failure, delay);
        } catch (Throwable e) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn(
                        "{} failed; the command goes on, and further failures of this listener are not logged",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
