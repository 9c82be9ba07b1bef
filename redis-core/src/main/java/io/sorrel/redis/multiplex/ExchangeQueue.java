package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All commands of a connection in their order: one linked list, appended to by any thread with one exchange of its tail,
 * and followed by the writer and, behind it, by the thread that reads replies. What the one has passed the other still needs,
 * so there is no second queue for commands in flight.
 */
final class ExchangeQueue {
    private static final VarHandle TAIL;

    static {
        try {
            TAIL = MethodHandles.lookup().findVarHandle(ExchangeQueue.class, "tail", Exchange.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Exchange<?> start = new SyncExchange<>(null, Deadline.after(Duration.ZERO));

    @SuppressWarnings("UnusedVariable") // Through its handle.
    private volatile Exchange<?> tail = start;

    private volatile @Nullable Thread writer;
    private volatile boolean parked;

    /** The node before the first. */
    Exchange<?> start() {
        return start;
    }

    /** The node appended last. */
    Exchange<?> tail() {
        return tail;
    }

    /** Appends a node and sees to it that the writer comes. */
    void add(Exchange<?> node) {
        Exchange<?> before = (Exchange<?>) TAIL.getAndSet(this, node);
        before.next(node);
        if (parked) {
            wake();
        }
    }

    /**
     * By the writer: puts a node of its own behind this one, where it stands; behind those that others append at the same
     * moment, if this one is the last.
     */
    void insertBehind(Exchange<?> position, Exchange<?> node) {
        Exchange<?> next = position.next();
        if (next == null) {
            add(node);
        } else {
            node.next(next);
            position.next(node);
        }
    }

    /** By the writer, before anything else. */
    void follow(Thread thread) {
        writer = thread;
    }

    /** Wakes the writer whatever it waits for. */
    void wake() {
        LockSupport.unpark(writer);
    }

    /**
     * By the writer: waits until a node follows this one or somebody wakes it; may return early. Both sides write first
     * and look afterwards (here {@code parked} and then the link, in {@link #add} the link and then {@code parked}), so
     * one of them always sees the other. Before it parks it lets others run, who may be about to append: waking it costs
     * them a system call.
     *
     * @param nanos the longest wait
     */
    @SuppressWarnings("ThreadPriorityCheck") // The yield is a hint; nothing relies on it.
    void awaitBehind(Exchange<?> node, long nanos) {
        Thread.yield();
        if (node.next() != null) {
            return;
        }
        parked = true;
        if (node.next() == null) {
            LockSupport.parkNanos(this, nanos);
        }
        parked = false;
    }

    /** By the writer: waits until somebody wakes it, whatever is queued; may return early. */
    void await(long nanos) {
        LockSupport.parkNanos(this, nanos);
    }

    /**
     * By the writer: takes nodes that are over out of the list behind this one.
     *
     * @return the last node, which always stays
     */
    Exchange<?> prune(Exchange<?> from, Predicate<Exchange<?>> over) {
        Exchange<?> kept = from;
        Exchange<?> node = from.next();
        while (node != null) {
            Exchange<?> behind = node.next();
            if (behind != null && over.test(node)) {
                kept.next(behind);
            } else {
                kept = node;
            }
            node = behind;
        }
        return kept;
    }
}
