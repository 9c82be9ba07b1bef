package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of SORT and SORT_RO: by what, in which order, which part, and what to return. Immutable. */
public final class SortArgs implements CommandArgs {
    private static final SortArgs DEFAULTS = new SortArgs(null, null, List.of(), false, false);

    private final @Nullable String by;
    private final @Nullable Limit limit;
    private final List<String> get;
    private final boolean descending;
    private final boolean alphabetical;

    private SortArgs(
            @Nullable String by, @Nullable Limit limit, List<String> get, boolean descending, boolean alphabetical) {
        this.by = by;
        this.limit = limit;
        this.get = get;
        this.descending = descending;
        this.alphabetical = alphabetical;
    }

    /** All elements as numbers, the smallest first. */
    public static SortArgs defaults() {
        return DEFAULTS;
    }

    /**
     * By the values of other keys (BY). A cluster refuses it unless all of those keys are in the slot of the sorted key (Redis 7.4),
     * or at all (before).
     *
     * @param pattern name of those keys, in which {@code *} stands for the element; with {@code ->} and a field for
     *     a field of a hash
     */
    public SortArgs by(String pattern) {
        if (CommandBuilder.notNull("pattern", pattern).indexOf('*') < 0) {
            throw new IllegalArgumentException(
                    "pattern must contain * for the element; use unsorted() to leave the order as it is");
        }
        return new SortArgs(pattern, limit, get, descending, alphabetical);
    }

    /** Not sorted at all (BY nosort): only limited and looked up; a sorted set keeps the order of its scores. */
    public SortArgs unsorted() {
        return new SortArgs("nosort", limit, get, descending, alphabetical);
    }

    /**
     * Only a part of the sorted elements (LIMIT).
     *
     * @param offset how many to leave out, not negative
     * @param count how many to return at most, not negative
     */
    public SortArgs limit(long offset, long count) {
        Limit newLimit = new Limit(Arguments.notNegative("offset", offset), Arguments.notNegative("count", count));
        return new SortArgs(by, newLimit, get, descending, alphabetical);
    }

    /**
     * Returns the values of other keys instead of the elements (GET), as many for each element as there are patterns.
     *
     * @param patterns names of those keys, in which {@code *} stands for the element; with {@code ->} and a field for
     *     a field of a hash; {@code #} for the element itself
     */
    public SortArgs get(String... patterns) {
        for (String pattern : CommandBuilder.notEmpty("patterns", patterns)) {
            CommandBuilder.notNull("a pattern of patterns", pattern);
        }
        return new SortArgs(by, limit, List.of(patterns), descending, alphabetical);
    }

    /** The largest first (DESC). */
    public SortArgs descending() {
        return new SortArgs(by, limit, get, true, alphabetical);
    }

    /** As text, not as numbers (ALPHA). */
    public SortArgs alphabetical() {
        return new SortArgs(by, limit, get, descending, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (by != null) {
            command.word("BY").text("pattern", by);
        }
        if (limit != null) {
            command.word("LIMIT").number(limit.offset).number(limit.count);
        }
        for (String pattern : get) {
            command.word("GET").text("pattern", pattern);
        }
        if (descending) {
            command.word("DESC");
        }
        if (alphabetical) {
            command.word("ALPHA");
        }
    }

    /** A part of the sorted elements. */
    private record Limit(long offset, long count) {}
}
