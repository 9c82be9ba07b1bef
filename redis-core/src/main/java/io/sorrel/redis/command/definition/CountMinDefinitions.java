package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.fraction;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.reply.CountMinInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on count-min sketches: how often each of many items was seen, in little memory; a count is never too small
 * and at times too large. Part of Redis since 8.0.0, where it is built with its modules; before, the module RedisBloom.
 * Tested with the replies that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the items
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "CountMin", accessor = "countMinSketches")
public final class CountMinDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec CMS_INCRBY =
            SPECS.add(CommandSpec.write("CMS.INCRBY", "8.0.0").key());
    private static final CommandSpec CMS_INFO =
            SPECS.add(CommandSpec.read("CMS.INFO", "8.0.0").key());
    private static final CommandSpec CMS_INITBYDIM =
            SPECS.add(CommandSpec.write("CMS.INITBYDIM", "8.0.0").key());
    private static final CommandSpec CMS_INITBYPROB =
            SPECS.add(CommandSpec.write("CMS.INITBYPROB", "8.0.0").key());
    private static final CommandSpec CMS_MERGE =
            SPECS.add(CommandSpec.write("CMS.MERGE", "8.0.0").key().movableKeys());
    private static final CommandSpec CMS_QUERY =
            SPECS.add(CommandSpec.read("CMS.QUERY", "8.0.0").key());

    private static final ReplyDecoder<List<Long>> COUNTS = ReplyDecoders.list(ReplyDecoders.integer());

    private final RedisCodec<K, V> codec;

    CountMinDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Counts an item. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command CMS.INCRBY, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @param item the item
     * @param increment what is added, at least 1
     * @return its count afterwards, or more
     */
    public Command<Long> cmsIncrBy(K key, V item, long increment) {
        return command(CMS_INCRBY)
                .key(key)
                .value("item", item)
                .number(positive("increment", increment))
                .reply(ProbabilisticReplies.single(ReplyDecoders.integer()));
    }

    /**
     * Counts several items. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(N) in
     * the number of items. Redis command CMS.INCRBY, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @param increments what is added by item, at least one item, and at least 1 for each
     * @return their counts afterwards, or more, in the order of the items
     */
    public Command<List<Long>> cmsIncrBy(K key, Map<? extends V, Long> increments) {
        CommandBuilder<K, V> command = command(CMS_INCRBY).key(key);
        CommandBuilder.notEmpty("increments", increments)
                .forEach((item, increment) -> command.value("an item of increments", item)
                        .number(positive("an increment", CommandBuilder.notNull("an increment", increment))));
        return command.reply(COUNTS);
    }

    /**
     * Tells how a sketch is built. A key that does not exist fails with a {@code RedisServerException}. Complexity:
     * O(1). Redis command CMS.INFO, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @return what the server says of it
     */
    public Command<CountMinInfo> cmsInfo(K key) {
        return command(CMS_INFO).key(key).reply(ProbabilisticReplies::countMinInfo);
    }

    /**
     * Makes an empty sketch of a given size. A key that exists fails with a {@code RedisServerException}. Complexity:
     * O(1). Redis command CMS.INITBYDIM, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @param width how many counters a row has, at least 1; more make counts more exact
     * @param depth how many rows there are, at least 1; more make large errors rarer
     */
    public Command<@Nullable Void> cmsInitByDim(K key, long width, long depth) {
        return command(CMS_INITBYDIM)
                .key(key)
                .number(positive("width", width))
                .number(positive("depth", depth))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes an empty sketch of a given exactness. A key that exists fails with a {@code RedisServerException}.
     * Complexity: O(1). Redis command CMS.INITBYPROB, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @param error how much too large a count may be, as a part of the sum of all counts; between 0 and 1
     * @param probability how likely an even larger error is; between 0 and 1
     */
    public Command<@Nullable Void> cmsInitByProb(K key, double error, double probability) {
        return command(CMS_INITBYPROB)
                .key(key)
                .number(fraction("error", error))
                .number(fraction("probability", probability))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Sets a sketch to the sum of others. All must exist and be of the same size. Complexity: O(N) in the number of
     * sketches. Redis command CMS.MERGE, since RedisBloom 2.0.0.
     *
     * @param destination key of the sketch that is set
     * @param sources keys of the sketches that are added, at least one; the destination may be one of them
     */
    @SafeVarargs
    public final Command<@Nullable Void> cmsMerge(K destination, K... sources) {
        return command(CMS_MERGE)
                .key("destination", destination)
                .countedKeys("sources", sources)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Sets a sketch to the weighted sum of others. All must exist and be of the same size. Complexity: O(N) in the
     * number of sketches. Redis command CMS.MERGE with WEIGHTS, since RedisBloom 2.0.0.
     *
     * @param destination key of the sketch that is set
     * @param weights by key of the sketches that are added, what its counts are multiplied with; at least one
     */
    public Command<@Nullable Void> cmsMerge(K destination, Map<? extends K, Long> weights) {
        CommandBuilder<K, V> command = command(CMS_MERGE)
                .key("destination", destination)
                .number(CommandBuilder.notEmpty("weights", weights).size());
        command.keys("a key of weights", weights.keySet()).word("WEIGHTS");
        weights.values().forEach(weight -> command.number(CommandBuilder.notNull("a weight", weight)));
        return command.reply(ReplyDecoders.ok());
    }

    /**
     * Reads the counts of items. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(N)
     * in the number of items. Redis command CMS.QUERY, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @param items the items, at least one
     * @return their counts, or more, in the order of the items; 0 for one that was not seen
     */
    @SafeVarargs
    public final Command<List<Long>> cmsQuery(K key, V... items) {
        return command(CMS_QUERY).key(key).values("items", items).reply(COUNTS);
    }

    /**
     * Reads the counts of items. A key that does not exist fails with a {@code RedisServerException}. Complexity: O(N)
     * in the number of items. Redis command CMS.QUERY, since RedisBloom 2.0.0.
     *
     * @param key key of the sketch
     * @param items the items, at least one
     * @return their counts, or more, in the order of the items; 0 for one that was not seen
     */
    public Command<List<Long>> cmsQuery(K key, Collection<? extends V> items) {
        return command(CMS_QUERY).key(key).values("items", items).reply(COUNTS);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
