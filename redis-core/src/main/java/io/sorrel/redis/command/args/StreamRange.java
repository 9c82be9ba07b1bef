package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;
import java.time.Instant;

/**
 * A range of a stream; a bound belongs to a closed range and does not to an open one (open bounds since 6.2.0). The
 * first bound must not come after the last one. Immutable.
 */
public final class StreamRange implements CommandArgs {
    private static final StreamRange ALL = new StreamRange("-", "+");

    private final String first;
    private final String last;

    private StreamRange(String first, String last) {
        this.first = first;
        this.last = last;
    }

    /** All entries. */
    public static StreamRange all() {
        return ALL;
    }

    /** From {@code first} to {@code last}, both included. */
    public static StreamRange closed(StreamId first, StreamId last) {
        return of("", first, "", last);
    }

    /** What comes after {@code first} and before {@code last}. */
    public static StreamRange open(StreamId first, StreamId last) {
        return of("(", first, "(", last);
    }

    /** From {@code first}, included, to what comes before {@code last}. */
    public static StreamRange closedOpen(StreamId first, StreamId last) {
        return of("", first, "(", last);
    }

    /** From what comes after {@code first} to {@code last}, included. */
    public static StreamRange openClosed(StreamId first, StreamId last) {
        return of("(", first, "", last);
    }

    /** {@code first} and what comes after it. */
    public static StreamRange atLeast(StreamId first) {
        return new StreamRange(text("first", first), "+");
    }

    /** What comes after {@code first}; the entries of the page after one that ends with it. */
    public static StreamRange greaterThan(StreamId first) {
        return new StreamRange("(" + text("first", first), "+");
    }

    /** {@code last} and what comes before it. */
    public static StreamRange atMost(StreamId last) {
        return new StreamRange("-", text("last", last));
    }

    /** What comes before {@code last}. */
    public static StreamRange lessThan(StreamId last) {
        return new StreamRange("-", "(" + text("last", last));
    }

    /**
     * The entries whose timestamps lie between two moments, those of both milliseconds included.
     *
     * @param first after the epoch; what is finer than milliseconds is dropped
     * @param last after the epoch; what is finer than milliseconds is dropped
     */
    public static StreamRange between(Instant first, Instant last) {
        return closed(StreamId.firstOf(first), StreamId.lastOf(last));
    }

    /**
     * What of this range comes after an entry: its next page where pages go from the first to the last entry. Since 6.2.0.
     *
     * @param id an ID within the range, not {@link StreamId#MAX}
     */
    public StreamRange after(StreamId id) {
        return new StreamRange("(" + text("id", id), last);
    }

    /**
     * What of this range comes before an entry: its next page where pages go from the last to the first entry. Since
     * 6.2.0.
     *
     * @param id an ID within the range, not {@link StreamId#MIN}
     */
    public StreamRange before(StreamId id) {
        return new StreamRange(first, "(" + text("id", id));
    }

    private static StreamRange of(String beforeFirst, StreamId first, String beforeLast, StreamId last) {
        StreamRange range = new StreamRange(beforeFirst + text("first", first), beforeLast + text("last", last));
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "first must not come after last, but is " + first + ", and last is " + last);
        }
        return range;
    }

    private static String text(String name, StreamId id) {
        return CommandBuilder.notNull(name, id).toString();
    }

    /** Writes the first bound and then the last one. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(first).word(last);
    }

    /** Writes the last bound and then the first one, as commands want it that go from the end back. */
    public void writeReversedTo(CommandBuilder<?, ?> command) {
        command.word(last).word(first);
    }
}
