package io.sorrel.redis;

import io.sorrel.redis.event.ClientListener;
import java.util.function.Supplier;

/**
 * The listeners that a client has at the moment, as one; {@link ClientListener#NONE} while there are none, for which nothing
 * is measured. Thread-safe.
 */
final class ListenerRegistry implements Supplier<ClientListener> {
    private volatile ClientListener listeners = ClientListener.NONE;

    @Override
    public ClientListener get() {
        return listeners;
    }

    synchronized void add(ClientListener listener) {
        listeners = Listeners.with(listeners, listener);
    }

    synchronized void remove(ClientListener listener) {
        listeners = Listeners.without(listeners, listener);
    }
}
