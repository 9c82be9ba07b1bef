package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of FT.SUGADD. Immutable. */
public final class SugAddArgs implements CommandArgs {
    private static final SugAddArgs DEFAULTS = new SugAddArgs(Options.NONE);

    private final Options options;

    private SugAddArgs(Options options) {
        this.options = options;
    }

    /** The score is the new one; no payload. */
    public static SugAddArgs defaults() {
        return DEFAULTS;
    }

    /** The score is added to the one that the text has (INCR). */
    public SugAddArgs increment() {
        return new SugAddArgs(options.with("INCR"));
    }

    /** Something that is kept with the text (PAYLOAD). */
    public SugAddArgs payload(String payload) {
        SearchNames.text("payload", payload);
        return new SugAddArgs(options.with("PAYLOAD", command -> command.text("payload", payload)));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
    }
}
