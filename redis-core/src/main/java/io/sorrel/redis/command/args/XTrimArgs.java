package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;
import org.jspecify.annotations.Nullable;

/** Which entries of a stream are deleted, from the oldest on. Immutable. */
public final class XTrimArgs implements CommandArgs {
    private static final long SERVER_CHOOSES = -1;

    private final long length;
    private final @Nullable StreamId id;
    private final boolean approximate;
    private final long limit;

    private XTrimArgs(long length, @Nullable StreamId id, boolean approximate, long limit) {
        this.length = length;
        this.id = id;
        this.approximate = approximate;
        this.limit = limit;
    }

    /**
     * All but the newest ones (MAXLEN).
     *
     * @param length how many stay, not negative
     */
    public static XTrimArgs maxLen(long length) {
        return new XTrimArgs(Arguments.notNegative("length", length), null, false, SERVER_CHOOSES);
    }

    /**
     * Those that come before an ID (MINID, since 6.2.0).
     *
     * @param id the lowest ID that stays
     */
    public static XTrimArgs minId(StreamId id) {
        return new XTrimArgs(0, CommandBuilder.notNull("id", id), false, SERVER_CHOOSES);
    }

    /** Not all of them: only those that can be deleted together, in blocks, which is much less work ({@code ~}). */
    public XTrimArgs approximately() {
        return new XTrimArgs(length, id, true, SERVER_CHOOSES);
    }

    /**
     * As {@link #approximately()}, and with a limit (LIMIT, since 6.2.0); without it, the limit is 100 times the
     * entries of a block.
     *
     * @param limit how many entries to delete at most; 0 for without limit
     */
    public XTrimArgs approximately(long limit) {
        return new XTrimArgs(length, id, true, Arguments.notNegative("limit", limit));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(id == null ? "MAXLEN" : "MINID").word(approximate ? "~" : "=");
        if (id == null) {
            command.number(length);
        } else {
            command.word(id.toString());
        }
        if (limit != SERVER_CHOOSES) {
            command.word("LIMIT").number(limit);
        }
    }
}
