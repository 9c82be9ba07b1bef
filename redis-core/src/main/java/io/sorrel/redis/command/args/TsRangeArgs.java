package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which samples of a range are returned, and how they are put together. Immutable. */
public final class TsRangeArgs implements CommandArgs {
    private static final TsRangeArgs ALL = new TsRangeArgs(false, List.of(), null, 0, null);

    private final boolean latest;
    private final List<Long> moments;
    private final @Nullable ValueRange values;
    private final long count;
    private final @Nullable TsAggregation aggregation;

    private TsRangeArgs(
            boolean latest,
            List<Long> moments,
            @Nullable ValueRange values,
            long count,
            @Nullable TsAggregation aggregation) {
        this.latest = latest;
        this.moments = moments;
        this.values = values;
        this.count = count;
        this.aggregation = aggregation;
    }

    /** All samples. */
    public static TsRangeArgs all() {
        return ALL;
    }

    /** Of a series that a rule fills, also the latest bucket, which may not be complete (LATEST). */
    public TsRangeArgs latest() {
        return new TsRangeArgs(true, moments, values, count, aggregation);
    }

    /**
     * Only samples of some moments (FILTER_BY_TS).
     *
     * @param newMoments at least one, not before the epoch
     */
    public TsRangeArgs filterByTime(Instant... newMoments) {
        List<Long> millis = Arrays.stream(CommandBuilder.notEmpty("newMoments", newMoments))
                .map(moment -> Arguments.sinceEpochMillis("a moment", moment))
                .toList();
        return new TsRangeArgs(latest, millis, values, count, aggregation);
    }

    /**
     * Only samples with a value in a range (FILTER_BY_VALUE).
     *
     * @param min the smallest, included; finite
     * @param max the largest, included; finite, not smaller than {@code min}
     */
    public TsRangeArgs filterByValue(double min, double max) {
        if (Arguments.finite("min", min) > Arguments.finite("max", max)) {
            throw new IllegalArgumentException("min must be at most max, but is " + min + ", and max is " + max);
        }
        return new TsRangeArgs(latest, moments, new ValueRange(min, max), count, aggregation);
    }

    /**
     * So many samples or buckets of each series at most (COUNT).
     *
     * @param maximum at least 1
     */
    public TsRangeArgs count(long maximum) {
        return new TsRangeArgs(latest, moments, values, Arguments.positive("maximum", maximum), aggregation);
    }

    /** Samples are put together in buckets of time. */
    public TsRangeArgs aggregation(TsAggregation newAggregation) {
        return new TsRangeArgs(latest, moments, values, count, notNull("newAggregation", newAggregation));
    }

    /** Whether samples are put together in buckets of time. */
    public boolean isAggregated() {
        return aggregation != null;
    }

    /** How many ways there are to make one value of several; 1 where nothing is put together. */
    public int ways() {
        return aggregation == null ? 1 : aggregation.ways();
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        writeFilterTo(command);
        writeAggregationTo(command);
    }

    /** Writes what stands before the labels. */
    void writeFilterTo(CommandBuilder<?, ?> command) {
        if (latest) {
            command.word("LATEST");
        }
        if (!moments.isEmpty()) {
            command.word("FILTER_BY_TS");
            moments.forEach(command::number);
        }
        if (values != null) {
            command.word("FILTER_BY_VALUE").number(values.min).number(values.max);
        }
    }

    /** Writes what stands behind the labels. */
    void writeAggregationTo(CommandBuilder<?, ?> command) {
        if (count > 0) {
            command.word("COUNT").number(count);
        }
        if (aggregation != null) {
            aggregation.writeTo(command);
        }
    }

    /** A range of values, both ends included. */
    private record ValueRange(double min, double max) {}
}
