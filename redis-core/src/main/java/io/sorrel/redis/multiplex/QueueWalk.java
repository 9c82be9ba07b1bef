package io.sorrel.redis.multiplex;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the commands under way from the oldest in flight to the one queued last, while others append, send and pass
 * them. For any thread.
 */
final class QueueWalk {
    /** How often a walk starts again because the reader has left the node behind on which it stood. */
    private static final int MOST_RESTARTS = 100;

    private final ExchangeQueue queue;
    private final InFlight inFlight;

    QueueWalk(ExchangeQueue queue, InFlight inFlight) {
        this.queue = queue;
        this.inFlight = inFlight;
    }

    /**
     * Shows every command to the visitor until that has seen enough; after a new start some are shown again.
     *
     * @param visitor false once it has seen enough
     * @return the node it stood on last, which has none behind it unless the visitor had seen enough; null if the reader was
     *     too fast for it
     */
    @Nullable
    Exchange<?> show(Predicate<Exchange<?>> visitor) {
        int restarts = 0;
        Exchange<?> node = inFlight.position();
        for (Exchange<?> behind = node.next(); behind != null; behind = node.next()) {
            if (behind == node) {
                if (++restarts > MOST_RESTARTS) {
                    return null;
                }
                node = inFlight.position();
            } else {
                node = behind;
                if (!visitor.test(node)) {
                    return node;
                }
            }
        }
        return node;
    }

    /**
     * Whether a command is under way that this thread has issued and does not wait for.
     *
     * @param withDisowned whether commands count that the thread has given up after they were sent
     * @param most how many commands to look at; where there are more, the reader is too fast, or another thread is just
     *     appending in front of what this one has issued, the answer is yes
     */
    boolean hasPendingOf(Thread thread, boolean withDisowned, int most) {
        int[] seen = {0};
        boolean[] found = {false};
        Exchange<?> last = show(node -> {
            found[0] = (node.isFrom(thread) && (node.isUnderWay() || (withDisowned && node.isDisowned())))
                    || ++seen[0] > most;
            return !found[0];
        });
        return last == null || found[0] || last != queue.tail();
    }

    /** The latest deadline of all that is in flight, on the scale of {@link System#nanoTime()}; at least the given one. */
    long latestDeadline(long atLeast) {
        long[] latest = {atLeast};
        show(node -> {
            if (node.state() == Exchange.QUEUED) {
                return false;
            }
            if (!node.isOver() && node.deadline().nanoTime() - latest[0] > 0) {
                latest[0] = node.deadline().nanoTime();
            }
            return true;
        });
        return latest[0];
    }
}
