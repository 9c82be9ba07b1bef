package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** An end of a sorted set. */
public enum SortedSetEnd implements CommandArgs {
    /** Where the lowest score is. */
    MIN,
    /** Where the highest score is. */
    MAX;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
