package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.List;

/**
 * Options of FT.SEARCH: which documents, in which order, and what of them. The query is read in dialect 2 unless told
 * otherwise, whatever the server's default, as parameters and vectors need it. Immutable.
 */
public final class SearchArgs implements CommandArgs {
    private static final SearchArgs DEFAULTS = new SearchArgs(Options.NONE, QueryParams.none(), 2);

    private final Options options;
    private final QueryParams params;
    private final int dialect;

    private SearchArgs(Options options, QueryParams params, int dialect) {
        this.options = options;
        this.params = params;
        this.dialect = dialect;
    }

    /** The first 10 documents with all fields, the best first. */
    public static SearchArgs defaults() {
        return DEFAULTS;
    }

    /** Only the keys of the documents (NOCONTENT). */
    public SearchArgs noContent() {
        return with(options.with("NOCONTENT"));
    }

    /** Words are found only as they stand in the query, not in other forms of the same stem (VERBATIM). */
    public SearchArgs verbatim() {
        return with(options.with("VERBATIM"));
    }

    /** Words that are not indexed are not dropped from the query (NOSTOPWORDS). */
    public SearchArgs noStopWords() {
        return with(options.with("NOSTOPWORDS"));
    }

    /** How well each document fits (WITHSCORES). */
    public SearchArgs withScores() {
        return with(options.with("WITHSCORES"));
    }

    /** How well each document fits, and how that was calculated (WITHSCORES and EXPLAINSCORE). */
    public SearchArgs explainScore() {
        return with(options.with("WITHSCORES").with("EXPLAINSCORE"));
    }

    /** The payload of each document (WITHPAYLOADS). */
    public SearchArgs withPayloads() {
        return with(options.with("WITHPAYLOADS"));
    }

    /** By what each document is sorted (WITHSORTKEYS). */
    public SearchArgs withSortKeys() {
        return with(options.with("WITHSORTKEYS"));
    }

    /**
     * Only documents with a number in a range (FILTER); several filters hold together.
     *
     * @param field a field of numbers
     * @param range which numbers
     */
    public SearchArgs filter(String field, ScoreRange range) {
        String name = SearchNames.field("field", field);
        CommandBuilder.notNull("range", range);
        return with(options.also("FILTER", command -> range.writeTo(command.text("field", name))));
    }

    /**
     * Only documents with a place in a circle (GEOFILTER); several filters hold together.
     *
     * @param field a field of places
     * @param longitude degrees of longitude of the centre, from -180 to 180
     * @param latitude degrees of latitude of the centre, from -85.05112878 to 85.05112878
     * @param radius 0 or more
     * @param unit unit of the radius
     */
    public SearchArgs geoFilter(String field, double longitude, double latitude, double radius, GeoUnit unit) {
        String name = SearchNames.field("field", field);
        Arguments.longitude(longitude);
        Arguments.latitude(latitude);
        Arguments.notNegative("radius", radius);
        CommandBuilder.notNull("unit", unit);
        return with(options.also(
                "GEOFILTER",
                command -> unit.writeTo(command.text("field", name)
                        .number(longitude)
                        .number(latitude)
                        .number(radius))));
    }

    /**
     * Only some documents (INKEYS).
     *
     * @param keys their keys, at least one, as UTF-8
     */
    public SearchArgs inKeys(String... keys) {
        return counted("INKEYS", SearchNames.texts("keys", keys));
    }

    /**
     * Only in some fields of text (INFIELDS).
     *
     * @param fields at least one
     */
    public SearchArgs inFields(String... fields) {
        return counted("INFIELDS", SearchNames.texts("fields", fields));
    }

    /**
     * Only some fields of the documents (RETURN).
     *
     * @param fields their names, or paths, at least one
     */
    public SearchArgs returning(String... fields) {
        return returning(QueryField.all("fields", fields));
    }

    /**
     * Only some fields of the documents, some under other names (RETURN).
     *
     * @param fields at least one
     */
    public SearchArgs returning(QueryField... fields) {
        return returning(QueryField.all("fields", fields));
    }

    private SearchArgs returning(List<QueryField> fields) {
        return with(options.with("RETURN", command -> QueryField.writeTo(command, fields, false)));
    }

    /** Of long texts only the parts around what was found (SUMMARIZE). */
    public SearchArgs summarize(SummarizeArgs args) {
        return with(options.with("SUMMARIZE", CommandBuilder.notNull("args", args)));
    }

