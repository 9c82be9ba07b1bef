package io.sorrel.redis.command;

import java.time.Instant;

/**
 * The ID of an entry of a stream: a moment, and a number among the entries of that millisecond. Ordered as streams are.
 * Immutable.
 *
 * @param timestamp milliseconds since the epoch, as an unsigned number
 * @param sequence number within the millisecond, unsigned
 */
public record StreamId(long timestamp, long sequence) implements Comparable<StreamId> {
    /** The lowest ID, {@code 0-0}, which no entry has: everything comes after it. */
    public static final StreamId MIN = new StreamId(0, 0);

    /** The highest ID; a stream that has an entry with it takes no more. */
    public static final StreamId MAX = new StreamId(-1, -1);

    /**
     * An ID as a server has sent it.
     *
     * @param text two unsigned numbers of 64 bits in decimal digits with a hyphen between them; without hyphen and
     *     second number, that is 0
     */
    public static StreamId of(String text) {
        int hyphen = CommandBuilder.notNull("text", text).indexOf('-');
        try {
            return hyphen < 0
                    ? new StreamId(Long.parseUnsignedLong(text), 0)
                    : new StreamId(
                            Long.parseUnsignedLong(text.substring(0, hyphen)),
                            Long.parseUnsignedLong(text.substring(hyphen + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("text must be two unsigned numbers of 64 bits with a hyphen", e);
        }
    }

    /**
     * The lowest ID of a millisecond.
     *
     * @param moment after the epoch; what is finer than milliseconds is dropped
     */
    public static StreamId firstOf(Instant moment) {
        return new StreamId(Arguments.epochMillis("moment", moment), 0);
    }

    /**
     * The highest ID of a millisecond.
     *
     * @param moment after the epoch; what is finer than milliseconds is dropped
     */
    public static StreamId lastOf(Instant moment) {
        return new StreamId(Arguments.epochMillis("moment", moment), -1);
    }

    /**
     * The moment that the timestamp stands for; the server's clock when the entry was added, if the server made the ID.
     *
     * @throws ArithmeticException when the timestamp is after the year 292278994
     */
    public Instant time() {
        if (timestamp < 0) {
            throw new ArithmeticException("the timestamp is too large for a moment: " + this);
        }
        return Instant.ofEpochMilli(timestamp);
    }

    @Override
    public int compareTo(StreamId other) {
        int byTime = Long.compareUnsigned(timestamp, other.timestamp);
        return byTime != 0 ? byTime : Long.compareUnsigned(sequence, other.sequence);
    }

    /** Both numbers in decimal digits with a hyphen between them, as servers take it. */
    @Override
    public String toString() {
        return Long.toUnsignedString(timestamp) + "-" + Long.toUnsignedString(sequence);
    }
}
