package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Why a command is in one of the logs of COMMANDLOG. */
public enum CommandLogType implements CommandArgs {
    /** It took long. */
    SLOW("slow"),
    /** It was long itself. */
    LARGE_REQUEST("large-request"),
    /** Its reply was long. */
    LARGE_REPLY("large-reply");

    private final String word;

    CommandLogType(String word) {
        this.word = word;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
    }
}
