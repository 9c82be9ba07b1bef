package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What the vectors of a field of an index are, and how they are indexed. Immutable. */
public sealed interface VectorIndex extends CommandArgs permits FlatVectorIndex, HnswVectorIndex, SvsVectorIndex {
    /**
     * Each query looks at all vectors: exact, and slow when there are many (FLAT).
     *
     * @param type what the numbers are
     * @param dimensions how many numbers a vector has, at least 1
     * @param metric what distance is
     */
    static FlatVectorIndex flat(VectorType type, int dimensions, VectorMetric metric) {
        return new FlatVectorIndex(vectors(type, dimensions, metric));
    }

    /**
     * A graph in which queries find most of the nearest vectors fast (HNSW).
     *
     * @param type what the numbers are
     * @param dimensions how many numbers a vector has, at least 1
     * @param metric what distance is
     */
    static HnswVectorIndex hnsw(VectorType type, int dimensions, VectorMetric metric) {
        return new HnswVectorIndex(vectors(type, dimensions, metric));
    }

    /**
     * A graph in which vectors can be compressed (SVS-VAMANA, since 8.2.0).
     *
     * @param type what the numbers are: floating-point numbers of 16 or 32 bits
     * @param dimensions how many numbers a vector has, at least 1
     * @param metric what distance is
     */
    static SvsVectorIndex svsVamana(VectorType type, int dimensions, VectorMetric metric) {
        if (type != VectorType.FLOAT16 && type != VectorType.FLOAT32) {
            throw new IllegalArgumentException("type must be FLOAT16 or FLOAT32, but is " + type);
        }
        return new SvsVectorIndex(vectors(type, dimensions, metric));
    }

    private static Options vectors(VectorType type, int dimensions, VectorMetric metric) {
        CommandBuilder.notNull("type", type);
        Arguments.positive("dimensions", dimensions);
        CommandBuilder.notNull("metric", metric);
        return Options.NONE
                .with("TYPE", command -> command.word(type.name()))
                .with("DIM", command -> command.number(dimensions))
                .with("DISTANCE_METRIC", command -> command.word(metric.word()));
    }
}
