package io.sorrel.redis;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several listeners as one, told in the order in which they were added. Immutable and thread-safe; throws nothing.
 */
final class Listeners implements ClientListener {
    private final List<GuardedListener> listeners;

    private Listeners(List<GuardedListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * The present listeners and one more, last; the present ones where it is among them or ignores everything.
     *
     * @param present {@link ClientListener#NONE} or what this method or {@link #without} has returned
     */
    static ClientListener with(ClientListener present, ClientListener added) {
        List<GuardedListener> listeners = listeners(present);
        if (added == ClientListener.NONE || listeners.stream().anyMatch(listener -> listener.guards(added))) {
            return present;
        }
        return new Listeners(Stream.concat(listeners.stream(), Stream.of(new GuardedListener(added)))
                .toList());
    }

    /** The present listeners without one of them; {@link ClientListener#NONE} if none is left. */
    static ClientListener without(ClientListener present, ClientListener removed) {
        List<GuardedListener> left = listeners(present).stream()
                .filter(listener -> !listener.guards(removed))
                .toList();
        return left.isEmpty() ? ClientListener.NONE : new Listeners(left);
    }

    private static List<GuardedListener> listeners(ClientListener present) {
        return present instanceof Listeners several ? several.listeners : List.of();
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
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).tell(event);
        }
    }
}