    /** With marks around what was found (HIGHLIGHT). */
    public SearchArgs highlight(HighlightArgs args) {
        return with(options.with("HIGHLIGHT", CommandBuilder.notNull("args", args)));
    }

    /**
     * How many other words may stand between those of a phrase (SLOP).
     *
     * @param words 0 or more
     */
    public SearchArgs slop(long words) {
        Arguments.notNegative("words", words);
        return with(options.with("SLOP", command -> command.number(words)));
    }

    /** Words are found only in the order of the query (INORDER); together with {@link #slop}. */
    public SearchArgs inOrder() {
        return with(options.with("INORDER"));
    }

    /**
     * How long the server searches, in place of what it is configured for (TIMEOUT). What it does then is configured, too:
     * it returns what it has, or fails.
     *
     * @param timeout in whole milliseconds, longer than zero
     */
    public SearchArgs timeout(Duration timeout) {
        long millis = Arguments.positiveMillis("timeout", timeout);
        return with(options.with("TIMEOUT", command -> command.number(millis)));
    }

    /**
     * Of which language the query is (LANGUAGE).
     *
     * @param language such as {@code german}
     */
    public SearchArgs language(String language) {
        return text("LANGUAGE", "language", language);
    }

    /** What adds other words to the query, an extension of the server (EXPANDER). */
    public SearchArgs expander(String expander) {
        return text("EXPANDER", "expander", expander);
    }

    /**
     * How it is measured how well a document fits (SCORER).
     *
     * @param scorer such as {@code BM25STD}, {@code TFIDF} or {@code DOCSCORE}
     */
    public SearchArgs scorer(String scorer) {
        return text("SCORER", "scorer", scorer);
    }

    /** What expanders and scorers of one's own are handed (PAYLOAD). */
    public SearchArgs payload(String payload) {
        return text("PAYLOAD", "payload", payload);
    }

    /** By a field, not by how well documents fit (SORTBY). */
    public SearchArgs sortBy(SortField field) {
        CommandBuilder.notNull("field", field);
        return with(options.with("SORTBY", field::writeTo));
    }

    /**
     * By a field, and with the exact number of all documents, for which the server looks at each (SORTBY with WITHCOUNT,
     * since RediSearch 2.8). In dialect 4 it stops early otherwise.
     */
    public SearchArgs sortByWithCount(SortField field) {
        CommandBuilder.notNull("field", field);
        return with(options.with("SORTBY", command -> {
            field.writeTo(command);
            command.word("WITHCOUNT");
        }));
    }

    /**
     * Only a part of the documents that were found (LIMIT).
     *
     * @param offset how many to leave out, not negative
     * @param count how many to return at most, not negative; 0 for the number of documents alone
     */
    public SearchArgs limit(long offset, long count) {
        Arguments.notNegative("offset", offset);
        Arguments.notNegative("count", count);
        return with(options.with("LIMIT", command -> command.number(offset).number(count)));
    }

    /** What stands for the parameters of the query (PARAMS). */
    public SearchArgs params(QueryParams newParams) {
        return new SearchArgs(options, CommandBuilder.notNull("newParams", newParams), dialect);
    }

    /**
     * How the query is read (DIALECT).
     *
     * @param newDialect 1 or more; 2 unless told
     */
    public SearchArgs dialect(int newDialect) {
        return new SearchArgs(options, params, (int) Arguments.positive("newDialect", newDialect));
    }

    /** Whether fields of the documents are returned. */
    public boolean isWithContent() {
        return !options.has("NOCONTENT");
    }

    /** Whether scores are returned. */
    public boolean isWithScores() {
        return options.has("WITHSCORES");
    }

    /** Whether payloads are returned. */
    public boolean isWithPayloads() {
        return options.has("WITHPAYLOADS");
    }

    /** Whether it is returned by what documents are sorted. */
    public boolean isWithSortKeys() {
        return options.has("WITHSORTKEYS");
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
        params.writeTo(command);
        command.word("DIALECT").number(dialect);
    }

    private SearchArgs with(Options changed) {
        return new SearchArgs(changed, params, dialect);
    }

    private SearchArgs text(String word, String name, String text) {
        SearchNames.text(name, text);
        return with(options.with(word, command -> command.text(name, text)));
    }

    private SearchArgs counted(String word, List<String> texts) {
        return with(options.with(word, command -> {
            command.number(texts.size());
            texts.forEach(text -> command.text("a text", text));
        }));
    }
}
