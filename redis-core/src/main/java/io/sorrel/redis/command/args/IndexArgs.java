package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.List;

/** Options of FT.CREATE: which documents are indexed, and what is kept of them. Immutable. */
public final class IndexArgs implements CommandArgs {
    private final Options options;

    private IndexArgs(Options options) {
        this.options = options;
    }

    /** Hashes (ON HASH). */
    public static IndexArgs hashes() {
        return new IndexArgs(Options.NONE.with("ON", command -> command.word("HASH")));
    }

    /** JSON documents (ON JSON, since RediSearch 2.2). */
    public static IndexArgs json() {
        return new IndexArgs(Options.NONE.with("ON", command -> command.word("JSON")));
    }

    /** Queries for all documents are fast (INDEXALL ENABLE, since RediSearch 2.10). */
    public IndexArgs indexAll() {
        return with("INDEXALL", command -> command.word("ENABLE"));
    }

    /**
     * Only documents of which the key begins with one of some texts (PREFIX).
     *
     * @param prefixes at least one
     */
    public IndexArgs prefixes(String... prefixes) {
        return with("PREFIX", counted("a prefix", SearchNames.texts("prefixes", prefixes)));
    }

    /**
     * Only documents for which an expression is true (FILTER), such as {@code @age > 17}.
     *
     * @param expression as that of APPLY
     */
    public IndexArgs filter(String expression) {
        return text("FILTER", "expression", expression);
    }

    /**
     * Of which language the documents are unless they tell (LANGUAGE).
     *
     * @param language such as {@code german}; the server's default is English
     */
    public IndexArgs language(String language) {
        return text("LANGUAGE", "language", language);
    }

    /** In which field a document tells of which language it is (LANGUAGE_FIELD). */
    public IndexArgs languageField(String field) {
        return text("LANGUAGE_FIELD", "field", field);
    }

    /**
     * How much documents count unless they tell (SCORE).
     *
     * @param score from 0 to 1; 1 unless told
     */
    public IndexArgs score(double score) {
        Arguments.between("score", score, 0, 1);
        return with("SCORE", command -> command.number(score));
    }

    /** In which field a document tells how much it counts, from 0 to 1 (SCORE_FIELD). */
    public IndexArgs scoreField(String field) {
        return text("SCORE_FIELD", "field", field);
    }

    /** In which field a document has what scorers of one's own are handed (PAYLOAD_FIELD). */
    public IndexArgs payloadField(String field) {
        return text("PAYLOAD_FIELD", "field", field);
    }

    /** More than 32 fields of text may be added later (MAXTEXTFIELDS). */
    public IndexArgs maxTextFields() {
        return new IndexArgs(options.with("MAXTEXTFIELDS"));
    }

    /**
     * The index ends, with the documents, when it has not been used for a time (TEMPORARY).
     *
     * @param unused in whole seconds, longer than zero
     */
    public IndexArgs temporary(Duration unused) {
        long seconds = Arguments.positiveSeconds("unused", unused);
        return with("TEMPORARY", command -> command.number(seconds));
    }

    /** Does not keep where words stand (NOOFFSETS); less memory, but no phrases and nothing of {@link #noHighlight}. */
    public IndexArgs noOffsets() {
        return new IndexArgs(options.with("NOOFFSETS"));
    }

    /** Does not keep what highlighting and summaries take (NOHL). */
    public IndexArgs noHighlight() {
        return new IndexArgs(options.with("NOHL"));
    }

    /** Does not keep in which field a word stands (NOFIELDS), so that queries cannot ask for fields of text. */
    public IndexArgs noFields() {
        return new IndexArgs(options.with("NOFIELDS"));
    }

    /** Does not keep how often a word stands in a document (NOFREQS), which scores then do not tell. */
    public IndexArgs noFrequencies() {
        return new IndexArgs(options.with("NOFREQS"));
    }

    /**
     * Words that are not indexed (STOPWORDS), in place of the server's list.
     *
     * @param words none for indexing all words
     */
    public IndexArgs stopWords(String... words) {
        CommandBuilder.notNull("words", words);
        List<String> present = words.length == 0 ? List.of() : SearchNames.texts("words", words);
        return with("STOPWORDS", counted("a word", present));
    }

    /** Documents that exist already are not indexed (SKIPINITIALSCAN). */
    public IndexArgs skipInitialScan() {
        return new IndexArgs(options.with("SKIPINITIALSCAN"));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
    }

    private IndexArgs text(String word, String name, String text) {
        SearchNames.text(name, text);
        return with(word, command -> command.text(name, text));
    }

    private IndexArgs with(String word, CommandArgs values) {
        return new IndexArgs(options.with(word, values));
    }

    private static CommandArgs counted(String name, List<String> texts) {
        return command -> {
            command.number(texts.size());
            texts.forEach(text -> command.text(name, text));
        };
    }
}
