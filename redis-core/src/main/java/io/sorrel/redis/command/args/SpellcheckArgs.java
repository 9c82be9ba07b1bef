package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.List;

/** Options of FT.SPELLCHECK: how different words may be, and which others there are. Immutable. */
public final class SpellcheckArgs implements CommandArgs {
    private static final SpellcheckArgs DEFAULTS = new SpellcheckArgs(Options.NONE, 2);

    private final Options options;
    private final int dialect;

    private SpellcheckArgs(Options options, int dialect) {
        this.options = options;
        this.dialect = dialect;
    }

    /** Words of the index that differ in one letter. */
    public static SpellcheckArgs defaults() {
        return DEFAULTS;
    }

    /**
     * In how many letters words may differ (DISTANCE).
     *
     * @param letters from 1 to 4; 1 unless told
     */
    public SpellcheckArgs distance(int letters) {
        Arguments.between("letters", letters, 1, 4);
        return new SpellcheckArgs(options.with("DISTANCE", command -> command.number(letters)), dialect);
    }

    /**
     * Also words of a dictionary (TERMS INCLUDE).
     *
     * @param dictionary name of a dictionary of FT.DICTADD
     * @param words further words
     */
    public SpellcheckArgs include(String dictionary, String... words) {
        return terms("INCLUDE", dictionary, words);
    }

    /**
     * Not the words of a dictionary, which are not checked either (TERMS EXCLUDE).
     *
     * @param dictionary name of a dictionary of FT.DICTADD
     * @param words further words
     */
    public SpellcheckArgs exclude(String dictionary, String... words) {
        return terms("EXCLUDE", dictionary, words);
    }

    /**
     * How the query is read (DIALECT).
     *
     * @param newDialect 1 or more; 2 unless told
     */
    public SpellcheckArgs dialect(int newDialect) {
        return new SpellcheckArgs(options, (int) Arguments.positive("newDialect", newDialect));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
        command.word("DIALECT").number(dialect);
    }

    private SpellcheckArgs terms(String kind, String dictionary, String... words) {
        SearchNames.text("dictionary", dictionary);
        CommandBuilder.notNull("words", words);
        List<String> present = words.length == 0 ? List.of() : SearchNames.texts("words", words);
        return new SpellcheckArgs(
                options.also("TERMS", command -> {
                    command.word(kind).text("dictionary", dictionary);
                    present.forEach(word -> command.text("a word", word));
                }),
                dialect);
    }
}
