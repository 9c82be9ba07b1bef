package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** The search for near vectors of a hybrid query (VSIM). The vector is sent as the parameter {@code vsim}. Immutable. */
public final class HybridVector implements CommandArgs {
    static final String PARAMETER = "vsim";

    private final String field;
    private final byte[] vector;
    private final CommandArgs method;
    private final @Nullable String filter;
    private final @Nullable String score;

    private HybridVector(
            String field, byte[] vector, CommandArgs method, @Nullable String filter, @Nullable String score) {
        this.field = field;
        this.vector = vector;
        this.method = method;
        this.filter = filter;
        this.score = score;
    }

    /**
     * The nearest vectors, 10 unless told.
     *
     * @param field a field of vectors of 32-bit floating-point numbers
     * @param vector as many numbers as the field has dimensions, all finite
     */
    public static HybridVector of(String field, float... vector) {
        byte[] bytes = Arguments.float32("vector", vector);
        return new HybridVector(SearchNames.property("field", field), bytes, command -> {}, null, null);
    }

    /**
     * The nearest vectors, 10 unless told.
     *
     * @param field a field of vectors of any type
     * @param vector the numbers as they are stored, which are copied
     */
    public static HybridVector ofBytes(String field, byte[] vector) {
        byte[] bytes = CommandBuilder.notNull("vector", vector).clone();
        return new HybridVector(SearchNames.property("field", field), bytes, command -> {}, null, null);
    }

    /**
     * So many (KNN).
     *
     * @param count at least 1
     */
    public HybridVector nearest(long count) {
        Arguments.positive("count", count);
        return with(command -> command.word("KNN").number(2).word("K").number(count));
    }

    /**
     * So many of as many as the server looks at (KNN with EF_RUNTIME), in an index that is a graph.
     *
     * @param count at least 1
     * @param candidates how many the server looks at, at least 1
     */
    public HybridVector nearest(long count, long candidates) {
        Arguments.positive("count", count);
        Arguments.positive("candidates", candidates);
        return with(command -> command.word("KNN")
                .number(4)
                .word("K")
                .number(count)
                .word("EF_RUNTIME")
                .number(candidates));
    }

    /**
     * All that are near enough (RANGE).
     *
     * @param radius largest distance, 0 or more
     */
    public HybridVector within(double radius) {
        Arguments.notNegative("radius", radius);
        return with(command -> command.word("RANGE").number(2).word("RADIUS").number(radius));
    }

    /**
     * All that are near enough (RANGE with EPSILON), in an index that is a graph.
     *
     * @param radius largest distance, 0 or more
     * @param epsilon how much further the server looks, as a part of the radius, 0 or more
     */
    public HybridVector within(double radius, double epsilon) {
        Arguments.notNegative("radius", radius);
        Arguments.notNegative("epsilon", epsilon);
        return with(command -> command.word("RANGE")
                .number(4)
                .word("RADIUS")
                .number(radius)
                .word("EPSILON")
                .number(epsilon));
    }

    /**
     * Only among documents that a query finds (FILTER).
     *
     * @param query as that of FT.SEARCH, such as {@code @price:[100 500]}
     */
    public HybridVector filter(String query) {
        return new HybridVector(field, vector, method, SearchNames.text("query", query), score);
    }

    /** How near the vector is stands in a field of this name (YIELD_SCORE_AS). */
    public HybridVector yieldScoreAs(String name) {
        return new HybridVector(field, vector, method, filter, SearchNames.field("name", name));
    }

    /** The parameters of a query with the vector, which they must not have yet. */
    QueryParams in(QueryParams params) {
        if (params.has(PARAMETER)) {
            throw new IllegalArgumentException(
                    "newParams must not have " + PARAMETER + ", which is the name of the vector");
        }
        return params.bytes(PARAMETER, vector);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("VSIM").text("field", field).word("$" + PARAMETER);
        method.writeTo(command);
        if (filter != null) {
            command.word("FILTER").text("query", filter);
        }
        if (score != null) {
            command.word("YIELD_SCORE_AS").text("name", score);
        }
    }

    private HybridVector with(CommandArgs changed) {
        return new HybridVector(field, vector, changed, filter, score);
    }
}
