package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of TS.MRANGE and TS.MREVRANGE: which samples and which labels are returned. Immutable. */
public final class TsMRangeArgs implements CommandArgs {
    private static final TsMRangeArgs ALL = new TsMRangeArgs(TsRangeArgs.all(), TsLabels.none());

    private final TsRangeArgs samples;
    private final TsLabels labels;

    private TsMRangeArgs(TsRangeArgs samples, TsLabels labels) {
        this.samples = samples;
        this.labels = labels;
    }

    /** All samples, without labels. */
    public static TsMRangeArgs all() {
        return ALL;
    }

    /** Which samples, and how they are put together: in one way, the same for all series. */
    public TsMRangeArgs samples(TsRangeArgs newSamples) {
        if (notNull("newSamples", newSamples).ways() > 1) {
            throw new IllegalArgumentException("newSamples must have one aggregator, but has " + newSamples.ways());
        }
        return new TsMRangeArgs(newSamples, labels);
    }

    /** Which labels. */
    public TsMRangeArgs labels(TsLabels newLabels) {
        return new TsMRangeArgs(samples, notNull("newLabels", newLabels));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        samples.writeFilterTo(command);
        labels.writeTo(command);
        samples.writeAggregationTo(command);
    }
}
