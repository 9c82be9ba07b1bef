package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How samples are put together in buckets of time (AGGREGATION). Immutable. */
public final class TsAggregation implements CommandArgs {
    private final List<TsAggregator> aggregators;
    private final long bucket;
    private final @Nullable String alignment;
    private final @Nullable String reported;
    private final boolean empty;

    private TsAggregation(
            List<TsAggregator> aggregators,
            long bucket,
            @Nullable String alignment,
            @Nullable String reported,
            boolean empty) {
        this.aggregators = aggregators;
        this.bucket = bucket;
        this.alignment = alignment;
        this.reported = reported;
        this.empty = empty;
    }

    /**
     * The values of each bucket become one.
     *
     * @param aggregator how
     * @param bucket how long a bucket is, in whole milliseconds
     */
    public static TsAggregation of(TsAggregator aggregator, Duration bucket) {
        return forEach(bucket, aggregator);
    }

    /**
     * The values of each bucket become one, in another way for each series; for TS.NRANGE and TS.NREVRANGE only.
     *
     * @param bucket how long a bucket is, in whole milliseconds
     * @param aggregators how, one for each series in their order
     */
    public static TsAggregation forEach(Duration bucket, TsAggregator... aggregators) {
        for (TsAggregator aggregator : CommandBuilder.notEmpty("aggregators", aggregators)) {
            notNull("aggregator", aggregator);
        }
        long millis = Arguments.positiveMillis("bucket", bucket);
        return new TsAggregation(List.of(aggregators), millis, null, null, false);
    }

    /** One bucket starts at a moment; unasked, at the epoch (ALIGN). */
    public TsAggregation alignTo(Instant moment) {
        String aligned = Long.toString(Arguments.sinceEpochMillis("moment", moment));
        return new TsAggregation(aggregators, bucket, aligned, reported, empty);
    }

    /** One bucket starts where the range starts, which must be a moment (ALIGN). */
    public TsAggregation alignToStart() {
        return new TsAggregation(aggregators, bucket, "-", reported, empty);
    }

    /** One bucket starts where the range ends, which must be a moment (ALIGN). */
    public TsAggregation alignToEnd() {
        return new TsAggregation(aggregators, bucket, "+", reported, empty);
    }

    /** The moment of a result is the end of its bucket; unasked, its start (BUCKETTIMESTAMP). */
    public TsAggregation reportEnd() {
        return new TsAggregation(aggregators, bucket, alignment, "+", empty);
    }

    /** The moment of a result is the middle of its bucket; unasked, its start (BUCKETTIMESTAMP). */
    public TsAggregation reportMiddle() {
        return new TsAggregation(aggregators, bucket, alignment, "~", empty);
    }

    /** Buckets without samples are reported too (EMPTY). */
    public TsAggregation withEmpty() {
        return new TsAggregation(aggregators, bucket, alignment, reported, true);
    }

    /** How many ways there are to make one value of several. */
    int ways() {
        return aggregators.size();
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (alignment != null) {
            command.word("ALIGN").word(alignment);
        }
        command.word("AGGREGATION");
        aggregators.forEach(aggregator -> command.word(aggregator.word()));
        command.number(bucket);
        if (reported != null) {
            command.word("BUCKETTIMESTAMP").word(reported);
        }
        if (empty) {
            command.word("EMPTY");
        }
    }
}
