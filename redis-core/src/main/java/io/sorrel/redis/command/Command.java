package io.sorrel.redis.command;

import org.jspecify.annotations.Nullable;

/**
 * One command, ready to be sent: immutable, and usable any number of times by any thread.
 *
 * @param <T> what its reply is decoded to
 */
public final class Command<T extends @Nullable Object> {
    private final CommandSpec spec;

    private final ReplyDecoder<T> decoder;

    Command(CommandSpec spec, ReplyDecoder<T> decoder) {
        this.decoder = decoder;
        this.spec = spec;
    }

    /** What is known of the command apart from its arguments. */
    public CommandSpec spec() {
        return spec;
    }

    /** Reads its reply. */
    public ReplyDecoder<T> decoder() {
        return decoder;
    }
}
