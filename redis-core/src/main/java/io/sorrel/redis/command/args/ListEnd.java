package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** One of the two ends of a list. */
public enum ListEnd implements CommandArgs {
    /** The head, where the element with index 0 is. */
    LEFT,
    /** The tail, where the element with index -1 is. */
    RIGHT;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
