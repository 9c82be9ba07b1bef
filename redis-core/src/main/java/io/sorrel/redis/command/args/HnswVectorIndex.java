package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** An index that is a graph, as {@link VectorIndex#hnsw} makes it. Immutable. */
public final class HnswVectorIndex implements VectorIndex {
    private final Options attributes;

    HnswVectorIndex(Options attributes) {
        this.attributes = attributes;
    }

    /**
     * For how many vectors there is room from the start (INITIAL_CAP).
     *
     * @param vectors at least 1
     */
    public HnswVectorIndex initialCapacity(long vectors) {
        return with("INITIAL_CAP", Arguments.positive("vectors", vectors));
    }

    /**
     * To how many others a vector is linked in each layer, and in the lowest to twice as many (M).
     *
     * @param links at least 1; 16 unless told
     */
    public HnswVectorIndex maxLinks(long links) {
        return with("M", Arguments.positive("links", links));
    }

    /**
     * How many vectors are looked at to link a new one (EF_CONSTRUCTION): more for a better graph that is slower to make.
     *
     * @param candidates at least 1; 200 unless told
     */
    public HnswVectorIndex constructionCandidates(long candidates) {
        return with("EF_CONSTRUCTION", Arguments.positive("candidates", candidates));
    }

    /**
     * How many vectors a query looks at (EF_RUNTIME): more for better results that take longer.
     *
     * @param candidates at least 1; 10 unless told
     */
    public HnswVectorIndex queryCandidates(long candidates) {
        return with("EF_RUNTIME", Arguments.positive("candidates", candidates));
    }

    /**
     * How much further than its range a query for a range looks (EPSILON), as a part of the range.
     *
     * @param part 0 or more; 0.01 unless told
     */
    public HnswVectorIndex epsilon(double part) {
        Arguments.notNegative("part", part);
        return with("EPSILON", command -> command.number(part));
    }

    private HnswVectorIndex with(String attribute, long value) {
        return with(attribute, command -> command.number(value));
    }

    private HnswVectorIndex with(String attribute, CommandArgs value) {
        return new HnswVectorIndex(attributes.with(attribute, value));
    }

    /** Writes the way of indexing, the number of words that follow, and these. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        attributes.writeTo(command.word("HNSW").number(attributes.size() * 2L));
    }
}
