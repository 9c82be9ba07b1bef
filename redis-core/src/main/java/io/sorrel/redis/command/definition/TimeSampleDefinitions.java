package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.TimeRange;
import io.sorrel.redis.command.args.TsAddArgs;
import io.sorrel.redis.command.args.TsFilter;
import io.sorrel.redis.command.args.TsIncrByArgs;
import io.sorrel.redis.command.args.TsLabels;
import io.sorrel.redis.command.args.TsReadArgs;
import io.sorrel.redis.command.args.TsSample;
import io.sorrel.redis.command.reply.SampleAdded;
import io.sorrel.redis.command.reply.TimeSample;
import io.sorrel.redis.command.reply.TimeSeriesSample;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on single samples of time series. Moments are whole milliseconds, not before the epoch; what is finer is
 * dropped. Part of Redis since 8.0.0, where it is built with its modules; before, the module RedisTimeSeries. Tested
 * with the replies that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "TimeSample", accessor = "timeSamples")
public final class TimeSampleDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec TS_ADD =
            SPECS.add(CommandSpec.write("TS.ADD", "8.0.0").key());
    private static final CommandSpec TS_DECRBY =
            SPECS.add(CommandSpec.write("TS.DECRBY", "8.0.0").key());
    private static final CommandSpec TS_DEL =
            SPECS.add(CommandSpec.write("TS.DEL", "8.0.0").key());
    private static final CommandSpec TS_GET =
            SPECS.add(CommandSpec.read("TS.GET", "8.0.0").key());
    private static final CommandSpec TS_INCRBY =
            SPECS.add(CommandSpec.write("TS.INCRBY", "8.0.0").key());
    private static final CommandSpec TS_MADD =
            SPECS.add(CommandSpec.write("TS.MADD", "8.0.0").keys(1, -1, 3));
    private static final CommandSpec TS_MGET = SPECS.add(CommandSpec.read("TS.MGET", "8.0.0"));
    private static final CommandSpec TS_READ =
            SPECS.add(CommandSpec.read("TS.READ", "8.10.0").key());
    private static final CommandSpec TS_READ_BLOCKING =
            CommandSpec.read("TS.READ", "8.10.0").key().blocking().build();

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<TimeSeriesSample<K>>> latest;

    TimeSampleDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.latest = SeriesReplies.latest(ReplyDecoders.value(codec.keys()));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds a sample for this moment by the server's clock; a series is made if there is none. Complexity: O(M) in the
     * number of series that it fills. Redis command TS.ADD, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param value the value; finite, or NaN since Redis 8.6
     * @return its moment, or the latest of the series if the sample was ignored
     */
    public Command<Instant> tsAdd(K key, double value) {
        return tsAdd(key, value, TsAddArgs.defaults());
    }

    /**
     * Adds a sample for this moment by the server's clock. Complexity: O(M) in the number of series that it fills. Redis
     * command TS.ADD, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param value the value; finite, or NaN since Redis 8.6
     * @param args what happens if there is a sample, or no series
     * @return its moment, or the latest of the series if the sample was ignored
     */
    public Command<Instant> tsAdd(K key, double value, TsAddArgs args) {
        return value(command(TS_ADD).key(key).word("*"), value)
                .args("args", args)
                .reply(TimeSeriesReplies::moment);
    }

    /**
     * Adds a sample; a series is made if there is none. Unless the series says otherwise, a sample for a moment that has
     * one fails with a {@code RedisServerException}. Complexity: O(M) in the number of series that it fills. Redis command
     * TS.ADD, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param moment its moment
     * @param value the value; finite, or NaN since Redis 8.6
     * @return its moment, or the latest of the series if the sample was ignored
     */
    public Command<Instant> tsAdd(K key, Instant moment, double value) {
        return tsAdd(key, moment, value, TsAddArgs.defaults());
    }

    /**
     * Adds a sample. Complexity: O(M) in the number of series that it fills. Redis command TS.ADD, since RedisTimeSeries
     * 1.0.0.
     *
     * @param key key of the series
     * @param moment its moment
     * @param value the value; finite, or NaN since Redis 8.6
     * @param args what happens if there is a sample, or no series
     * @return its moment, or the latest of the series if the sample was ignored
     */
    public Command<Instant> tsAdd(K key, Instant moment, double value, TsAddArgs args) {
        CommandBuilder<K, V> command = command(TS_ADD).key(key);
        return value(command.number(Arguments.sinceEpochMillis("moment", moment)), value)
                .args("args", args)
                .reply(TimeSeriesReplies::moment);
    }

    /**
     * Lowers the latest value, as a new sample for this moment by the server's clock; without samples it starts from 0,
     * and a series is made if there is none. Complexity: O(M) in the number of series that it fills. Redis command
     * TS.DECRBY, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param decrement what is taken off; finite
     * @return moment of the sample
     */
    public Command<Instant> tsDecrBy(K key, double decrement) {
        return tsDecrBy(key, decrement, TsIncrByArgs.defaults());
    }

    /**
     * Lowers the latest value, as a new sample or in the latest itself if it is of the same moment; without samples it
     * starts from 0. Complexity: O(M) in the number of series that it fills. Redis command TS.DECRBY, since
     * RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param decrement what is taken off; finite
     * @param args for which moment, and how a new series is made
     * @return moment of the sample
     */
    public Command<Instant> tsDecrBy(K key, double decrement, TsIncrByArgs args) {
        return command(TS_DECRBY)
                .key(key)
                .number(Arguments.finite("decrement", decrement))
                .args("args", args)
                .reply(TimeSeriesReplies::moment);
    }

    /**
     * Deletes samples. Complexity: O(N) in the number of samples deleted. Redis command TS.DEL, since RedisTimeSeries
     * 1.6.0.
     *
     * @param key key of the series
     * @param range which samples
     * @return how many samples were deleted
     */
    public Command<Long> tsDel(K key, TimeRange range) {
        return command(TS_DEL).key(key).args("range", range).reply(ReplyDecoders.integer());
    }

    /**
     * Reads the latest sample. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(1).
     * Redis command TS.GET, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @return its latest sample; null if it has none
     */
    public Command<@Nullable TimeSample> tsGet(K key) {
        return command(TS_GET).key(key).<@Nullable TimeSample>reply(TimeSeriesReplies.sampleOrNull());
    }

    /**
     * Reads the latest sample; of a series that a rule fills also that of a bucket that is not complete. A key that does
     * not exist fails with a {@code RedisServerException}. Complexity: O(1). Redis command TS.GET with LATEST, since
     * RedisTimeSeries 1.8.0.
     *
     * @param key key of the series
     * @return its latest sample; null if it has none
     */
    public Command<@Nullable TimeSample> tsGetLatest(K key) {
        return command(TS_GET).key(key).word("LATEST").<@Nullable TimeSample>reply(TimeSeriesReplies.sampleOrNull());
    }

    /**
     * Raises the latest value, as a new sample for this moment by the server's clock; without samples it starts from 0,
     * and a series is made if there is none. Complexity: O(M) in the number of series that it fills. Redis command
     * TS.INCRBY, since RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param increment what is added; finite
     * @return moment of the sample
     */
    public Command<Instant> tsIncrBy(K key, double increment) {
        return tsIncrBy(key, increment, TsIncrByArgs.defaults());
    }

    /**
     * Raises the latest value, as a new sample or in the latest itself if it is of the same moment; without samples it
     * starts from 0. Complexity: O(M) in the number of series that it fills. Redis command TS.INCRBY, since
     * RedisTimeSeries 1.0.0.
     *
     * @param key key of the series
     * @param increment what is added; finite
     * @param args for which moment, and how a new series is made
     * @return moment of the sample
     */
    public Command<Instant> tsIncrBy(K key, double increment, TsIncrByArgs args) {
        return command(TS_INCRBY)
                .key(key)
                .number(Arguments.finite("increment", increment))
                .args("args", args)
                .reply(TimeSeriesReplies::moment);
    }

    /**
     * Adds samples to series that exist; one that is refused does not keep the others from being added. Complexity: O(N *
     * M) in the number of samples and of series that are filled. Redis command TS.MADD, since RedisTimeSeries 1.0.0.
     *
     * @param samples the samples, at least one
     * @return what became of each, in their order
     */
    @SafeVarargs
    public final Command<List<SampleAdded>> tsMadd(TsSample<K>... samples) {
        return tsMadd(Arrays.asList(CommandBuilder.notEmpty("samples", samples)));
    }

    /**
     * Adds samples to series that exist; one that is refused does not keep the others from being added. Complexity: O(N *
     * M) in the number of samples and of series that are filled. Redis command TS.MADD, since RedisTimeSeries 1.0.0.
     *
     * @param samples the samples, at least one
     * @return what became of each, in their order
     */
    public Command<List<SampleAdded>> tsMadd(Collection<TsSample<K>> samples) {
        CommandBuilder<K, V> command = command(TS_MADD);
        for (TsSample<K> sample : CommandBuilder.notEmpty("samples", samples)) {
            command.key(CommandBuilder.notNull("a sample", sample).key());
            Instant moment = sample.moment();
            if (moment == null) {
                command.word("*");
            } else {
                command.number(moment.toEpochMilli());
            }
            value(command, sample.value());
        }
        return command.reply(TimeSeriesReplies.ADDED);
    }

    /**
     * Reads the latest samples of several series. Complexity: O(N) in the number of series found. Redis command TS.MGET,
     * since RedisTimeSeries 1.0.0.
     *
     * @param filter which series
     * @param labels which of their labels
     * @return their latest samples
     */
    public Command<List<TimeSeriesSample<K>>> tsMget(TsFilter filter, TsLabels labels) {
        return command(TS_MGET)
                .args("labels", labels)
                .word("FILTER")
                .args("filter", filter)
                .reply(latest);
    }

    /**
     * Reads the latest samples of several series; of those that a rule fills also those of buckets that are not complete.
     * Complexity: O(N) in the number of series found. Redis command TS.MGET with LATEST, since RedisTimeSeries 1.8.0.
     *
     * @param filter which series
     * @param labels which of their labels
     * @return their latest samples
     */
    public Command<List<TimeSeriesSample<K>>> tsMgetLatest(TsFilter filter, TsLabels labels) {
        return command(TS_MGET)
                .word("LATEST")
                .args("labels", labels)
                .word("FILTER")
                .args("filter", filter)
                .reply(latest);
    }

    /**
     * Reads samples from a moment on, and waits for them if the options say so; it takes nothing away, so that nothing is
     * lost when a reply is. Complexity: O(log(N) + M) in the number of samples and of those returned. Redis command
     * TS.READ, since 8.10.0.
     *
     * @param key key of the series
     * @param args from where, how much, and for how long the server waits
     * @return the earliest of the samples; fewer than asked for, or none, when the time is up or the key does not exist
     */
    public Command<List<TimeSample>> tsRead(K key, TsReadArgs args) {
        boolean mayBlock = CommandBuilder.notNull("args", args).mayBlock();
        return command(mayBlock ? TS_READ_BLOCKING : TS_READ)
                .key(key)
                .args("args", args)
                .reply(TimeSeriesReplies.SAMPLES);
    }

    private CommandBuilder<K, V> value(CommandBuilder<K, V> command, double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("value must not be infinite, but is " + value);
        }
        return Double.isNaN(value) ? command.word("NaN") : command.number(value);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
