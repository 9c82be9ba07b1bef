package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What a node forgets at CLUSTER RESET. */
public enum ClusterResetMode implements CommandArgs {
    /** All other nodes and all slots; a replica becomes a primary without data. */
    SOFT,
    /** Also its own identity and all epochs. */
    HARD;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
