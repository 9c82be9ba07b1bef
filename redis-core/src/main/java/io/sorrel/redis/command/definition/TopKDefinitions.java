package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.reply.TopKInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on lists of the items that were seen most often, kept in little memory and therefore not quite exact. All
 * but {@code topkReserve} fail with a {@code RedisServerException} where the key does not exist. Part of Redis since
 * 8.0.0, where it is built with its modules; before, the module RedisBloom. Tested with the replies that their
 * documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the items
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "TopK", accessor = "topK")
public final class TopKDefinitions<K, V> {
    private static final long LARGEST_INCREMENT = 100_000;
    private static final Specs SPECS = new Specs();
    private static final CommandSpec TOPK_ADD =
            SPECS.add(CommandSpec.write("TOPK.ADD", "8.0.0").key());
    private static final CommandSpec TOPK_COUNT =
            SPECS.add(CommandSpec.read("TOPK.COUNT", "8.0.0").key());
    private static final CommandSpec TOPK_INCRBY =
            SPECS.add(CommandSpec.write("TOPK.INCRBY", "8.0.0").key());
    private static final CommandSpec TOPK_INFO =
            SPECS.add(CommandSpec.read("TOPK.INFO", "8.0.0").key());
    private static final CommandSpec TOPK_LIST =
            SPECS.add(CommandSpec.read("TOPK.LIST", "8.0.0").key());
    private static final CommandSpec TOPK_QUERY =
            SPECS.add(CommandSpec.read("TOPK.QUERY", "8.0.0").key());
    private static final CommandSpec TOPK_RESERVE =
            SPECS.add(CommandSpec.write("TOPK.RESERVE", "8.0.0").key());

    private static final ReplyDecoder<List<Long>> COUNTS = ReplyDecoders.list(ReplyDecoders.integer());
    private static final ReplyDecoder<List<Boolean>> ANSWERS = ReplyDecoders.list(ReplyDecoders.bool());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> items;
    private final ReplyDecoder<@Nullable V> expelled;
    private final ReplyDecoder<List<@Nullable V>> expelledItems;
    private final ReplyDecoder<List<Map.Entry<V, Long>>> countedItems;

    TopKDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> item = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.items = ReplyDecoders.list(item);
        this.expelled = ProbabilisticReplies.single(ReplyDecoders.nullable(item));
        this.expelledItems = ReplyDecoders.list(ReplyDecoders.nullable(item));
        this.countedItems = ReplyDecoders.pairs(item, ReplyDecoders.integer());
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Counts items once each. Complexity: O(N * k) in the number of items and of kept items. Redis command TOPK.ADD,
     * since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param items the items, at least one
     * @return for each, in their order, the item that it drove out of the list; null where it drove out none
     */
    @SafeVarargs
    public final Command<List<@Nullable V>> topkAdd(K key, V... items) {
        return command(TOPK_ADD).key(key).values("items", items).<List<@Nullable V>>reply(expelledItems);
    }

    /**
     * Counts items once each. Complexity: O(N * k) in the number of items and of kept items. Redis command TOPK.ADD,
     * since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param items the items, at least one
     * @return for each, in their order, the item that it drove out of the list; null where it drove out none
     */
    public Command<List<@Nullable V>> topkAdd(K key, Collection<? extends V> items) {
        return command(TOPK_ADD).key(key).values("items", items).<List<@Nullable V>>reply(expelledItems);
    }

    /**
     * Reads the counts of items; they are at most the true ones, and often less. Complexity: O(N) in the number of
     * items. Redis command TOPK.COUNT, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param items the items, at least one
     * @return their counts in the order of the items; 0 for one that was not seen
     * @deprecated by RedisBloom since 2.4, as the counts say little; use {@link #topkListWithCount}
     */
    @Deprecated
    @SafeVarargs
    public final Command<List<Long>> topkCount(K key, V... items) {
        return command(TOPK_COUNT).key(key).values("items", items).reply(COUNTS);
    }

    /**
     * Counts an item several times. Complexity: O(k * i) in the number of kept items and the increment. Redis command
     * TOPK.INCRBY, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param item the item
     * @param increment how often it is counted, from 1 to 100000
     * @return the item that it drove out of the list; null if it drove out none
     */
    public Command<@Nullable V> topkIncrBy(K key, V item, long increment) {
        return command(TOPK_INCRBY)
                .key(key)
                .value("item", item)
                .number(increment("increment", increment))
                .reply(expelled);
    }

