package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of ZRANGE and ZRANGESTORE: in which direction, and how many members. Immutable. */
public final class ZRangeArgs implements CommandArgs {
    private static final long NO_LIMIT = -1;
    private static final ZRangeArgs ASCENDING = new ZRangeArgs(false, 0, NO_LIMIT);
    private static final ZRangeArgs DESCENDING = new ZRangeArgs(true, 0, NO_LIMIT);

    private final boolean descending;
    private final long offset;
    private final long count;

    private ZRangeArgs(boolean descending, long offset, long count) {
        this.descending = descending;
        this.offset = offset;
        this.count = count;
    }

    /** The member with the lowest score first; members with the same score in the order of their bytes. */
    public static ZRangeArgs ascending() {
        return ASCENDING;
    }

    /** The other way round: the member with the highest score first (REV). */
    public static ZRangeArgs descending() {
        return DESCENDING;
    }

    /**
     * Only a part of the range (LIMIT); for ranges of scores and of members, not of ranks.
     *
     * @param offset how many members to leave out, not negative; the server walks over them
     * @param count how many to take at most, not negative
     */
    public ZRangeArgs limit(long offset, long count) {
        return new ZRangeArgs(
                descending, Arguments.notNegative("offset", offset), Arguments.notNegative("count", count));
    }

    /** Whether the highest score comes first. */
    public boolean isDescending() {
        return descending;
    }

    /** Whether only a part of the range is wanted. */
    public boolean isLimited() {
        return count != NO_LIMIT;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (descending) {
            command.word("REV");
        }
        if (isLimited()) {
            command.word("LIMIT").number(offset).number(count);
        }
    }
}
