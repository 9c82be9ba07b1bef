package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of searches: in which order, and how many members. Immutable. */
public final class GeoSearchArgs implements CommandArgs {
    private static final GeoSearchArgs DEFAULTS = new GeoSearchArgs(null, 0, false);

    private final @Nullable String order;
    private final long count;
    private final boolean any;

    private GeoSearchArgs(@Nullable String order, long count, boolean any) {
        this.order = order;
        this.count = count;
        this.any = any;
    }

    /** All members, in no particular order. */
    public static GeoSearchArgs defaults() {
        return DEFAULTS;
    }

    /** The nearest member first (ASC). */
    public static GeoSearchArgs nearestFirst() {
        return new GeoSearchArgs("ASC", 0, false);
    }

    /** The farthest member first (DESC). */
    public static GeoSearchArgs farthestFirst() {
        return new GeoSearchArgs("DESC", 0, false);
    }

    /**
     * Only the first ones in the order, or the nearest ones where there is no order (COUNT).
     *
     * @param count how many at most, at least 1
     */
    public GeoSearchArgs count(long count) {
        return new GeoSearchArgs(order, Arguments.positive("count", count), false);
    }

    /**
     * Only those that are found first, wherever they are: faster where there are many (COUNT with ANY, since 6.2.0).
     *
     * @param count how many at most, at least 1
     */
    public GeoSearchArgs anyCount(long count) {
        return new GeoSearchArgs(order, Arguments.positive("count", count), true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (order != null) {
            command.word(order);
        }
        if (count > 0) {
            command.word("COUNT").number(count);
        }
        if (any) {
            command.word("ANY");
        }
    }
}
