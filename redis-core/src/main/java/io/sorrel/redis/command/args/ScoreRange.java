package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/**
 * A range of scores of a sorted set; a bound belongs to a closed range and does not to an open one. Bounds may be
 * infinite but must be numbers, and the lower one must not be greater than the upper one. Immutable.
 */
public final class ScoreRange implements CommandArgs {
    private static final double LONGEST_EXACT = 1L << 53;
    private static final ScoreRange ALL = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Bound min;
    private final Bound max;

    private ScoreRange(Bound min, Bound max) {
        this.min = min;
        this.max = max;
    }

    /** All scores. */
    public static ScoreRange all() {
        return ALL;
    }

    /** From {@code min} to {@code max}, both included. */
    public static ScoreRange closed(double min, double max) {
        return of(min, false, max, false);
    }

    /** What is greater than {@code min} and less than {@code max}. */
    public static ScoreRange open(double min, double max) {
        return of(min, true, max, true);
    }

    /** From {@code min}, included, to what is less than {@code max}. */
    public static ScoreRange closedOpen(double min, double max) {
        return of(min, false, max, true);
    }

    /** From what is greater than {@code min} to {@code max}, included. */
    public static ScoreRange openClosed(double min, double max) {
        return of(min, true, max, false);
    }

    /** {@code min} and what is greater. */
    public static ScoreRange atLeast(double min) {
        return of(min, false, Double.POSITIVE_INFINITY, false);
    }

    /** What is greater than {@code min}. */
    public static ScoreRange greaterThan(double min) {
        return of(min, true, Double.POSITIVE_INFINITY, false);
    }

    /** {@code max} and what is less. */
    public static ScoreRange atMost(double max) {
        return of(Double.NEGATIVE_INFINITY, false, max, false);
    }

    /** What is less than {@code max}. */
    public static ScoreRange lessThan(double max) {
        return of(Double.NEGATIVE_INFINITY, false, max, true);
    }

    private static ScoreRange of(double min, boolean withoutMin, double max, boolean withoutMax) {
        Arguments.notNan("min", min);
        Arguments.notNan("max", max);
        if (min > max) {
            throw new IllegalArgumentException("min must be at most max, but is " + min + ", and max is " + max);
        }
        return new ScoreRange(new Bound(min, withoutMin), new Bound(max, withoutMax));
    }

    /** Writes the lower bound and then the upper one. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        min.writeTo(command);
        max.writeTo(command);
    }

    /** Writes the upper bound and then the lower one, as commands want it that go from the greatest score down. */
    public void writeReversedTo(CommandBuilder<?, ?> command) {
        max.writeTo(command);
        min.writeTo(command);
    }

    /** One end of a range. */
    private record Bound(double score, boolean open) {
        void writeTo(CommandBuilder<?, ?> command) {
            if (open) {
                command.word("(" + text());
            } else {
                command.number(score);
            }
        }

        private String text() {
            if (Double.isInfinite(score)) {
                return score > 0 ? "inf" : "-inf";
            }
            long whole = (long) score;
            return whole == score && Math.abs(score) <= LONGEST_EXACT ? Long.toString(whole) : Double.toString(score);
        }
    }
}
