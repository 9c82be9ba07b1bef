package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** An index that is a graph of vectors that can be compressed, as {@link VectorIndex#svsVamana} makes it. Immutable. */
public final class SvsVectorIndex implements VectorIndex {
    private final Options attributes;

    SvsVectorIndex(Options attributes) {
        this.attributes = attributes;
    }

    /** How the vectors are compressed (COMPRESSION); not at all unless told. */
    public SvsVectorIndex compression(Compression compression) {
        CommandBuilder.notNull("compression", compression);
        return with("COMPRESSION", command -> command.word(compression.word));
    }

    /**
     * How many vectors are looked at to link a new one (CONSTRUCTION_WINDOW_SIZE).
     *
     * @param candidates at least 1; 200 unless told
     */
    public SvsVectorIndex constructionCandidates(long candidates) {
        return with("CONSTRUCTION_WINDOW_SIZE", Arguments.positive("candidates", candidates));
    }

    /**
     * To how many others a vector is linked (GRAPH_MAX_DEGREE).
     *
     * @param links at least 1; 32 unless told
     */
    public SvsVectorIndex maxLinks(long links) {
        return with("GRAPH_MAX_DEGREE", Arguments.positive("links", links));
    }

    /**
     * How many vectors a query looks at (SEARCH_WINDOW_SIZE).
     *
     * @param candidates at least 1; 10 unless told
     */
    public SvsVectorIndex queryCandidates(long candidates) {
        return with("SEARCH_WINDOW_SIZE", Arguments.positive("candidates", candidates));
    }

    /**
     * How much further than its range a query for a range looks (EPSILON), as a part of the range.
     *
     * @param part 0 or more; 0.01 unless told
     */
    public SvsVectorIndex epsilon(double part) {
        Arguments.notNegative("part", part);
        return with("EPSILON", command -> command.number(part));
    }

    /**
     * From how many vectors the server learns how to compress (TRAINING_THRESHOLD).
     *
     * @param vectors at least 1
     */
    public SvsVectorIndex trainingThreshold(long vectors) {
        return with("TRAINING_THRESHOLD", Arguments.positive("vectors", vectors));
    }

    /**
     * To how many dimensions vectors are cut, for the kinds of compression that do so (REDUCE).
     *
     * @param dimensions at least 1, fewer than the vectors have
     */
    public SvsVectorIndex reduce(long dimensions) {
        return with("REDUCE", Arguments.positive("dimensions", dimensions));
    }

    private SvsVectorIndex with(String attribute, long value) {
        return with(attribute, command -> command.number(value));
    }

    private SvsVectorIndex with(String attribute, CommandArgs value) {
        return new SvsVectorIndex(attributes.with(attribute, value));
    }

    /** Writes the way of indexing, the number of words that follow, and these. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        attributes.writeTo(command.word("SVS-VAMANA").number(attributes.size() * 2L));
    }

    /** How vectors are compressed: bits of each number, and where there are two, further bits to look again. */
    public enum Compression {
        /** 4 bits. */
        LVQ4("LVQ4"),
        /** 8 bits. */
        LVQ8("LVQ8"),
        /** 4 and 4 bits. */
        LVQ4X4("LVQ4x4"),
        /** 4 and 8 bits. */
        LVQ4X8("LVQ4x8"),
        /** Fewer dimensions; 4 and 8 bits. */
        LEANVEC4X8("LeanVec4x8"),
        /** Fewer dimensions; 8 and 8 bits. */
        LEANVEC8X8("LeanVec8x8");

        private final String word;

        Compression(String word) {
            this.word = word;
        }
    }
}
