package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How SCRIPT DEBUG lets scripts be followed step by step. */
public enum ScriptDebugMode implements CommandArgs {
    /** In a copy of the server, whose changes are thrown away. */
    YES,
    /** In the server itself, which does nothing else meanwhile. */
    SYNC,
    /** Not at all. */
    NO;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
