package io.sorrel.redis.pool;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what happens in a pool; what the listener throws stays here. Costs nothing without a listener. */
final class PoolEvents {
    private static final Logger LOG = LoggerFactory.getLogger(PoolEvents.class);

    private final String endpoint;
    private final ClientListener listener;
    private final boolean enabled;
    private final AtomicBoolean complained = new AtomicBoolean();

    PoolEvents(String endpoint, ClientListener listener) {
        this.endpoint = endpoint;
        this.listener = listener;
        this.enabled = listener != ClientListener.NONE;
    }

    void created(long nanos) {
        if (enabled) {
            tell(to -> to.connectionCreated(endpoint, Duration.ofNanos(nanos)));
        }
    }

    void failed(RedisException failure) {
        if (enabled) {
            tell(to -> to.connectionFailed(endpoint, failure));
        }
    }

    void destroyed(DestroyCause cause) {
        if (enabled) {
            tell(to -> to.connectionDestroyed(endpoint, cause));
        }
    }

    void acquired(long nanos) {
        if (enabled) {
            tell(to -> to.connectionAcquired(endpoint, Duration.ofNanos(nanos)));
        }
    }

    void released(long nanos) {
        if (enabled) {
            tell(to -> to.connectionReleased(endpoint, Duration.ofNanos(nanos)));
        }
    }

    void timedOut() {
        if (enabled) {
            tell(to -> to.acquireTimedOut(endpoint));
        }
    }

    void leaked(Throwable borrowedAt) {
        if (enabled) {
            tell(to -> to.connectionLeaked(endpoint, borrowedAt));
        }
    }

    private void tell(Consumer<ClientListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn(
                        "{} failed; the pool goes on, and further failures of this listener are not logged",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
