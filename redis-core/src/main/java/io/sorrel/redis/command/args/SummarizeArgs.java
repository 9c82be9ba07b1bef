package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.List;

/** In which fields FT.SEARCH returns only the parts around what was found (SUMMARIZE). Immutable. */
public final class SummarizeArgs implements CommandArgs {
    private final Options options;

    private SummarizeArgs(Options options) {
        this.options = options;
    }

    /** In all fields that are returned. */
    public static SummarizeArgs allFields() {
        return new SummarizeArgs(Options.NONE);
    }

    /**
     * In some fields (FIELDS).
     *
     * @param names their names, at least one
     */
    public static SummarizeArgs fields(String... names) {
        List<String> present = SearchNames.texts("names", names);
        return new SummarizeArgs(Options.NONE.with("FIELDS", command -> {
            command.number(present.size());
            present.forEach(name -> command.text("a name", name));
        }));
    }

    /**
     * How many parts (FRAGS).
     *
     * @param parts at least 1; 3 unless told
     */
    public SummarizeArgs fragments(long parts) {
        return with("FRAGS", Arguments.positive("parts", parts));
    }

    /**
     * How many words a part has (LEN).
     *
     * @param words at least 1; 20 unless told
     */
    public SummarizeArgs length(long words) {
        return with("LEN", Arguments.positive("words", words));
    }

    /**
     * What stands behind each part (SEPARATOR).
     *
     * @param separator dots unless told
     */
    public SummarizeArgs separator(String separator) {
        CommandBuilder.notNull("separator", separator);
        return new SummarizeArgs(options.with("SEPARATOR", command -> command.text("separator", separator)));
    }

    private SummarizeArgs with(String word, long number) {
        return new SummarizeArgs(options.with(word, command -> command.number(number)));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
    }
}
