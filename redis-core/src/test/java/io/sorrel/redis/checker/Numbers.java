package io.sorrel.redis.checker;

import java.util.BitSet;

/**
 * The numbers that one caller has written to one place, each larger than the one before, and what is known of them: a
 * reader must never see one that was not written yet, that was reported as not sent, or that a later one has replaced
 * for sure. Thread-safe.
 */
final class Numbers {
    private final BitSet open = new BitSet();
    private final BitSet absent = new BitSet();
    private int issued;
    private int confirmed;

    /** What may be read by who asks now. */
    record Snapshot(int issued, int confirmed) {}

    /** A new number, of which nothing is known. */
    synchronized int next() {
        issued++;
        open.set(issued);
        return issued;
    }

    /** It was written. */
    synchronized void written(int number) {
        open.clear(number);
        confirmed = Math.max(confirmed, number);
    }

    /** It was not sent. */
    synchronized void notSent(int number) {
        open.clear(number);
        absent.set(number);
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(issued, confirmed);
    }

    /**
     * Whether a read that began then may have this result. What was lost with a connection may be executed after what
     * was sent on the next one, so a number without a known fate may be seen late.
     *
     * @param number what was read; 0 for nothing
     */
    synchronized boolean allows(int number, Snapshot then) {
        if (number > then.issued || absent.get(number)) {
            return false;
        }
        int floor = confirmed <= then.issued ? confirmed : then.confirmed;
        return number >= floor || open.get(number);
    }
}
