package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A range of members of a sorted set whose members all have the same score; the server compares the bytes to which
 * members are encoded, each as a number from 0 to 255. A bound belongs to a closed range and does not to an open one.
 * Immutable.
 *
 * @param <V> type of the members
 */
public final class LexRange<V> {
    private final Bound<V> min;
    private final Bound<V> max;

    private LexRange(Bound<V> min, Bound<V> max) {
        this.min = min;
        this.max = max;
    }

    /** All members. */
    public static <V> LexRange<V> all() {
        return new LexRange<>(Bound.none('-'), Bound.none('+'));
    }

    /** From {@code min} to {@code max}, both included. */
    public static <V> LexRange<V> closed(V min, V max) {
        return new LexRange<>(Bound.closed("min", min), Bound.closed("max", max));
    }

    /** What comes after {@code min} and before {@code max}. */
    public static <V> LexRange<V> open(V min, V max) {
        return new LexRange<>(Bound.open("min", min), Bound.open("max", max));
    }

    /** From {@code min}, included, to what comes before {@code max}. */
    public static <V> LexRange<V> closedOpen(V min, V max) {
        return new LexRange<>(Bound.closed("min", min), Bound.open("max", max));
    }

    /** From what comes after {@code min} to {@code max}, included. */
    public static <V> LexRange<V> openClosed(V min, V max) {
        return new LexRange<>(Bound.open("min", min), Bound.closed("max", max));
    }

    /** {@code min} and what comes after it. */
    public static <V> LexRange<V> atLeast(V min) {
        return new LexRange<>(Bound.closed("min", min), Bound.none('+'));
    }

    /** What comes after {@code min}. */
    public static <V> LexRange<V> greaterThan(V min) {
        return new LexRange<>(Bound.open("min", min), Bound.none('+'));
    }

    /** {@code max} and what comes before it. */
    public static <V> LexRange<V> atMost(V max) {
        return new LexRange<>(Bound.none('-'), Bound.closed("max", max));
    }

    /** What comes before {@code max}. */
    public static <V> LexRange<V> lessThan(V max) {
        return new LexRange<>(Bound.none('-'), Bound.open("max", max));
    }

    /** Writes the lower bound and then the upper one. */
    public void writeTo(CommandBuilder<?, V> command) {
        min.writeTo(command);
        max.writeTo(command);
    }

    /** Writes the upper bound and then the lower one, as commands want it that go from the last member back. */
    public void writeReversedTo(CommandBuilder<?, V> command) {
        max.writeTo(command);
        min.writeTo(command);
    }

    /** One end of a range: a sign, and the member behind it where there is one. */
    private record Bound<V>(char sign, @Nullable V member) {
        static <V> Bound<V> none(char sign) {
            return new Bound<>(sign, null);
        }

        static <V> Bound<V> closed(String name, V member) {
            return new Bound<>('[', CommandBuilder.notNull(name, member));
        }

        static <V> Bound<V> open(String name, V member) {
            return new Bound<>('(', CommandBuilder.notNull(name, member));
        }

        void writeTo(CommandBuilder<?, V> command) {
            if (member == null) {
                command.word(String.valueOf(sign));
            } else {
                command.markedValue("a bound of range", sign, member);
            }
        }
    }
}
