package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How much CLUSTER FAILOVER waits for others. */
public enum ClusterFailoverMode implements CommandArgs {
    /** Not for the primary, which may be down: writes that the replica has not got are lost. */
    FORCE,
    /** Neither for the primary nor for the votes of the others: also when most of them are down. */
    TAKEOVER;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
