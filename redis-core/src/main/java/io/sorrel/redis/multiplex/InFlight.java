package io.sorrel.redis.multiplex;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of the queue at which replies arrive. It belongs to one thread at a time: to a link's reader, and to the writer
 * between two readers. Only {@link #position()} is for others.
 */
final class InFlight {
    private static final VarHandle POSITION;

    static {
        try {
            POSITION = MethodHandles.lookup().findVarHandle(InFlight.class, "position", Exchange.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Ledger ledger;
    private volatile Exchange<?> position;
    private int commands;
    private int unawaited;
    private long lastNumber;
    private boolean passedAny;

    InFlight(Exchange<?> start, Ledger ledger) {
        this.position = start;
        this.ledger = ledger;
    }

    /** The node that was passed last; for threads that look through the queue. */
    Exchange<?> position() {
        return position;
    }

    /**
     * The oldest exchange that was sent and is not passed; null if there is none. What lies before it and was never sent
     * is left behind, but no further than the writer has come.
     */
    @Nullable
    Exchange<?> oldest() {
        Exchange<?> node = sentBehind(position);
        if (node != null) {
            while (position.next() != node) {
                leave(Objects.requireNonNull(position.next()));
            }
        }
        return node;
    }

    /** The next exchange behind this node that was sent and is not over; null if there is none. Nothing is passed. */
    @Nullable
    Exchange<?> sentBehind(Exchange<?> before) {
        Exchange<?> node = before.next();
        while (node != null && node.isOver()) {
            node = node.next();
        }
        return node == null || node.state() == Exchange.QUEUED || node.number() > ledger.sentNumber() ? null : node;
    }

    /** By the writer while there is no reader: goes to a node up to which everything is over. */
    void skipTo(Exchange<?> last) {
        while (position != last) {
            leave(Objects.requireNonNull(position.next()));
        }
    }

    private void leave(Exchange<?> node) {
        Exchange<?> before = position;
        POSITION.setRelease(this, node);
        before.unlink();
    }

    /** Gives the oldest exchange its result and goes past it; false if its caller has left. */
    boolean settle(Exchange<?> exchange, @Nullable Object outcome, Completions completions) {
        boolean awaited = exchange.settle(Exchange.SENT, outcome);
        pass(exchange, !awaited || exchange.isAsync());
        if (awaited) {
            exchange.deliver(completions);
        }
        return awaited;
    }

    private void pass(Exchange<?> exchange, boolean wasAhead) {
        leave(exchange);
        lastNumber = exchange.number();
        passedAny = true;
        if (!(exchange instanceof Fence)) {
            commands++;
        }
        if (wasAhead) {
            unawaited++;
        }
    }

    /** Enters what was passed since the last call. */
    void flush() {
        if (passedAny) {
            ledger.passed(lastNumber, commands, unawaited);
            passedAny = false;
            commands = 0;
            unawaited = 0;
        }
    }
}
