package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What BITFIELD does with a number that does not fit into its field. */
public enum BitFieldOverflow implements CommandArgs {
    /** The upper bits are cut off; signed numbers go on from the other end of their range. */
    WRAP,
    /** The nearest number that fits is stored. */
    SAT,
    /** Nothing is changed, and the answer is null. */
    FAIL;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("OVERFLOW").word(name());
    }
}
