package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How the numbers of a vector set are stored; the first element of a set decides, later ones must agree. */
public enum VectorQuantization implements CommandArgs {
    /** As 32-bit floating-point numbers. */
    NOQUANT,
    /** As signed numbers of 8 bits, a quarter of the memory; the server's default. */
    Q8,
    /** As single bits: the least memory and the fastest, and the least exact. */
    BIN;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
