package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandBuilder;

/** An index that looks at all vectors, as {@link VectorIndex#flat} makes it. Immutable. */
public final class FlatVectorIndex implements VectorIndex {
    private final Options attributes;

    FlatVectorIndex(Options attributes) {
        this.attributes = attributes;
    }

    /**
     * For how many vectors there is room from the start (INITIAL_CAP).
     *
     * @param vectors at least 1
     */
    public FlatVectorIndex initialCapacity(long vectors) {
        return with("INITIAL_CAP", Arguments.positive("vectors", vectors));
    }

    /**
     * How many vectors are kept together (BLOCK_SIZE).
     *
     * @param vectors at least 1; 1024 unless told
     */
    public FlatVectorIndex blockSize(long vectors) {
        return with("BLOCK_SIZE", Arguments.positive("vectors", vectors));
    }

    private FlatVectorIndex with(String attribute, long value) {
        return new FlatVectorIndex(attributes.with(attribute, command -> command.number(value)));
    }

    /** Writes the way of indexing, the number of words that follow, and these. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        attributes.writeTo(command.word("FLAT").number(attributes.size() * 2L));
    }
}
