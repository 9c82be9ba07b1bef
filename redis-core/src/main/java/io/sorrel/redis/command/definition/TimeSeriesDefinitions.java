package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.TsAggregator;
import io.sorrel.redis.command.args.TsAlterArgs;
import io.sorrel.redis.command.args.TsCreateArgs;
import io.sorrel.redis.command.args.TsFilter;
import io.sorrel.redis.command.reply.TimeSeriesInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on time series as a whole: to make them, to find them by their labels, and to have one fill another. Part of
 * Redis since 8.0.0, where it is built with its modules; before, the module RedisTimeSeries. Tested with the replies
 * that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@CommandGroup(value = "TimeSeries", accessor = "timeSeries")
public final class TimeSeriesDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec TS_ALTER =
            SPECS.add(CommandSpec.write("TS.ALTER", "8.0.0").key());
    private static final CommandSpec TS_CREATE =
            SPECS.add(CommandSpec.write("TS.CREATE", "8.0.0").key());
    private static final CommandSpec TS_CREATERULE =
            SPECS.add(CommandSpec.write("TS.CREATERULE", "8.0.0").keys(1, 2, 1));
    private static final CommandSpec TS_DELETERULE =
            SPECS.add(CommandSpec.write("TS.DELETERULE", "8.0.0").keys(1, 2, 1));
    private static final CommandSpec TS_INFO =
            SPECS.add(CommandSpec.read("TS.INFO", "8.0.0").key());
    private static final CommandSpec TS_QUERYINDEX = SPECS.add(CommandSpec.read("TS.QUERYINDEX", "8.0.0"));
    private static final CommandSpec TS_QUERYLABELS = SPECS.add(CommandSpec.read("TS.QUERYLABELS", "8.10.0"));

    private static final ReplyDecoder<List<String>> TEXTS = ReplyDecoders.list(ReplyDecoders.string());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<K>> keys;
    private final ReplyDecoder<TimeSeriesInfo<K>> info;

    TimeSeriesDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<K> key = ReplyDecoders.value(codec.keys());
        this.codec = codec;
        this.keys = ReplyDecoders.list(key);
        this.info = new TimeSeriesInfoReply<>(key);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Changes how a series is kept. Complexity: O(N) in the number of labels. Redis command TS.ALTER, since
     * RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param args what changes
     */
    public Command<@Nullable Void> tsAlter(K key, TsAlterArgs args) {
        return command(TS_ALTER).key(key).args("args", args).reply(ReplyDecoders.ok());
    }

    /**
     * Makes an empty series as the server's configuration says. A key that exists fails with a
     * {@code RedisServerException}. Complexity: O(1). Redis command TS.CREATE, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     */
    public Command<@Nullable Void> tsCreate(K key) {
        return tsCreate(key, TsCreateArgs.defaults());
    }

    /**
     * Makes an empty series. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis command
     * TS.CREATE, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param args how it is made
     */
    public Command<@Nullable Void> tsCreate(K key, TsCreateArgs args) {
        return command(TS_CREATE).key(key).args("args", args).reply(ReplyDecoders.ok());
    }

    /**
     * Has one series fill another from now on: the values of each bucket of time become one there. Both must exist, in a
     * cluster in one slot. Complexity: O(1). Redis command TS.CREATERULE, since RedisTimeSeries 1.0.0.
     *
     * @param source key of the series whose samples are put together
     * @param destination key of the series that is filled
     * @param aggregator how the values of a bucket become one
     * @param bucket how long a bucket is, in whole milliseconds
     */
    public Command<@Nullable Void> tsCreateRule(K source, K destination, TsAggregator aggregator, Duration bucket) {
        return rule(source, destination, aggregator, bucket).reply(ReplyDecoders.ok());
    }

    /**
     * Has one series fill another from now on: the values of each bucket of time become one there. Both must exist, in a
     * cluster in one slot. Complexity: O(1). Redis command TS.CREATERULE, since RedisTimeSeries 1.8.0.
     *
     * @param source key of the series whose samples are put together
     * @param destination key of the series that is filled
     * @param aggregator how the values of a bucket become one
     * @param bucket how long a bucket is, in whole milliseconds
     * @param alignment a moment at which a bucket starts, after the epoch
     */
    public Command<@Nullable Void> tsCreateRule(
            K source, K destination, TsAggregator aggregator, Duration bucket, Instant alignment) {
        return rule(source, destination, aggregator, bucket)
                .number(Arguments.epochMillis("alignment", alignment))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Ends that one series fills another; what it has been filled with stays. Complexity: O(1). Redis command
     * TS.DELETERULE, since RedisTimeSeries 1.0.0.
     *
     * @param source key of the series whose samples are put together
     * @param destination key of the series that is filled
     */
    public Command<@Nullable Void> tsDeleteRule(K source, K destination) {
        return command(TS_DELETERULE)
                .key("source", source)
                .key("destination", destination)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Tells how a series is kept. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(1).
     * Redis command TS.INFO, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @return what the server says of it, without its chunks
     */
    public Command<TimeSeriesInfo<K>> tsInfo(K key) {
        return command(TS_INFO).key(key).reply(info);
    }

    /**
     * Tells how a series is kept, chunk by chunk. A key that does not exist fails with a {@code RedisServerException}.
     * Complexity: O(N) in the number of chunks. Redis command TS.INFO with DEBUG, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @return what the server says of it
     */
    public Command<TimeSeriesInfo<K>> tsInfoDebug(K key) {
        return command(TS_INFO).key(key).word("DEBUG").reply(info);
    }

    /**
     * Finds series by their labels. Complexity: O(N) in the number of series found. Redis command TS.QUERYINDEX, since
     * RedisTimeSeries 1.0.0.
     *
     * @param filter which series
     * @return their keys, in no particular order
     */
    public Command<List<K>> tsQueryIndex(TsFilter filter) {
        return command(TS_QUERYINDEX).args("filter", filter).reply(keys);
    }

    /**
     * Lists the labels of all series. Complexity: O(N) in the number of series. Redis command TS.QUERYLABELS with LABELS,
     * since 8.10.0.
     *
     * @return names of labels, in no particular order
     */
    public Command<List<String>> tsQueryLabels() {
        return command(TS_QUERYLABELS).word("LABELS").reply(TEXTS);
    }

    /**
     * Lists the labels of some series. Complexity: O(N) in the number of series found. Redis command TS.QUERYLABELS with
     * LABELS and FILTER, since 8.10.0.
     *
     * @param filter which series
     * @return names of labels, in no particular order
     */
    public Command<List<String>> tsQueryLabels(TsFilter filter) {
        return command(TS_QUERYLABELS)
                .word("LABELS")
                .word("FILTER")
                .args("filter", filter)
                .reply(TEXTS);
    }

    /**
     * Lists the values of a label over all series. Complexity: O(N) in the number of series. Redis command TS.QUERYLABELS
     * with VALUES, since 8.10.0.
     *
     * @param label name of the label
     * @return its values, in no particular order; empty if no series has it
     */
    public Command<List<String>> tsQueryLabelValues(String label) {
        return command(TS_QUERYLABELS).word("VALUES").text("label", label).reply(TEXTS);
    }

    /**
     * Lists the values of a label over some series. Complexity: O(N) in the number of series found. Redis command
     * TS.QUERYLABELS with VALUES and FILTER, since 8.10.0.
     *
     * @param label name of the label
     * @param filter which series
     * @return its values, in no particular order; empty if no such series has it
     */
    public Command<List<String>> tsQueryLabelValues(String label, TsFilter filter) {
        return command(TS_QUERYLABELS)
                .word("VALUES")
                .text("label", label)
                .word("FILTER")
                .args("filter", filter)
                .reply(TEXTS);
    }

    private CommandBuilder<K, V> rule(K source, K destination, TsAggregator aggregator, Duration bucket) {
        return command(TS_CREATERULE)
                .key("source", source)
                .key("destination", destination)
                .word("AGGREGATION")
                .word(CommandBuilder.notNull("aggregator", aggregator).word())
                .number(Arguments.positiveMillis("bucket", bucket));
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
