package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.finite;
import static io.sorrel.redis.command.Arguments.notNegative;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.TDigestMergeArgs;
import io.sorrel.redis.command.reply.TDigestInfo;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Commands on t-digests: how floating-point observations are distributed, in little memory; answers are estimates. All
 * but {@code tdigestCreate} and {@code tdigestMerge} fail with a {@code RedisServerException} where the key does not
 * exist. A rank counts the observations that are smaller, and half of those that are equal. Part of Redis since 8.0.0,
 * where it is built with its modules; before, the module RedisBloom. Tested with the replies that their documentation
 * shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "TDigest", accessor = "tdigests")
public final class TDigestDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec TDIGEST_ADD =
            SPECS.add(CommandSpec.write("TDIGEST.ADD", "8.0.0").key());
    private static final CommandSpec TDIGEST_BYRANK =
            SPECS.add(CommandSpec.read("TDIGEST.BYRANK", "8.0.0").key());
    private static final CommandSpec TDIGEST_BYREVRANK =
            SPECS.add(CommandSpec.read("TDIGEST.BYREVRANK", "8.0.0").key());
    private static final CommandSpec TDIGEST_CDF =
            SPECS.add(CommandSpec.read("TDIGEST.CDF", "8.0.0").key());
    private static final CommandSpec TDIGEST_CREATE =
            SPECS.add(CommandSpec.write("TDIGEST.CREATE", "8.0.0").key());
    private static final CommandSpec TDIGEST_INFO =
            SPECS.add(CommandSpec.read("TDIGEST.INFO", "8.0.0").key());
    private static final CommandSpec TDIGEST_MAX =
            SPECS.add(CommandSpec.read("TDIGEST.MAX", "8.0.0").key());
    private static final CommandSpec TDIGEST_MERGE =
            SPECS.add(CommandSpec.write("TDIGEST.MERGE", "8.0.0").key().movableKeys());
    private static final CommandSpec TDIGEST_MIN =
            SPECS.add(CommandSpec.read("TDIGEST.MIN", "8.0.0").key());
    private static final CommandSpec TDIGEST_QUANTILE =
            SPECS.add(CommandSpec.read("TDIGEST.QUANTILE", "8.0.0").key());
    private static final CommandSpec TDIGEST_RANK =
            SPECS.add(CommandSpec.read("TDIGEST.RANK", "8.0.0").key());
    private static final CommandSpec TDIGEST_RESET =
            SPECS.add(CommandSpec.write("TDIGEST.RESET", "8.0.0").key());
    private static final CommandSpec TDIGEST_REVRANK =
            SPECS.add(CommandSpec.read("TDIGEST.REVRANK", "8.0.0").key());
    private static final CommandSpec TDIGEST_TRIMMED_MEAN =
            SPECS.add(CommandSpec.read("TDIGEST.TRIMMED_MEAN", "8.0.0").key());

    private static final ReplyDecoder<List<Double>> NUMBERS = ReplyDecoders.list(ReplyDecoders.real());
    private static final ReplyDecoder<List<Long>> RANKS = ReplyDecoders.list(ReplyDecoders.integer());

    private final RedisCodec<K, V> codec;

    TDigestDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds observations. Complexity: O(N) in the number of observations. Redis command TDIGEST.ADD, since RedisBloom
     * 2.4.0.
     *
     * @param key key of the t-digest
     * @param observations finite numbers, at least one
     */
    public Command<@Nullable Void> tdigestAdd(K key, double... observations) {
        return numbers(TDIGEST_ADD, key, "observations", observations, number -> finite("an observation", number))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Estimates which observations have these ranks. Complexity: O(1) for each. Redis command TDIGEST.BYRANK, since
     * RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param ranks ranks, at least one, 0 for the smallest observation
     * @return for each rank a number; infinity for one behind the largest observation, NaN if there are no observations
     */
    public Command<List<Double>> tdigestByRank(K key, long... ranks) {
        return ranks(TDIGEST_BYRANK, key, ranks).reply(NUMBERS);
    }

    /**
     * Estimates which observations have these ranks, counted from the largest. Complexity: O(1) for each. Redis command
     * TDIGEST.BYREVRANK, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param ranks ranks, at least one, 0 for the largest observation
     * @return for each rank a number; negative infinity for one behind the smallest observation, NaN if there are no
     *     observations
     */
    public Command<List<Double>> tdigestByRevRank(K key, long... ranks) {
        return ranks(TDIGEST_BYREVRANK, key, ranks).reply(NUMBERS);
    }

    /**
     * Estimates which part of the observations is smaller than a number, half of the equal ones included. Complexity:
     * O(1) for each. Redis command TDIGEST.CDF, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param numbers numbers, at least one
     * @return for each number a part from 0 to 1; NaN if there are no observations
     */
    public Command<List<Double>> tdigestCdf(K key, double... numbers) {
        return numbers(TDIGEST_CDF, key, "numbers", numbers, number -> finite("a number", number))
                .reply(NUMBERS);
    }

    /**
     * Makes an empty t-digest with a compression of 100. A key that exists fails with a {@code RedisServerException}.
     * Complexity: O(1). Redis command TDIGEST.CREATE, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     */
    public Command<@Nullable Void> tdigestCreate(K key) {
        return command(TDIGEST_CREATE).key(key).reply(ReplyDecoders.ok());
    }

    /**
     * Makes an empty t-digest. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command TDIGEST.CREATE with COMPRESSION, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param compression how exact it is, at least 1; 100 is usual, 1000 is more exact and takes more memory
     */
    public Command<@Nullable Void> tdigestCreate(K key, long compression) {
        return command(TDIGEST_CREATE)
                .key(key)
                .word("COMPRESSION")
                .number(positive("compression", compression))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Tells how a t-digest is built. Complexity: O(1). Redis command TDIGEST.INFO, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @return what the server says of it
     */
    public Command<TDigestInfo> tdigestInfo(K key) {
        return command(TDIGEST_INFO).key(key).reply(ProbabilisticReplies::tdigestInfo);
    }

    /**
     * Reads the largest observation, exactly. Complexity: O(1). Redis command TDIGEST.MAX, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @return the observation; NaN if there are none
     */
    public Command<Double> tdigestMax(K key) {
        return command(TDIGEST_MAX).key(key).reply(ReplyDecoders.real());
    }

    /**
     * Merges t-digests into another, which is made if it does not exist; what it holds stays. Complexity: O(N * k) in
     * the number of t-digests and of their nodes. Redis command TDIGEST.MERGE, since RedisBloom 2.4.0.
     *
     * @param destination key of the t-digest that is added to
     * @param sources keys of the t-digests that are merged in, at least one
     */
    @SafeVarargs
    public final Command<@Nullable Void> tdigestMerge(K destination, K... sources) {
        return command(TDIGEST_MERGE)
                .key("destination", destination)
                .countedKeys("sources", sources)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Merges t-digests into another, which is made if it does not exist. Complexity: O(N * k) in the number of
     * t-digests and of their nodes. Redis command TDIGEST.MERGE, since RedisBloom 2.4.0.
     *
     * @param destination key of the t-digest that is added to
     * @param args how the destination is treated
     * @param sources keys of the t-digests that are merged in, at least one
     */
    @SafeVarargs
    public final Command<@Nullable Void> tdigestMerge(K destination, TDigestMergeArgs args, K... sources) {
        return command(TDIGEST_MERGE)
                .key("destination", destination)
                .countedKeys("sources", sources)
                .args("args", args)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Reads the smallest observation, exactly. Complexity: O(1). Redis command TDIGEST.MIN, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @return the observation; NaN if there are none
     */
    public Command<Double> tdigestMin(K key) {
        return command(TDIGEST_MIN).key(key).reply(ReplyDecoders.real());
    }

    /**
     * Estimates below which numbers given parts of the observations lie. Complexity: O(1) for each. Redis command
     * TDIGEST.QUANTILE, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param quantiles parts from 0 to 1, at least one; 0.5 for the median
     * @return for each part a number; exact for 0 and 1, NaN if there are no observations
     */
    public Command<List<Double>> tdigestQuantile(K key, double... quantiles) {
        return numbers(TDIGEST_QUANTILE, key, "quantiles", quantiles, part -> quantile("a quantile", part))
                .reply(NUMBERS);
    }

    /**
     * Estimates the ranks of numbers. Complexity: O(1) for each. Redis command TDIGEST.RANK, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param numbers numbers, at least one
     * @return for each number its rank; -1 if all observations are larger, their number if all are smaller, -2 if there
     *     are none
     */
    public Command<List<Long>> tdigestRank(K key, double... numbers) {
        return numbers(TDIGEST_RANK, key, "numbers", numbers, number -> finite("a number", number))
                .reply(RANKS);
    }

    /**
     * Deletes all observations and keeps the compression. Complexity: O(1). Redis command TDIGEST.RESET, since
     * RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     */
    public Command<@Nullable Void> tdigestReset(K key) {
        return command(TDIGEST_RESET).key(key).reply(ReplyDecoders.ok());
    }

    /**
     * Estimates the ranks of numbers, counted from the largest observation. Complexity: O(1) for each. Redis command
     * TDIGEST.REVRANK, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param numbers numbers, at least one
     * @return for each number its rank; -1 if all observations are smaller, their number if all are larger, -2 if there
     *     are none
     */
    public Command<List<Long>> tdigestRevRank(K key, double... numbers) {
        return numbers(TDIGEST_REVRANK, key, "numbers", numbers, number -> finite("a number", number))
                .reply(RANKS);
    }

    /**
     * Estimates the mean of the observations that lie between two quantiles. Complexity: O(N) in the number of nodes.
     * Redis command TDIGEST.TRIMMED_MEAN, since RedisBloom 2.4.0.
     *
     * @param key key of the t-digest
     * @param lowCut part of the observations to leave out as too small, from 0 to 1
     * @param highCut part up to which observations count, from 0 to 1, larger than {@code lowCut}
     * @return the mean; NaN if there are no observations
     */
    public Command<Double> tdigestTrimmedMean(K key, double lowCut, double highCut) {
        if (quantile("lowCut", lowCut) >= quantile("highCut", highCut)) {
            throw new IllegalArgumentException(
                    "lowCut must be smaller than highCut, but is " + lowCut + ", and highCut is " + highCut);
        }
        return command(TDIGEST_TRIMMED_MEAN)
                .key(key)
                .number(lowCut)
                .number(highCut)
                .reply(ReplyDecoders.real());
    }

    private CommandBuilder<K, V> numbers(
            CommandSpec spec, K key, String name, double[] numbers, DoubleUnaryOperator check) {
        CommandBuilder<K, V> command = command(spec).key(key);
        if (CommandBuilder.notNull(name, numbers).length == 0) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        for (double number : numbers) {
            command.number(check.applyAsDouble(number));
        }
        return command;
    }

    private CommandBuilder<K, V> ranks(CommandSpec spec, K key, long[] ranks) {
        CommandBuilder<K, V> command = command(spec).key(key);
        if (CommandBuilder.notNull("ranks", ranks).length == 0) {
            throw new IllegalArgumentException("ranks must not be empty");
        }
        for (long rank : ranks) {
            command.number(notNegative("a rank", rank));
        }
        return command;
    }

    private static double quantile(String name, double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, but is " + part);
        }
        return part;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
