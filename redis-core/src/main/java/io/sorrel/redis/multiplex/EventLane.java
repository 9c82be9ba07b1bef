package io.sorrel.redis.multiplex;

import io.sorrel.redis.event.ClientListener;
import java.util.ArrayDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener, which throws nothing, of a connection's fate, in order and on a thread of its own, which lives only
 * while there is something to tell: a listener that waits holds up nothing else. Thread-safe.
 */
final class EventLane {
    private final Supplier<ClientListener> listeners;
    private final ThreadFactory threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Consumer<ClientListener>> events = new ArrayDeque<>();
    private @Nullable Thread teller;

    EventLane(Supplier<ClientListener> listeners, ThreadFactory threads) {
        this.listeners = listeners;
        this.threads = threads;
    }

    void tell(Consumer<ClientListener> event) {
        if (listeners.get() == ClientListener.NONE) {
            return;
        }
        Thread start = null;
        lock.lock();
        try {
            events.addLast(event);
            if (teller == null) {
                start = threads.newThread(this::run);
                teller = start;
            }
        } finally {
            lock.unlock();
        }
        if (start != null) {
            start.start();
        }
    }

    private void run() {
        for (Consumer<ClientListener> event = next(); event != null; event = next()) {
            event.accept(listeners.get());
        }
    }

    private @Nullable Consumer<ClientListener> next() {
        lock.lock();
        try {
            Consumer<ClientListener> event = events.pollFirst();
            if (event == null) {
                teller = null;
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    /** The thread that is telling something; null if none is. */
    @Nullable
    Thread teller() {
        lock.lock();
        try {
            return teller;
        } finally {
            lock.unlock();
        }
    }
}
