package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.DeadlineWatch;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Expires futures and the calls of virtual threads, and ends links that bring their callers nothing: a server that is
 * silent although it owes a reply, and a link in doubt whose check is not answered. It is told the earliest deadline, and
 * looks through the queue only when that has come; callers who wait on platform threads keep their deadlines themselves.
 */
final class Sweep implements DeadlineWatch.Watched {
    private static final long AGAIN_NANOS = 5_000_000L;

    /** A caller whose deadline is the patience with the link learns of its deadline, and then ends the link itself. */
    private static final long FIRST_TOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The share of the silence after which unanswered commands are taken for a sign. */
    private static final int SIGN_SHARE = 5;

    private final DeadlineWatch watch;
    private final Patience patience;
    private final ExchangeQueue queue;
    private final InFlight inFlight;
    private final QueueWalk walk;
    private final Ledger ledger;
    private final Consumer<AsyncExchange<?>> onExpired;
    private final AtomicLong earliest = new AtomicLong(DeadlineWatch.NONE);
    private volatile @Nullable ActiveLink active;

    /**
     * How long a link may bring nothing.
     *
     * @param silenceNanos how long the server may say nothing while a reply is due; 0 for as long as it likes
     * @param ofOldest whether the silence must also outlast the deadline of the oldest command in flight
     * @param checkNanos the shortest time for the answer to a check
     */
    record Patience(long silenceNanos, boolean ofOldest, long checkNanos) {
        /** As the options say, where the silence is the command timeout if it is not set. */
        static Patience of(@Nullable Duration silence, Duration commandTimeout) {
            return new Patience(
                    (silence == null ? commandTimeout : silence).toNanos(), silence == null, commandTimeout.toNanos());
        }
    }

    /**
     * Looks after nothing yet.
     *
     * @param onExpired ends an exchange whose deadline has passed
     */
    Sweep(
            DeadlineWatch watch,
            Patience patience,
            ExchangeQueue queue,
            InFlight inFlight,
            Ledger ledger,
            Consumer<AsyncExchange<?>> onExpired) {
        this.watch = watch;
        this.patience = patience;
        this.queue = queue;
        this.inFlight = inFlight;
        this.walk = new QueueWalk(queue, inFlight);
        this.ledger = ledger;
        this.onExpired = onExpired;
    }

    /** Which link is in use; null for none. */
    void watch(@Nullable ActiveLink link) {
        active = link;
    }

    /** By the writer: from now on, on the scale of {@link System#nanoTime()}, the server owes a reply. */
    void noteBusy(long now) {
        if (patience.silenceNanos > 0) {
            watch.noted(watch.onScale(now) + patience.silenceNanos);
        }
    }

    /** A command has been queued, or given up after it was sent, and its caller does not keep its deadline. */
    void note(Deadline deadline) {
        long at = watch.onScale(deadline);
        if (at < earliest.get()) {
            earliest.accumulateAndGet(at, Math::min);
            watch.noted(at);
        }
    }

    /**
     * The deadline of a command has passed after it was sent, and its reply is still out: what comes next may be the reply
     * of another command. To be called before its caller gives it up, so that the reader, who sees that, sees the doubt.
     */
    void overdue(Exchange<?> exchange) {
        ActiveLink link = active;
        if (link == null || link.alignment().doubtful() >= exchange.number()) {
            return;
        }
        long until = walk.latestDeadline(System.nanoTime() + patience.checkNanos);
        link.alignment().doubt(exchange.number(), until);
        watch.noted(watch.onScale(until));
    }

    /** The caller of an {@link #overdue} command has given it up: a check decides, or the link ends where there is none. */
    void decide(long number) {
        ActiveLink link = active;
        if (link == null || !link.alignment().isInDoubt()) {
            return;
        }
        link.alignment().givenUp(number);
        if (link.alignment().isProvable()) {
            link.wakeWriter();
        } else {
            link.giveUp(Loss.unprovable());
        }
    }

