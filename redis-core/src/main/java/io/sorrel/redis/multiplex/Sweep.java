package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.DeadlineWatch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after what nobody waits for on a thread of his own: the deadlines of futures and of virtual threads, and the
 * silence of a server that owes a reply. It is told the earliest deadline, and looks through the queue only when that has
 * come; callers who wait on platform threads keep their deadlines themselves.
 */
final class Sweep implements DeadlineWatch.Watched {
    /** How often a walk starts again because the reader has left the node behind on which it stood. */
    private static final int MOST_RESTARTS = 100;

    private static final long AGAIN_NANOS = 5_000_000L;

    /** The share of the silence after which unanswered commands are taken for a sign. */
    private static final int DOUBT_SHARE = 5;

    private final DeadlineWatch watch;
    private final long silenceNanos;
    private final ExchangeQueue queue;
    private final InFlight inFlight;
    private final Ledger ledger;
    private final Consumer<AsyncExchange<?>> onExpired;
    private final AtomicLong earliest = new AtomicLong(DeadlineWatch.NONE);
    private volatile @Nullable ActiveLink active;

    /**
     * Looks after nothing yet.
     *
     * @param silenceNanos how long the server may say nothing while a reply is due; 0 for as long as it likes
     * @param onExpired ends an exchange whose deadline has passed
     */
    Sweep(
            DeadlineWatch watch,
            long silenceNanos,
            ExchangeQueue queue,
            InFlight inFlight,
            Ledger ledger,
            Consumer<AsyncExchange<?>> onExpired) {
        this.watch = watch;
        this.silenceNanos = silenceNanos;
        this.queue = queue;
        this.inFlight = inFlight;
        this.ledger = ledger;
        this.onExpired = onExpired;
    }

    /** Which link is in use; null for none. */
    void watch(@Nullable ActiveLink link) {
        active = link;
    }

    /** By the writer: from now on, on the scale of {@link System#nanoTime()}, the server owes a reply. */
    void noteBusy(long now) {
        if (silenceNanos > 0) {
            watch.noted(watch.onScale(now) + silenceNanos);
        }
    }

    /** By the caller of a command that has just been queued and whose deadline it does not keep itself. */
    void note(Deadline deadline) {
        long at = watch.onScale(deadline);
        if (at < earliest.get()) {
            earliest.accumulateAndGet(at, Math::min);
            watch.noted(at);
        }
    }

    /** A command sent at this moment, on the scale of {@link System#nanoTime()}, was not answered in time. */
    void unanswered(long sent) {
        ActiveLink link = active;
        if (link != null && silenceNanos > 0 && link.isDoubtful(sent, silenceNanos / DOUBT_SHARE)) {
            link.giveUp(Loss.silent(Duration.ofNanos(System.nanoTime() - link.silentSince())));
        }
    }

    @Override
    public long deadline() {
        return Math.min(earliest.get(), silentUntil());
    }

    private long silentUntil() {
        ActiveLink link = active;
        return link == null || !link.isOpen() || silenceNanos == 0 || !ledger.isOwed()
                ? DeadlineWatch.NONE
                : watch.onScale(link.silentSince()) + silenceNanos;
    }

    @Override
    public void expire(long passed) {
        ActiveLink link = active;
        if (link != null && silentUntil() <= passed) {
            link.giveUp(Loss.silent(Duration.ofNanos(silenceNanos)));
        }
        if (earliest.get() <= passed) {
            expireCommands(watch.onScale(System.nanoTime()));
        }
    }

    /** A caller appends its node first and notes its deadline then; here the note is reset first and the list read then. */
    private void expireCommands(long now) {
        earliest.set(DeadlineWatch.NONE);
        long next = DeadlineWatch.NONE;
        int restarts = 0;
        Exchange<?> node = inFlight.position();
        for (Exchange<?> behind = node.next(); behind != null; behind = node.next()) {
            if (behind == node) {
                if (++restarts > MOST_RESTARTS) {
                    break;
                }
                node = inFlight.position();
            } else {
                node = behind;
                next = Math.min(next, expireIfDue(node, now));
            }
        }
        if (node != queue.tail()) {
            // Somebody is appending, or the reader is too fast: what lies behind has not been seen.
            next = Math.min(next, now + AGAIN_NANOS);
        }
        earliest.accumulateAndGet(next, Math::min);
    }

    private long expireIfDue(Exchange<?> node, long now) {
        boolean watched = node.isAsync() || (node instanceof SyncExchange<?> sync && sync.isWatched());
        if (!watched || !node.isUnderWay()) {
            return DeadlineWatch.NONE;
        }
        long at = watch.onScale(node.deadline());
        if (at > now) {
            return at;
        }
        if (node instanceof SyncExchange<?> sync) {
            sync.wakeCaller();
        } else if (node instanceof AsyncExchange<?> async) {
            onExpired.accept(async);
        }
        return DeadlineWatch.NONE;
    }

    /** The owner of the client closes the connection itself. */
    @Override
    public void close() {
        earliest.set(DeadlineWatch.NONE);
    }
}
