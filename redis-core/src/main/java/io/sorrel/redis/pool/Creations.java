package io.sorrel.redis.pool;

import java.util.HashSet;
import java.util.Set;

/**
 * The connections that are being made. One that takes long keeps its place in the pool but is no longer counted on, so
 * that another one may be made for the caller that waits. Guarded by the pool's lock.
 */
final class Creations {
    private final long patienceNanos;
    private final Set<Creation> underWay = new HashSet<>();
    private long begun;

    /** One attempt to make a connection. */
    static final class Creation {
        private final long number;
        private final long since;

        private Creation(long number, long since) {
            this.number = number;
            this.since = since;
        }
    }

    /** None yet; each is counted on for this time. */
    Creations(long patienceNanos) {
        this.patienceNanos = patienceNanos;
    }

    Creation begin(long now) {
        Creation creation = new Creation(++begun, now);
        underWay.add(creation);
        return creation;
    }

    void end(Creation creation) {
        underWay.remove(creation);
    }

    int size() {
        return underWay.size();
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** How many of them are likely to end soon. */
    int expected(long now) {
        return (int) underWay.stream()
                .filter(creation -> now - creation.since < patienceNanos)
                .count();
    }

    /** Notes that the waiter waits for those that begin from now on. */
    void joined(Waiter waiter) {
        waiter.creationsBefore = begun;
    }

    /** Whether the creation has begun since the waiter joined the queue, and so was made for a caller like this one. */
    boolean isFor(Creation creation, Waiter waiter) {
        return creation.number > waiter.creationsBefore;
    }
}
