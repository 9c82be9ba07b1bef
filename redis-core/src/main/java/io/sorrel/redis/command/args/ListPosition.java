package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** On which side of an element LINSERT puts the new one. */
public enum ListPosition implements CommandArgs {
    /** Nearer to the head. */
    BEFORE,
    /** Nearer to the tail. */
    AFTER;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