    /** A command sent at this moment, on the scale of {@link System#nanoTime()}, was not answered in time. */
    void unanswered(long sent) {
        ActiveLink link = active;
        if (link != null
                && patience.silenceNanos > 0
                && link.isMute(sent, patience.silenceNanos / SIGN_SHARE)
                && (!patience.ofOldest || System.nanoTime() - oldestDeadline(System.nanoTime()) >= 0)) {
            link.giveUp(Loss.silent(Duration.ofNanos(System.nanoTime() - link.silentSince())));
        }
    }

    @Override
    public long deadline() {
        return Math.min(Math.min(earliest.get(), silentUntil()), doubtfulUntil());
    }

    private long silentUntil() {
        ActiveLink link = active;
        if (link == null || !link.isOpen() || patience.silenceNanos == 0 || !ledger.isOwed()) {
            return DeadlineWatch.NONE;
        }
        long until = link.silentSince() + patience.silenceNanos;
        return watch.onScale(patience.ofOldest ? oldestDeadline(until) + FIRST_TOLD_NANOS : until);
    }

    /** The deadline of the oldest command in flight, or this moment if that is later. */
    private long oldestDeadline(long moment) {
        Exchange<?> oldest = inFlight.position().next();
        boolean later = oldest != null
                && oldest.state() != Exchange.QUEUED
                && !oldest.isOver()
                && oldest.deadline().nanoTime() - moment > 0;
        return later && oldest != null ? oldest.deadline().nanoTime() : moment;
    }

    private long doubtfulUntil() {
        ActiveLink link = active;
        return link == null || !link.isOpen() || !link.alignment().isInDoubt()
                ? DeadlineWatch.NONE
                : watch.onScale(link.alignment().until());
    }

    @Override
    public void expire(long passed) {
        ActiveLink link = active;
        if (link != null && silentUntil() <= passed) {
            link.giveUp(Loss.silent(Duration.ofNanos(System.nanoTime() - link.silentSince())));
        }
        if (link != null && doubtfulUntil() <= passed) {
            link.giveUp(Loss.noHeadway(Duration.ofNanos(patience.checkNanos)));
        }
        if (earliest.get() <= passed) {
            expireCommands(watch.onScale(System.nanoTime()));
        }
    }

    /** A caller appends its node first and notes its deadline then; here the note is reset first and the list read then. */
    private void expireCommands(long now) {
        earliest.set(DeadlineWatch.NONE);
        long[] next = {DeadlineWatch.NONE};
        Exchange<?> last = walk.show(node -> {
            next[0] = Math.min(next[0], expireIfDue(node, now));
            return true;
        });
        if (last != queue.tail()) {
            // Another thread is appending, or the reader is too fast: what lies behind has not been seen.
            next[0] = Math.min(next[0], now + AGAIN_NANOS);
        }
        earliest.accumulateAndGet(next[0], Math::min);
    }

    private long expireIfDue(Exchange<?> node, long now) {
        boolean disowned = node.state() == Exchange.DISOWNED;
        if (!disowned && !(node.isUnderWay() && isWatched(node))) {
            return DeadlineWatch.NONE;
        }
        long at = watch.onScale(node.deadline());
        if (at > now) {
            return at;
        }
        if (disowned) {
            overdue(node);
            decide(node.number());
        } else if (node instanceof SyncExchange<?> sync) {
            sync.wakeCaller();
        } else if (node instanceof AsyncExchange<?> async) {
            onExpired.accept(async);
        }
        return DeadlineWatch.NONE;
    }

    private static boolean isWatched(Exchange<?> node) {
        return node.isAsync() || (node instanceof SyncExchange<?> sync && sync.isWatched());
    }

    /** The owner of the client closes the connection itself. */
    @Override
    public void close() {
        earliest.set(DeadlineWatch.NONE);
    }
}
