package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What the ends of a range of bits are counted in. */
public enum BitUnit implements CommandArgs {
    /** Whole bytes. */
    BYTE,
    /** Single bits, since 7.0.0. */
    BIT;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
