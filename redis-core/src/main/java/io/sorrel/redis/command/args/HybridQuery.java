package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of FT.HYBRID: a search for words and one for near vectors, how their results become one, and steps that are
 * taken with it in the order in which they are given. Fields are named with an at sign or without. Immutable.
 */
public final class HybridQuery implements CommandArgs {
    private final HybridText text;
    private final HybridVector vector;
    private final @Nullable HybridFusion fusion;
    private final Pipeline steps;
    private final QueryParams params;
    private final long timeoutMillis;

    private HybridQuery(
            HybridText text,
            HybridVector vector,
            @Nullable HybridFusion fusion,
            Pipeline steps,
            QueryParams params,
            long timeoutMillis) {
        this.text = text;
        this.vector = vector;
        this.fusion = fusion;
        this.steps = steps;
        this.params = params;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * The 10 best documents by both searches, with their keys and scores unless fields are loaded.
     *
     * @param text the search for words
     * @param vector the search for near vectors
     */
    public static HybridQuery of(HybridText text, HybridVector vector) {
        CommandBuilder.notNull("text", text);
        CommandBuilder.notNull("vector", vector);
        return new HybridQuery(text, vector, null, Pipeline.EMPTY, QueryParams.none(), 0);
    }

    /** How the two results become one (COMBINE); by rank unless told. */
    public HybridQuery combine(HybridFusion newFusion) {
        CommandBuilder.notNull("newFusion", newFusion);
        return new HybridQuery(text, vector, newFusion, steps, params, timeoutMillis);
    }

    /**
     * Fields of the documents (LOAD).
     *
     * @param fields their names, or paths, at least one
     */
    public HybridQuery load(String... fields) {
        return with(steps.load(QueryField.all("fields", fields)));
    }

    /**
     * Fields of the documents, some under other names (LOAD).
     *
     * @param fields at least one
     */
    public HybridQuery load(QueryField... fields) {
        return with(steps.load(QueryField.all("fields", fields)));
    }

    /** All fields of the documents (LOAD *, since 8.6.0). */
    public HybridQuery loadAll() {
        return with(steps.loadAll());
    }

    /**
     * Documents with the same values of some fields become one row (GROUPBY).
     *
     * @param fields names of these fields, at least one
     * @param reducers what is made of the documents of a group
     */
    public HybridQuery groupBy(List<String> fields, Reducer... reducers) {
        String[] names = CommandBuilder.notNull("fields", fields).toArray(new String[0]);
        return with(steps.groupBy(SearchNames.properties("fields", names), reducers));
    }

    /**
     * Rows get a further field, or other values of one (APPLY).
     *
     * @param expression what its values are, such as {@code @price * @count}
     * @param alias its name
     */
    public HybridQuery apply(String expression, String alias) {
        return with(steps.apply(expression, alias));
    }

    /**
     * Only rows for which an expression is true (FILTER).
     *
     * @param expression such as {@code @count > 3}
     */
    public HybridQuery filter(String expression) {
        return with(steps.filter(expression));
    }

    /**
     * By fields, not by how well documents fit (SORTBY).
     *
     * @param fields at least one, the most important first
     */
    public HybridQuery sortBy(SortField... fields) {
        return with(steps.sortBy(0, fields));
    }

    /** In no order, not by how well documents fit (NOSORT). */
    public HybridQuery noSort() {
        return with(steps.noSort());
    }

    /**
     * Only a part of the rows (LIMIT).
     *
     * @param offset how many to leave out, not negative
     * @param count how many to return at most, not negative
     */
    public HybridQuery limit(long offset, long count) {
        return with(steps.limit(offset, count));
    }

    /**
     * What stands for the parameters of the query (PARAMS).
     *
     * @param newParams without {@code vsim}, which is the name of the vector
     */
    public HybridQuery params(QueryParams newParams) {
        vector.in(CommandBuilder.notNull("newParams", newParams));
        return new HybridQuery(text, vector, fusion, steps, newParams, timeoutMillis);
    }

    /**
     * How long the server searches, in place of what it is configured for (TIMEOUT).
     *
     * @param timeout in whole milliseconds, longer than zero
     */
    public HybridQuery timeout(Duration timeout) {
        long millis = Arguments.positiveMillis("timeout", timeout);
        return new HybridQuery(text, vector, fusion, steps, params, millis);
    }

    /** Writes the parameters before the steps, of which the server takes a filter behind the vector for that one's. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        text.writeTo(command);
        vector.writeTo(command);
        if (fusion != null) {
            fusion.writeTo(command);
        }
        vector.in(params).writeTo(command);
        steps.writeTo(command);
        if (timeoutMillis > 0) {
            command.word("TIMEOUT").number(timeoutMillis);
        }
    }

    private HybridQuery with(Pipeline changed) {
        return new HybridQuery(text, vector, fusion, changed, params, timeoutMillis);
    }
}
