package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of VSIM: how many elements, which of them, and how hard the server looks. Immutable. */
public final class VSimArgs implements CommandArgs {
    private static final VSimArgs DEFAULTS = new VSimArgs(0, -1, 0, null, -1, false, false);

    private final long count;
    private final double maxDistance;
    private final long explorationFactor;
    private final @Nullable String filter;
    private final long filterEffort;
    private final boolean exact;
    private final boolean onMainThread;

    private VSimArgs(
            long count,
            double maxDistance,
            long explorationFactor,
            @Nullable String filter,
            long filterEffort,
            boolean exact,
            boolean onMainThread) {
        this.count = count;
        this.maxDistance = maxDistance;
        this.explorationFactor = explorationFactor;
        this.filter = filter;
        this.filterEffort = filterEffort;
        this.exact = exact;
        this.onMainThread = onMainThread;
    }

    /** The 10 most similar elements, as far as the server finds them. */
    public static VSimArgs defaults() {
        return DEFAULTS;
    }

    /**
     * So many elements at most (COUNT).
     *
     * @param maximum at least 1; the server's default is 10
     */
    public VSimArgs count(long maximum) {
        return new VSimArgs(
                Arguments.positive("maximum", maximum),
                maxDistance,
                explorationFactor,
                filter,
                filterEffort,
                exact,
                onMainThread);
    }

    /**
     * Only elements that are similar enough (EPSILON).
     *
     * @param distance from 0 to 1; 0.2 is for elements with a score of more than 0.8, in Redis 8.0 of more than 0.9
     */
    public VSimArgs epsilon(double distance) {
        if (!(distance >= 0 && distance <= 1)) {
            throw new IllegalArgumentException("distance must be from 0 to 1, but is " + distance);
        }
        return new VSimArgs(count, distance, explorationFactor, filter, filterEffort, exact, onMainThread);
    }

    /**
     * How many candidates the search looks at (EF); more cost time and find more of the elements that are most similar.
     *
     * @param candidates at least 1; from 50 to 1000 is usual
     */
    public VSimArgs explorationFactor(long candidates) {
        return new VSimArgs(
                count,
                maxDistance,
                Arguments.positive("candidates", candidates),
                filter,
                filterEffort,
                exact,
                onMainThread);
    }

    /**
     * Only elements whose attributes fulfil a condition (FILTER).
     *
     * @param expression as in {@code .year >= 1980 and .genre == "action"}
     */
    public VSimArgs filter(String expression) {
        return new VSimArgs(
                count,
                maxDistance,
                explorationFactor,
                CommandBuilder.notNull("expression", expression),
                filterEffort,
                exact,
                onMainThread);
    }

    /**
     * Only elements whose attributes fulfil a condition, and how many candidates are tried for it (FILTER, FILTER-EF).
     *
     * @param expression as in {@code .year >= 1980 and .genre == "action"}
     * @param maximum how many candidates are tried at most; 0 for all. The server's default is 100 times the count
     */
    public VSimArgs filter(String expression, long maximum) {
        return new VSimArgs(
                count,
                maxDistance,
                explorationFactor,
                CommandBuilder.notNull("expression", expression),
                Arguments.notNegative("maximum", maximum),
                exact,
                onMainThread);
    }

    /** All elements are compared, in O(N), so that none is missed (TRUTH). */
    public VSimArgs truth() {
        return new VSimArgs(count, maxDistance, explorationFactor, filter, filterEffort, true, onMainThread);
    }

    /** The search runs on the server's main thread and holds up other commands (NOTHREAD). */
    public VSimArgs noThread() {
        return new VSimArgs(count, maxDistance, explorationFactor, filter, filterEffort, exact, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (count > 0) {
            command.word("COUNT").number(count);
        }
        if (maxDistance >= 0) {
            command.word("EPSILON").number(maxDistance);
        }
        if (explorationFactor > 0) {
            command.word("EF").number(explorationFactor);
        }
        if (filter != null) {
            command.word("FILTER").text("expression", filter);
        }
        if (filterEffort >= 0) {
            command.word("FILTER-EF").number(filterEffort);
        }
        if (exact) {
            command.word("TRUTH");
        }
        if (onMainThread) {
            command.word("NOTHREAD");
        }
    }
}
