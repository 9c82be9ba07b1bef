package io.sorrel.redis.multiplex;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a connection has under way for callers, and the places that it takes. Every exchange of a caller enters once and
 * leaves once: by {@link #passed} when it was sent, by {@link #withdraw} or {@link #dropped} when it was not. A
 * {@link Fence} does neither. Thread-safe.
 */
final class Ledger {
    private final QueueBounds bounds;
    private final int mostShells;

    /** Commands under way without a waiting caller: async ones, and those that were given up after they were sent. */
    private final AtomicInteger ahead = new AtomicInteger();

    /** Withdrawn nodes that are still in the list although their place was given back. */
    private final AtomicInteger shells = new AtomicInteger();

    private volatile long sentNumber;
    private volatile long passedNumber;

    Ledger(QueueBounds bounds, int mostShells) {
        this.bounds = bounds;
        this.mostShells = mostShells;
    }

    QueueBounds bounds() {
        return bounds;
    }

    /** Whether a command is under way whose caller goes on without waiting for it. */
    boolean hasAhead() {
        return ahead() > 0;
    }

    /** So many commands are under way whose callers go on without waiting for them. */
    int ahead() {
        return ahead.get();
    }

    int shells() {
        return shells.get();
    }

    /** It has taken its place and is about to be queued. */
    void entered(Exchange<?> exchange) {
        if (exchange.isAsync()) {
            ahead.incrementAndGet();
        }
    }

    /**
     * Its caller gives it up after it was sent; false if it was not sent, or is settled. It counts from before that moment,
     * as the reply may come right behind it.
     */
    boolean disown(Exchange<?> exchange) {
        int own = exchange.isAsync() ? 0 : 1;
        ahead.addAndGet(own);
        if (exchange.move(Exchange.SENT, Exchange.DISOWNED)) {
            return true;
        }
        ahead.addAndGet(-own);
        return false;
    }

    /**
     * Its caller leaves it before it was sent; false if it was, or is settled. Its place is free at once, unless there
     * are so many of them that the list itself would grow beyond bounds.
     */
    boolean withdraw(Exchange<?> exchange) {
        if (!exchange.move(Exchange.QUEUED, Exchange.WITHDRAWN)) {
            return false;
        }
        if (exchange.isAsync()) {
            ahead.decrementAndGet();
        }
        if (shells.incrementAndGet() <= mostShells && exchange.move(Exchange.WITHDRAWN, Exchange.FREED)) {
            bounds.left(exchange.size());
        }
        return true;
    }

    /** By the writer, which has met a node that is not to be sent. */
    void met(Exchange<?> exchange) {
        if (exchange.isWithdrawn()) {
            shells.decrementAndGet();
            free(exchange);
        }
    }

    /** By the writer: the list is short again, so a withdrawn node that stays in it needs no place. */
    void free(Exchange<?> exchange) {
        if (exchange.move(Exchange.WITHDRAWN, Exchange.FREED)) {
            bounds.left(exchange.size());
        }
    }

    /** It has failed before it was sent. */
    void dropped(Exchange<?> exchange) {
        if (exchange instanceof Fence) {
            return;
        }
        if (exchange.isAsync()) {
            ahead.decrementAndGet();
        }
        bounds.left(exchange.size());
    }

    /** By the writer: about to be sent are all commands up to this number. */
    void sending(long number) {
        sentNumber = number;
    }

    /** The number of the command that was sent last. */
    long sentNumber() {
        return sentNumber;
    }

    /** The number of the command whose reply came last. */
    long passedNumber() {
        return passedNumber;
    }

    /** Whether a reply is due. */
    boolean isOwed() {
        return sentNumber > passedNumber;
    }

    /** Up to this number everything is over: so many commands of callers, so many of them without a waiting caller. */
    void passed(long number, int commands, int unawaited) {
        passedNumber = number;
        if (unawaited > 0) {
            ahead.addAndGet(-unawaited);
        }
        bounds.ended(commands);
    }
}
