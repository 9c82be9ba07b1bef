package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.List;

/**
 * What FT.AGGREGATE makes of the documents that it finds: steps that are taken in the order in which they are given,
 * each with the rows of the one before, and options. Fields are named with an at sign or without. The query is read in
 * dialect 2 unless told otherwise, whatever the server's default. Immutable.
 */
public final class AggregateArgs implements CommandArgs {
    private static final AggregateArgs DEFAULTS =
            new AggregateArgs(Options.NONE, Pipeline.EMPTY, QueryParams.none(), 2);

    private final Options options;
    private final Pipeline steps;
    private final QueryParams params;
    private final int dialect;

    private AggregateArgs(Options options, Pipeline steps, QueryParams params, int dialect) {
        this.options = options;
        this.steps = steps;
        this.params = params;
        this.dialect = dialect;
    }

    /** No steps yet: a row for each of the first 10 documents, with no fields unless they are loaded. */
    public static AggregateArgs defaults() {
        return DEFAULTS;
    }

    /** Words are found only as they stand in the query, not in other forms of the same stem (VERBATIM). */
    public AggregateArgs verbatim() {
        return with(options.with("VERBATIM"));
    }

    /** The rows have the field {@code __score} with how well the document fits (ADDSCORES, since RediSearch 2.10). */
    public AggregateArgs addScores() {
        return with(options.with("ADDSCORES"));
    }

    /**
     * How it is measured how well a document fits (SCORER, since RediSearch 2.10).
     *
     * @param scorer such as {@code BM25STD}, {@code TFIDF} or {@code DOCSCORE}
     */
    public AggregateArgs scorer(String scorer) {
        SearchNames.text("scorer", scorer);
        return with(options.with("SCORER", command -> command.text("scorer", scorer)));
    }

    /**
     * How long the server works, in place of what it is configured for (TIMEOUT). What it does then is configured, too: it
     * returns what it has, or fails.
     *
     * @param timeout in whole milliseconds, longer than zero
     */
    public AggregateArgs timeout(Duration timeout) {
        long millis = Arguments.positiveMillis("timeout", timeout);
        return with(options.with("TIMEOUT", command -> command.number(millis)));
    }

    /**
     * Fields of the documents, which are read for that, unless they are sortable (LOAD).
     *
     * @param fields their names, or paths, at least one
     */
    public AggregateArgs load(String... fields) {
        return with(steps.load(QueryField.all("fields", fields)));
    }

    /**
     * Fields of the documents, some under other names (LOAD).
     *
     * @param fields at least one
     */
    public AggregateArgs load(QueryField... fields) {
        return with(steps.load(QueryField.all("fields", fields)));
    }

    /** All fields of the documents (LOAD *). */
    public AggregateArgs loadAll() {
        return with(steps.loadAll());
    }

    /**
     * Rows with the same values of some fields become one (GROUPBY).
     *
     * @param fields names of these fields, at least one
     * @param reducers what is made of the rows of a group
     */
    public AggregateArgs groupBy(List<String> fields, Reducer... reducers) {
        String[] names = CommandBuilder.notNull("fields", fields).toArray(new String[0]);
        return with(steps.groupBy(SearchNames.properties("fields", names), reducers));
    }

    /**
     * Rows with the same value of a field become one (GROUPBY).
     *
     * @param field name of the field
     * @param reducers what is made of the rows of a group
     */
    public AggregateArgs groupBy(String field, Reducer... reducers) {
        return with(steps.groupBy(List.of(SearchNames.property("field", field)), reducers));
    }

    /**
     * All rows become one (GROUPBY 0).
     *
     * @param reducers what is made of the rows
     */
    public AggregateArgs groupAll(Reducer... reducers) {
        return with(steps.groupBy(List.of(), reducers));
    }

    /**
     * Rows are sorted (SORTBY).
     *
     * @param fields by what, at least one, the most important first
     */
    public AggregateArgs sortBy(SortField... fields) {
        return with(steps.sortBy(0, fields));
    }

    /**
     * Rows are sorted, of which only the first are wanted (SORTBY with MAX).
     *
     * @param max how many, at least 1
     * @param fields by what, at least one, the most important first
     */
    public AggregateArgs sortByTop(long max, SortField... fields) {
        return with(steps.sortBy(Arguments.positive("max", max), fields));
    }

    /**
     * Rows get a further field, or other values of one (APPLY).
     *
     * @param expression what its values are, such as {@code @price * @count}
     * @param alias its name
     */
    public AggregateArgs apply(String expression, String alias) {
        return with(steps.apply(expression, alias));
    }

    /**
     * Only rows for which an expression is true (FILTER).
     *
     * @param expression such as {@code @count > 3}
     */
    public AggregateArgs filter(String expression) {
        return with(steps.filter(expression));
    }

    /**
     * Only a part of the rows (LIMIT).
     *
     * @param offset how many to leave out, not negative
     * @param count how many to return at most, not negative
     */
    public AggregateArgs limit(long offset, long count) {
        return with(steps.limit(offset, count));
    }

    /** What stands for the parameters of the query (PARAMS). */
    public AggregateArgs params(QueryParams newParams) {
        return new AggregateArgs(options, steps, CommandBuilder.notNull("newParams", newParams), dialect);
    }

    /**
     * How the query is read (DIALECT).
     *
     * @param newDialect 1 or more; 2 unless told
     */
    public AggregateArgs dialect(int newDialect) {
        return new AggregateArgs(options, steps, params, (int) Arguments.positive("newDialect", newDialect));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command);
        steps.writeTo(command);
        params.writeTo(command);
        command.word("DIALECT").number(dialect);
    }

    private AggregateArgs with(Options changed) {
        return new AggregateArgs(changed, steps, params, dialect);
    }

    private AggregateArgs with(Pipeline changed) {
        return new AggregateArgs(options, changed, params, dialect);
    }
}