    /**
     * Counts items several times each. Complexity: O(N * k * i) in the number of items, of kept items and the
     * increment. Redis command TOPK.INCRBY, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param increments how often each item is counted, from 1 to 100000; at least one item
     * @return for each, in their order, the item that it drove out of the list; null where it drove out none
     */
    public Command<List<@Nullable V>> topkIncrBy(K key, Map<? extends V, Long> increments) {
        CommandBuilder<K, V> command = command(TOPK_INCRBY).key(key);
        CommandBuilder.notEmpty("increments", increments)
                .forEach((item, increment) -> command.value("an item of increments", item)
                        .number(increment("an increment", CommandBuilder.notNull("an increment", increment))));
        return command.<List<@Nullable V>>reply(expelledItems);
    }

    /**
     * Tells how a list is built. Complexity: O(1). Redis command TOPK.INFO, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @return what the server says of it
     */
    public Command<TopKInfo> topkInfo(K key) {
        return command(TOPK_INFO).key(key).reply(ProbabilisticReplies::topKInfo);
    }

    /**
     * Lists the most frequent items. Complexity: O(k) in the number of kept items. Redis command TOPK.LIST, since
     * RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @return the items, the most frequent first
     */
    public Command<List<V>> topkList(K key) {
        return command(TOPK_LIST).key(key).reply(items);
    }

    /**
     * Lists the most frequent items with their counts. Complexity: O(k) in the number of kept items. Redis command
     * TOPK.LIST with WITHCOUNT, since RedisBloom 2.2.0.
     *
     * @param key key of the list
     * @return the items and about how often each was counted, the most frequent first
     */
    public Command<List<Map.Entry<V, Long>>> topkListWithCount(K key) {
        return command(TOPK_LIST).key(key).word("WITHCOUNT").reply(countedItems);
    }

    /**
     * Tells of items whether they are among the most frequent. Complexity: O(N) in the number of items. Redis command
     * TOPK.QUERY, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param items the items, at least one
     * @return for each, in their order, whether it is in the list
     */
    @SafeVarargs
    public final Command<List<Boolean>> topkQuery(K key, V... items) {
        return command(TOPK_QUERY).key(key).values("items", items).reply(ANSWERS);
    }

    /**
     * Tells of items whether they are among the most frequent. Complexity: O(N) in the number of items. Redis command
     * TOPK.QUERY, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param items the items, at least one
     * @return for each, in their order, whether it is in the list
     */
    public Command<List<Boolean>> topkQuery(K key, Collection<? extends V> items) {
        return command(TOPK_QUERY).key(key).values("items", items).reply(ANSWERS);
    }

    /**
     * Makes an empty list with 7 rows of 8 counters and a decay of 0.9. A key that exists fails with a
     * {@code RedisServerException}. Complexity: O(1). Redis command TOPK.RESERVE, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param k how many items are kept, at least 1
     */
    public Command<@Nullable Void> topkReserve(K key, long k) {
        return command(TOPK_RESERVE).key(key).number(positive("k", k)).reply(ReplyDecoders.ok());
    }

    /**
     * Makes an empty list. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis command
     * TOPK.RESERVE, since RedisBloom 2.0.0.
     *
     * @param key key of the list
     * @param k how many items are kept, at least 1
     * @param width how many counters a row has, at least 1; more make it more exact
     * @param depth how many rows there are, at least 1
     * @param decay base of the probability with which the counter of another item is lowered; more than 0, at most 1
     */
    public Command<@Nullable Void> topkReserve(K key, long k, long width, long depth, double decay) {
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay must be more than 0 and at most 1, but is " + decay);
        }
        return command(TOPK_RESERVE)
                .key(key)
                .number(positive("k", k))
                .number(positive("width", width))
                .number(positive("depth", depth))
                .number(decay)
                .reply(ReplyDecoders.ok());
    }

    private static long increment(String name, long increment) {
        if (increment < 1 || increment > LARGEST_INCREMENT) {
            throw new IllegalArgumentException(
                    name + " must be from 1 to " + LARGEST_INCREMENT + ", but is " + increment);
        }
        return increment;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
