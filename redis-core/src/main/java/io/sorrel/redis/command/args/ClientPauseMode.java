package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Which commands CLIENT PAUSE holds back. */
public enum ClientPauseMode implements CommandArgs {
    /** Only those that write, and scripts that may. */
    WRITE,
    /** All. */
    ALL;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
