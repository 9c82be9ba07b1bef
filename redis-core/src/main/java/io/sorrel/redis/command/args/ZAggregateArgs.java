package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How unions and intersections of sorted sets make one score of several; without options, their sum. Immutable. */
public final class ZAggregateArgs implements CommandArgs {
    private static final ZAggregateArgs SUM = new ZAggregateArgs(null, new double[0]);

    private final @Nullable String aggregate;
    private final double[] weights;

    private ZAggregateArgs(@Nullable String aggregate, double[] weights) {
        this.aggregate = aggregate;
        this.weights = weights;
    }

    /** The sum of the scores. */
    public static ZAggregateArgs sum() {
        return SUM;
    }

    /** The lowest of the scores (AGGREGATE MIN). */
    public static ZAggregateArgs min() {
        return new ZAggregateArgs("MIN", SUM.weights);
    }

    /** The highest of the scores (AGGREGATE MAX). */
    public static ZAggregateArgs max() {
        return new ZAggregateArgs("MAX", SUM.weights);
    }

    /**
     * Multiplies the scores of each sorted set before (WEIGHTS); without this, by 1.
     *
     * @param weights the factors, as many as there are keys and in their order; numbers, may be infinite
     */
    public ZAggregateArgs weights(double... weights) {
        for (double weight : CommandBuilder.notNull("weights", weights)) {
            Arguments.notNan("a weight of weights", weight);
        }
        if (weights.length == 0) {
            throw new IllegalArgumentException("weights must not be empty");
        }
        return new ZAggregateArgs(aggregate, Arrays.copyOf(weights, weights.length));
    }

    /** Refuses weights that are not as many as the keys. */
    public void checkWeightsFor(int keys) {
        if (weights.length != 0 && weights.length != keys) {
            throw new IllegalArgumentException("args must have a weight for each key, but there are " + weights.length
                    + " weights for " + keys + " keys");
        }
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (weights.length > 0) {
            command.word("WEIGHTS");
        }
        for (double weight : weights) {
            command.number(weight);
        }
        if (aggregate != null) {
            command.word("AGGREGATE").word(aggregate);
        }
    }
}
