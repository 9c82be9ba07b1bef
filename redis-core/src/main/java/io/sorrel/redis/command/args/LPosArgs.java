package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of LPOS: where the search begins and how far it goes. Immutable. */
public final class LPosArgs implements CommandArgs {
    private static final LPosArgs DEFAULTS = new LPosArgs(0, 0);

    private final long rank;
    private final long maxLen;

    private LPosArgs(long rank, long maxLen) {
        this.rank = rank;
        this.maxLen = maxLen;
    }

    /** From the first match on, through the whole list. */
    public static LPosArgs defaults() {
        return DEFAULTS;
    }

    /**
     * From which match on (RANK).
     *
     * @param rank 1 for the first match, 2 for the second…; -1 for the last, from where the search goes towards the
     *     head, -2 for the last but one…
     */
    public LPosArgs rank(long rank) {
        if (rank == 0 || rank == Long.MIN_VALUE) {
            throw new IllegalArgumentException("rank must not be 0 or " + Long.MIN_VALUE
                    + "; use 1 for the first match from the head, -1 for the first from the tail");
        }
        return new LPosArgs(rank, maxLen);
    }

    /**
     * How many elements are compared at most (MAXLEN).
     *
     * @param maxLen at least 1
     */
    public LPosArgs maxLen(long maxLen) {
        return new LPosArgs(rank, Arguments.positive("maxLen", maxLen));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (rank != 0) {
            command.word("RANK").number(rank);
        }
        if (maxLen > 0) {
            command.word("MAXLEN").number(maxLen);
        }
    }
}
