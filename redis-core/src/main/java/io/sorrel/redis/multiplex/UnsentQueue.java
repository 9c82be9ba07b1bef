package io.sorrel.redis.multiplex;

import io.sorrel.redis.error.CommandOutcome;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The commands that wait while there is no connection. For the writer's thread, while it serves no link. */
final class UnsentQueue {
    /** So many withdrawn nodes are worth a walk through a queue that no link empties. */
    static final int PRUNE_FROM = 1_024;

    /** The longest time between two looks at how long commands have waited. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Parts parts;
    private final WriteLoop writeLoop;

    UnsentQueue(Parts parts, WriteLoop writeLoop) {
        this.parts = parts;
        this.writeLoop = writeLoop;
    }

    boolean isEmpty() {
        return writeLoop.position().next() == null;
    }

    /** The node that was queued last. */
    Exchange<?> last() {
        return parts.queue().tail();
    }

    /** Waits until the connection is woken or the time is over. */
    void await(long nanos) {
        parts.queue().awaitBehind(writeLoop.position(), nanos);
    }

    /** Waits like {@link #await}, but returns in time for the next look at the commands that wait, if any does. */
    void awaitNextLook(long nanos, boolean looks) {
        if (isEmpty()) {
            await(nanos);
        } else {
            parts.queue().await(looks ? Math.min(nanos, LOOK_NANOS) : nanos);
        }
    }

    /** Takes out the nodes whose callers have gone, once there are many of them. */
    void prune() {
        if (parts.ledger().shells() >= PRUNE_FROM) {
            parts.ledger().free(parts.queue().prune(writeLoop.position(), this::isGone));
        }
    }

    private boolean isGone(Exchange<?> node) {
        if (node.isWithdrawn()) {
            parts.ledger().met(node);
            return true;
        }
        return false;
    }

    /** Fails the commands that must not wait any longer for a server that is known to be gone. */
    void failOverdue(Outage outage, long now) {
        Exchange<?> passed = writeLoop.position();
        for (Exchange<?> node = passed.next(); node != null; node = node.next()) {
            Loss refusal = outage.refusal(node.deadline(), now);
            if (refusal != null && node.settle(Exchange.QUEUED, refusal)) {
                parts.ledger().dropped(node);
                node.deliver(parts.completions());
            }
            if (node.isOver() && passed.next() == node) {
                parts.ledger().met(node);
                passed = node;
            }
        }
        goTo(passed);
    }

    /**
     * Fails the commands up to a node. A caller that learns of its failure and calls again is queued behind that node.
     *
     * @param last the last node that fails; null for all
     */
    void fail(Loss loss, @Nullable Exchange<?> last) {
        Loss unsent = loss.as(CommandOutcome.NOT_SENT);
        Exchange<?> node = writeLoop.position();
        for (Exchange<?> next = node.next(); next != null && node != last; next = node.next()) {
            node = next;
            if (node.settle(Exchange.QUEUED, unsent)) {
                parts.ledger().dropped(node);
                node.deliver(parts.completions());
            } else {
                parts.ledger().met(node);
            }
        }
        goTo(node);
    }

    private void goTo(Exchange<?> node) {
        writeLoop.position(node);
        parts.inFlight().skipTo(node);
        parts.completions().flush();
    }
}
