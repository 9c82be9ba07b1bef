package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.TimeRange;
import io.sorrel.redis.command.args.TsFilter;
import io.sorrel.redis.command.args.TsGroupBy;
import io.sorrel.redis.command.args.TsLabels;
import io.sorrel.redis.command.args.TsMRangeArgs;
import io.sorrel.redis.command.args.TsRangeArgs;
import io.sorrel.redis.command.reply.TimeRow;
import io.sorrel.redis.command.reply.TimeSample;
import io.sorrel.redis.command.reply.TimeSeriesGroup;
import io.sorrel.redis.command.reply.TimeSeriesSamples;
import java.util.List;

/**
 * Commands that read ranges of time series, of one by its key, of several by their labels. Results are ordered by time,
 * in the reversed commands the latest first. Part of Redis since 8.0.0, where it is built with its modules; before, the
 * module RedisTimeSeries. Tested with the replies that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "TimeRange", accessor = "timeRanges")
public final class TimeRangeDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec TS_MRANGE = SPECS.add(CommandSpec.read("TS.MRANGE", "8.0.0"));
    private static final CommandSpec TS_MREVRANGE = SPECS.add(CommandSpec.read("TS.MREVRANGE", "8.0.0"));
    private static final CommandSpec TS_NRANGE =
            SPECS.add(CommandSpec.read("TS.NRANGE", "8.10.0").movableKeys());
    private static final CommandSpec TS_NREVRANGE =
            SPECS.add(CommandSpec.read("TS.NREVRANGE", "8.10.0").movableKeys());
    private static final CommandSpec TS_RANGE =
            SPECS.add(CommandSpec.read("TS.RANGE", "8.0.0").key());
    private static final CommandSpec TS_REVRANGE =
            SPECS.add(CommandSpec.read("TS.REVRANGE", "8.0.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<TimeSeriesSamples<K>>> series;

    TimeRangeDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.series = SeriesReplies.samples(ReplyDecoders.value(codec.keys()));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Reads samples of several series, without their labels. Complexity: O(N / M + K) in the number of samples, of samples
     * of a chunk, and of samples returned. Redis command TS.MRANGE, since RedisTimeSeries 1.0.0.
     *
     * @param range which moments
     * @param filter which series
     * @return the samples of each series
     */
    public Command<List<TimeSeriesSamples<K>>> tsMrange(TimeRange range, TsFilter filter) {
        return tsMrange(range, filter, TsMRangeArgs.all());
    }

    /**
     * Reads samples of several series. Complexity: O(N / M + K) in the number of samples, of samples of a chunk, and of
     * samples returned. Redis command TS.MRANGE, since RedisTimeSeries 1.0.0.
     *
     * @param range which moments
     * @param filter which series
     * @param args which samples and labels
     * @return the samples of each series
     */
    public Command<List<TimeSeriesSamples<K>>> tsMrange(TimeRange range, TsFilter filter, TsMRangeArgs args) {
        return filtered(TS_MRANGE, range, filter, args).reply(series);
    }

    /**
     * Reads samples of several series, of which those with the same value of a label become one. Complexity: O(N / M + K)
     * in the number of samples, of samples of a chunk, and of samples returned. Redis command TS.MRANGE with GROUPBY,
     * since RedisTimeSeries 1.6.0.
     *
     * @param range which moments
     * @param filter which series
     * @param groupBy by which label, and how the values of a moment become one
     * @param args which samples, and how they are put together before
     * @return the samples of each group
     */
    public Command<List<TimeSeriesGroup>> tsMrangeGrouped(
            TimeRange range, TsFilter filter, TsGroupBy groupBy, TsRangeArgs args) {
        return grouped(TS_MRANGE, range, filter, groupBy, args);
    }

    /**
     * Reads samples of several series, the latest first. Complexity: O(N / M + K) in the number of samples, of samples of a
     * chunk, and of samples returned. Redis command TS.MREVRANGE, since RedisTimeSeries 1.4.0.
     *
     * @param range which moments
     * @param filter which series
     * @param args which samples and labels
     * @return the samples of each series
     */
    public Command<List<TimeSeriesSamples<K>>> tsMrevRange(TimeRange range, TsFilter filter, TsMRangeArgs args) {
        return filtered(TS_MREVRANGE, range, filter, args).reply(series);
    }

    /**
     * Reads samples of several series, the latest first, of which those with the same value of a label become one.
     * Complexity: O(N / M + K) in the number of samples, of samples of a chunk, and of samples returned. Redis command
     * TS.MREVRANGE with GROUPBY, since RedisTimeSeries 1.6.0.
     *
     * @param range which moments
     * @param filter which series
     * @param groupBy by which label, and how the values of a moment become one
     * @param args which samples, and how they are put together before
     * @return the samples of each group
     */
    public Command<List<TimeSeriesGroup>> tsMrevRangeGrouped(
            TimeRange range, TsFilter filter, TsGroupBy groupBy, TsRangeArgs args) {
        return grouped(TS_MREVRANGE, range, filter, groupBy, args);
    }

    /**
     * Reads samples of some series side by side, moment by moment. Complexity: O(S * (N / M + K)) in the number of series,
     * of their samples, of samples of a chunk, and of samples returned. Redis command TS.NRANGE, since 8.10.0. In a cluster
     * all keys must be in one slot.
     *
     * @param range which moments
     * @param args which samples, and how they are put together: with one aggregator for each series
     * @param keys keys of the series, at least one
     * @return for each moment with a sample the values of all series
     */
    @SafeVarargs
    public final Command<List<TimeRow>> tsNrange(TimeRange range, TsRangeArgs args, K... keys) {
        return sideBySide(TS_NRANGE, range, args, keys);
    }

    /**
     * Reads samples of some series side by side, moment by moment, the latest first. Complexity: O(S * (N / M + K)) in the
     * number of series, of their samples, of samples of a chunk, and of samples returned. Redis command TS.NREVRANGE, since
     * 8.10.0. In a cluster all keys must be in one slot.
     *
     * @param range which moments
     * @param args which samples, and how they are put together: with one aggregator for each series
     * @param keys keys of the series, at least one
     * @return for each moment with a sample the values of all series
     */
    @SafeVarargs
    public final Command<List<TimeRow>> tsNrevRange(TimeRange range, TsRangeArgs args, K... keys) {
        return sideBySide(TS_NREVRANGE, range, args, keys);
    }

    /**
     * Reads samples. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(N / M + K) in the
     * number of samples, of samples of a chunk, and of samples returned. Redis command TS.RANGE, since RedisTimeSeries
     * 1.0.0.
     *
     * @param key key of the series
     * @param range which moments
     * @return the samples
     */
    public Command<List<TimeSample>> tsRange(K key, TimeRange range) {
        return tsRange(key, range, TsRangeArgs.all());
    }

    /**
     * Reads samples. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(N / M + K) in the
     * number of samples, of samples of a chunk, and of samples returned. Redis command TS.RANGE, since RedisTimeSeries
     * 1.0.0.
     *
     * @param key key of the series
     * @param range which moments
     * @param args which samples, and how they are put together: in one way
     * @return the samples
     */
    public Command<List<TimeSample>> tsRange(K key, TimeRange range, TsRangeArgs args) {
        return range(TS_RANGE, key, range, args);
    }

    /**
     * Reads samples, the latest first. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(N
     * / M + K) in the number of samples, of samples of a chunk, and of samples returned. Redis command TS.REVRANGE, since
     * RedisTimeSeries 1.4.0.
     *
     * @param key key of the series
     * @param range which moments
     * @param args which samples, and how they are put together: in one way
     * @return the samples
     */
    public Command<List<TimeSample>> tsRevRange(K key, TimeRange range, TsRangeArgs args) {
        return range(TS_REVRANGE, key, range, args);
    }

    private Command<List<TimeSample>> range(CommandSpec spec, K key, TimeRange range, TsRangeArgs args) {
        return command(spec)
                .key(key)
                .args("range", range)
                .args("args", oneWay(args))
                .reply(TimeSeriesReplies.SAMPLES);
    }

    private Command<List<TimeRow>> sideBySide(CommandSpec spec, TimeRange range, TsRangeArgs args, K[] keys) {
        CommandBuilder<K, V> command = command(spec).countedKeys("keys", keys);
        int ways = CommandBuilder.notNull("args", args).ways();
        if (args.isAggregated() && ways != keys.length) {
            throw new IllegalArgumentException(
                    "args must have one aggregator for each key, but has " + ways + " for " + keys.length);
        }
        return command.args("range", range).args("args", args).reply(TimeSeriesReplies.ROWS);
    }

    private CommandBuilder<K, V> filtered(CommandSpec spec, TimeRange range, TsFilter filter, TsMRangeArgs args) {
        return command(spec)
                .args("range", range)
                .args("args", args)
                .word("FILTER")
                .args("filter", filter);
    }

    /** Labels are asked for as RESP2 has the sources of a group among them. */
    private Command<List<TimeSeriesGroup>> grouped(
            CommandSpec spec, TimeRange range, TsFilter filter, TsGroupBy groupBy, TsRangeArgs args) {
        TsMRangeArgs all = TsMRangeArgs.all().samples(oneWay(args)).labels(TsLabels.all());
        return filtered(spec, range, filter, all).args("groupBy", groupBy).reply(SeriesReplies::groups);
    }

    private static TsRangeArgs oneWay(TsRangeArgs args) {
        if (CommandBuilder.notNull("args", args).ways() > 1) {
            throw new IllegalArgumentException("args must have one aggregator, but has " + args.ways());
        }
        return args;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
