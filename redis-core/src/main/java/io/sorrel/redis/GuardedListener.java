package io.sorrel.redis;

import io.sorrel.redis.event.ClientListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener of the application whose failures reach neither the client nor other listeners: the first one is logged, the
 * others are dropped. Thread-safe.
 */
final class GuardedListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final ClientListener listener;
    private final AtomicBoolean complained = new AtomicBoolean();

    GuardedListener(ClientListener listener) {
        this.listener = listener;
    }

    boolean guards(ClientListener other) {
        return listener == other;
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
