package io.sorrel.redis.pool;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;

/** Tells a listener, which throws nothing, what happens in a pool. Costs nothing without a listener. */
final class PoolEvents {
    private final String endpoint;
    private final ClientListener listener;
    private final boolean enabled;

    PoolEvents(String endpoint, ClientListener listener) {
        this.endpoint = endpoint;
        this.listener = listener;
        this.enabled = listener != ClientListener.NONE;
    }

    void created(long nanos) {
        if (enabled) {
            listener.connectionCreated(endpoint, Duration.ofNanos(nanos));
        }
    }

    void failed(RedisException failure) {
        listener.connectionFailed(endpoint, failure);
    }

    void destroyed(DestroyCause cause) {
        listener.connectionDestroyed(endpoint, cause);
    }

    void acquired(long nanos) {
        if (enabled) {
            listener.connectionAcquired(endpoint, Duration.ofNanos(nanos));
        }
    }

    void released(long nanos) {
        if (enabled) {
            listener.connectionReleased(endpoint, Duration.ofNanos(nanos));
        }
    }

    void timedOut() {
        listener.acquireTimedOut(endpoint);
    }

    void leaked(Throwable borrowedAt) {
        listener.connectionLeaked(endpoint, borrowedAt);
    }
}
