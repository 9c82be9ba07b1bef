package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** When a new expiry is set; what does not expire counts as expiring never. */
public enum ExpireCondition implements CommandArgs {
    /** Only where there is no expiry. */
    NX,
    /** Only where there is an expiry. */
    XX,
    /** Only where the new expiry is later; never where there is no expiry. */
    GT,
    /** Only where the new expiry is earlier; always where there is no expiry. */
    LT;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
