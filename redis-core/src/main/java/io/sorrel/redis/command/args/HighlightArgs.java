package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.List;

/** In which fields FT.SEARCH marks what was found (HIGHLIGHT). Immutable. */
public final class HighlightArgs implements CommandArgs {
    private final Options options;

    private HighlightArgs(Options options) {
        this.options = options;
    }

    /** In all fields that are returned. */
    public static HighlightArgs allFields() {
        return new HighlightArgs(Options.NONE);
    }

    /**
     * In some fields (FIELDS).
     *
     * @param names their names, at least one
     */
    public static HighlightArgs fields(String... names) {
        List<String> present = SearchNames.texts("names", names);
        return new HighlightArgs(Options.NONE.with("FIELDS", command -> {
            command.number(present.size());
            present.forEach(name -> command.text("a name", name));
        }));
    }

    /**
     * What stands before and behind a word that was found (TAGS).
     *
     * @param open before; {@code <b>} unless told
     * @param close behind; {@code </b>} unless told
     */
    public HighlightArgs tags(String open, String close) {
        CommandBuilder.notNull("open", open);
        CommandBuilder.notNull("close", close);
        return new HighlightArgs(
                options.with("TAGS", command -> command.text("open", open).text("close", close)));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
    }
}
