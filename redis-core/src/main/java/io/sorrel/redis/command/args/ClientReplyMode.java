package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Which replies CLIENT REPLY lets the server send. */
public enum ClientReplyMode implements CommandArgs {
    /** All. */
    ON,
    /** None, not even to this command. */
    OFF,
    /** None to this command and the next. */
    SKIP;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
