package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How CLIENT UNBLOCK ends a blocking command. */
public enum UnblockMode implements CommandArgs {
    /** As if its time were up. */
    TIMEOUT,
    /** With an error, an {@code UnblockedException} for its caller. */
    ERROR;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
