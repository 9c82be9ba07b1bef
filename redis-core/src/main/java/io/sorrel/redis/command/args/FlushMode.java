package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Whether a server frees what it deletes before it replies. */
public enum FlushMode implements CommandArgs {
    /** Before it replies; nothing else is served meanwhile (since 6.2.0). */
    SYNC,
    /** On a thread of its own, after the reply. */
    ASYNC;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
