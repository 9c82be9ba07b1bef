package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of FT.SUGGET. Immutable. */
public final class SugGetArgs implements CommandArgs {
    private static final SugGetArgs DEFAULTS = new SugGetArgs(Options.NONE);

    private final Options options;

    private SugGetArgs(Options options) {
        this.options = options;
    }

    /** The 5 best texts that begin as given. */
    public static SugGetArgs defaults() {
        return DEFAULTS;
    }

    /** Also texts of which the beginning differs in one letter (FUZZY). */
    public SugGetArgs fuzzy() {
        return new SugGetArgs(options.with("FUZZY"));
    }

    /**
     * So many texts at most (MAX).
     *
     * @param texts at least 1; 5 unless told
     */
    public SugGetArgs max(long texts) {
        Arguments.positive("texts", texts);
        return new SugGetArgs(options.with("MAX", command -> command.number(texts)));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
    }
}
