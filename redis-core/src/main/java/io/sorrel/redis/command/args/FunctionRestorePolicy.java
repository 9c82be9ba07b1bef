package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What FUNCTION RESTORE does with the libraries that there are. */
public enum FunctionRestorePolicy implements CommandArgs {
    /** They stay; a library or a function of the same name makes the command fail. */
    APPEND,
    /** They are deleted first. */
    FLUSH,
    /** They stay, apart from libraries of the same name; a function of the same name makes the command fail. */
    REPLACE;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
