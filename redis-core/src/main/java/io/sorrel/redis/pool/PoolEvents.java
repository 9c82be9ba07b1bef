package io.sorrel.redis.pool;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells the listener of the moment, which throws nothing, what happens in a pool. Measures nothing while there is none. */
final class PoolEvents {
    private final String endpoint;
    private final Supplier<ClientListener> listeners;

    PoolEvents(String endpoint, Supplier<ClientListener> listeners) {
        this.endpoint = endpoint;
        this.listeners = listeners;
    }

    void created(long nanos) {
        ClientListener listener = listeners.get();
        if (listener != ClientListener.NONE) {
            listener.connectionCreated(endpoint, Duration.ofNanos(nanos));
        }
    }

    void failed(RedisException failure) {
        listeners.get().connectionFailed(endpoint, failure);
    }

    void destroyed(DestroyCause cause) {
        listeners.get().connectionDestroyed(endpoint, cause);
    }

    void acquired(long nanos) {
        ClientListener listener = listeners.get();
        if (listener != ClientListener.NONE) {
            listener.connectionAcquired(endpoint, Duration.ofNanos(nanos));
        }
    }

    void released(long nanos) {
        ClientListener listener = listeners.get();
        if (listener != ClientListener.NONE) {
            listener.connectionReleased(endpoint, Duration.ofNanos(nanos));
        }
    }

    void timedOut() {
        listeners.get().acquireTimedOut(endpoint);
    }

    void leaked(Throwable borrowedAt) {
        listeners.get().connectionLeaked(endpoint, borrowedAt);
    }
}
