package io.sorrel.redis;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All listeners of a client as one, told in the order in which they were registered. What one of them throws is logged
 * once and reaches neither the others nor the client. Thread-safe.
 */
final class Listeners implements ClientListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Guarded> listeners;

    private Listeners(List<Guarded> listeners) {
        this.listeners = listeners;
    }

    /** These listeners as one; {@link ClientListener#NONE} if there are none, for which nothing is measured. */
    static ClientListener of(List<ClientListener> listeners) {
        List<Guarded> guarded = listeners.stream()
                .filter(listener -> listener != ClientListener.NONE)
                .map(Guarded::new)
                .toList();
        return guarded.isEmpty() ? ClientListener.NONE : new Listeners(guarded);
    }

    @Override
    public void connectionCreated(String endpoint, Duration took) {
        tell(listener -> listener.connectionCreated(endpoint, took));
    }

    @Override
    public void connectionFailed(String endpoint, RedisException failure) {
        tell(listener -> listener.connectionFailed(endpoint, failure));
    }

    @Override
    public void connectionDestroyed(String endpoint, DestroyCause cause) {
        tell(listener -> listener.connectionDestroyed(endpoint, cause));
    }

    @Override
    public void connectionAcquired(String endpoint, Duration waited) {
        tell(listener -> listener.connectionAcquired(endpoint, waited));
    }

    @Override
    public void connectionReleased(String endpoint, Duration used) {
        tell(listener -> listener.connectionReleased(endpoint, used));
    }

    @Override
    public void acquireTimedOut(String endpoint) {
        tell(listener -> listener.acquireTimedOut(endpoint));
    }

    @Override
    public void connectionLeaked(String endpoint, Throwable borrowedAt) {
        tell(listener -> listener.connectionLeaked(endpoint, borrowedAt));
    }

    @Override
    public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
        tell(listener -> listener.commandRetried(endpoint, command, retry, failure, delay));
    }

    @Override
    public void commandFinished(String endpoint, String command, Duration took, @Nullable RedisException failure) {
        tell(listener -> listener.commandFinished(endpoint, command, took, failure));
    }

    @Override
    public void connected(String endpoint) {
        tell(listener -> listener.connected(endpoint));
    }

    @Override
    public void disconnected(String endpoint, RedisException cause) {
        tell(listener -> listener.disconnected(endpoint, cause));
    }

    @Override
    public void reconnecting(String endpoint, int attempt, Duration delay, RedisException failure) {
        tell(listener -> listener.reconnecting(endpoint, attempt, delay, failure));
    }

    private void tell(Consumer<ClientListener> event) {
        for (Guarded listener : listeners) {
            listener.tell(event);
        }
    }

    private static final class Guarded {
        private final ClientListener listener;
        private final AtomicBoolean complained = new AtomicBoolean();

        Guarded(ClientListener listener) {
            this.listener = listener;
        }

        void tell(Consumer<ClientListener> event) {
            try {
                event.accept(listener);
            } catch (Throwable e) {
                if (complained.compareAndSet(false, true)) {
                    LOG.warn(
                            "{} failed; the client goes on, and further failures of this listener are not logged",
                            listener.getClass().getName(),
                            e);
                }
            }
        }
    }
}
