package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several listeners as one. All are told of everything, even if one throws; the first exception is then thrown. */
final class CompositeClientListener implements ClientListener {
    private final List<ClientListener> listeners;

    private CompositeClientListener(List<ClientListener> listeners) {
        this.listeners = listeners;
    }

    static ClientListener of(List<ClientListener> listeners) {
        return switch (listeners.size()) {
            case 0 -> ClientListener.NONE;
            case 1 -> listeners.get(0);
            default -> new CompositeClientListener(List.copyOf(listeners));
        };
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

    private void tell(Consumer<ClientListener> event) {
        RuntimeException first = null;
        for (ClientListener listener : listeners) {
            first = tell(listener, event, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException tell(
            ClientListener listener, Consumer<ClientListener> event, @Nullable RuntimeException first) {
        try {
            event.accept(listener);
            return first;
        } catch (RuntimeException failure) {
            return first == null ? failure : first;
        }
    }
}
