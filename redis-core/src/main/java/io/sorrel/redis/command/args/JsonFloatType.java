package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How the numbers of JSON arrays that hold floating-point numbers are stored. */
public enum JsonFloatType implements CommandArgs {
    /** In 16 bits, 10 of them for the fraction. */
    FP16,
    /** In 16 bits, 7 of them for the fraction. */
    BF16,
    /** In 32 bits. */
    FP32,
    /** In 64 bits. */
    FP64;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("FPHA").word(name());
    }
}
