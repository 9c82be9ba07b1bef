package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.fraction;
import static io.sorrel.redis.command.Arguments.notNegative;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.BloomInsertArgs;
import io.sorrel.redis.command.args.BloomReserveArgs;
import io.sorrel.redis.command.reply.BloomInfo;
import io.sorrel.redis.command.reply.FilterAddResult;
import io.sorrel.redis.command.reply.FilterChunk;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on Bloom filters: sets that take little memory, forget no item, and now and then take an item for present
 * that was never added. Part of Redis since 8.0.0, where it is built with its modules; before, the module RedisBloom.
 * Tested with the replies that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the items
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Bloom", accessor = "bloomFilters")
public final class BloomDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec BF_ADD =
            SPECS.add(CommandSpec.write("BF.ADD", "8.0.0").key());
    private static final CommandSpec BF_CARD =
            SPECS.add(CommandSpec.read("BF.CARD", "8.0.0").key());
    private static final CommandSpec BF_EXISTS =
            SPECS.add(CommandSpec.read("BF.EXISTS", "8.0.0").key());
    private static final CommandSpec BF_INFO =
            SPECS.add(CommandSpec.read("BF.INFO", "8.0.0").key());
    private static final CommandSpec BF_INSERT =
            SPECS.add(CommandSpec.write("BF.INSERT", "8.0.0").key());
    private static final CommandSpec BF_LOADCHUNK =
            SPECS.add(CommandSpec.write("BF.LOADCHUNK", "8.0.0").key());
    private static final CommandSpec BF_MADD =
            SPECS.add(CommandSpec.write("BF.MADD", "8.0.0").key());
    private static final CommandSpec BF_MEXISTS =
            SPECS.add(CommandSpec.read("BF.MEXISTS", "8.0.0").key());
    private static final CommandSpec BF_RESERVE =
            SPECS.add(CommandSpec.write("BF.RESERVE", "8.0.0").key());
    private static final CommandSpec BF_SCANDUMP =
            SPECS.add(CommandSpec.write("BF.SCANDUMP", "8.0.0").key());

    private static final ReplyDecoder<List<FilterAddResult>> RESULTS = ReplyDecoders.list(ProbabilisticReplies::added);
    private static final ReplyDecoder<List<Boolean>> ANSWERS = ReplyDecoders.list(ReplyDecoders.bool());

    private final RedisCodec<K, V> codec;

    BloomDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds an item; a filter is made if there is none. A full filter that does not grow fails with a
     * {@code RedisServerException}. Complexity: O(k) in the number of hash functions. Redis command BF.ADD, since
     * RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return whether it was added; false if it seems to be in the filter, which may be wrong
     */
    public Command<Boolean> bfAdd(K key, V item) {
        return command(BF_ADD).key(key).value("item", item).reply(ReplyDecoders.bool());
    }

    /**
     * Counts the items that were added and not taken for present. Complexity: O(1). Redis command BF.CARD, since
     * RedisBloom 2.4.4.
     *
     * @param key key of the filter
     * @return how many there are; 0 if the key does not exist
     */
    public Command<Long> bfCard(K key) {
        return command(BF_CARD).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Tells whether an item was added. Complexity: O(k) in the number of hash functions. Redis command BF.EXISTS, since
     * RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return false if it was not added; true if it probably was
     */
    public Command<Boolean> bfExists(K key, V item) {
        return command(BF_EXISTS).key(key).value("item", item).reply(ReplyDecoders.bool());
    }

    /**
     * Tells how a filter is built. A key that does not exist fails with a {@code RedisServerException}. Complexity:
     * O(1). Redis command BF.INFO, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @return what the server says of it
     */
    public Command<BloomInfo> bfInfo(K key) {
        return command(BF_INFO).key(key).reply(ProbabilisticReplies::bloomInfo);
    }

    /**
     * Adds several items; a filter is made as the options say if there is none. Complexity: O(k * N) in the number of
     * hash functions and of items. Redis command BF.INSERT, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param args what happens if there is no filter
     * @param items the items, at least one
     * @return what became of each, in their order; it ends with the first for which there was no room
     */
    @SafeVarargs
    public final Command<List<FilterAddResult>> bfInsert(K key, BloomInsertArgs args, V... items) {
        return insert(key, args).values("items", items).reply(RESULTS);
    }

    /**
     * Adds several items; a filter is made as the options say if there is none. Complexity: O(k * N) in the number of
     * hash functions and of items. Redis command BF.INSERT, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param args what happens if there is no filter
     * @param items the items, at least one
     * @return what became of each, in their order; it ends with the first for which there was no room
     */
    public Command<List<FilterAddResult>> bfInsert(K key, BloomInsertArgs args, Collection<? extends V> items) {
        return insert(key, args).values("items", items).reply(RESULTS);
    }

    /**
     * Loads a part of a filter that {@code bfScanDump} has read; load all but the last, empty one, in their order. What
     * the key holds is overwritten. Complexity: O(N) in the capacity of the filter. Redis command BF.LOADCHUNK, since
     * RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param chunk the part
     */
    public Command<@Nullable Void> bfLoadChunk(K key, FilterChunk chunk) {
        long iterator = CommandBuilder.notNull("chunk", chunk).iterator();
        return command(BF_LOADCHUNK)
                .key(key)
                .number(iterator)
                .bytes("chunk", chunk.data())
                .reply(ReplyDecoders.ok());
    }

    /**
     * Adds several items; a filter is made if there is none. Complexity: O(k * N) in the number of hash functions and
     * of items. Redis command BF.MADD, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param items the items, at least one
     * @return what became of each, in their order; it ends with the first for which there was no room
     */
    @SafeVarargs
    public final Command<List<FilterAddResult>> bfMadd(K key, V... items) {
        return command(BF_MADD).key(key).values("items", items).reply(RESULTS);
    }

    /**
     * Adds several items; a filter is made if there is none. Complexity: O(k * N) in the number of hash functions and
     * of items. Redis command BF.MADD, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param items the items, at least one
     * @return what became of each, in their order; it ends with the first for which there was no room
     */
    public Command<List<FilterAddResult>> bfMadd(K key, Collection<? extends V> items) {
        return command(BF_MADD).key(key).values("items", items).reply(RESULTS);
    }

    /**
     * Tells of several items whether they were added. Complexity: O(k * N) in the number of hash functions and of
     * items. Redis command BF.MEXISTS, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param items the items, at least one
     * @return for each, in their order: false if it was not added, true if it probably was
     */
    @SafeVarargs
    public final Command<List<Boolean>> bfMexists(K key, V... items) {
        return command(BF_MEXISTS).key(key).values("items", items).reply(ANSWERS);
    }

    /**
     * Tells of several items whether they were added. Complexity: O(k * N) in the number of hash functions and of
     * items. Redis command BF.MEXISTS, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param items the items, at least one
     * @return for each, in their order: false if it was not added, true if it probably was
     */
    public Command<List<Boolean>> bfMexists(K key, Collection<? extends V> items) {
        return command(BF_MEXISTS).key(key).values("items", items).reply(ANSWERS);
    }

    /**
     * Makes an empty filter. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command BF.RESERVE, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param errorRate probability that an item counts as present which is not; between 0 and 1
     * @param capacity for how many items it is made, at least 1; when it is full, it grows to three times its size
     */
    public Command<@Nullable Void> bfReserve(K key, double errorRate, long capacity) {
        return bfReserve(key, errorRate, capacity, BloomReserveArgs.defaults());
    }

    /**
     * Makes an empty filter. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command BF.RESERVE, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param errorRate probability that an item counts as present which is not; between 0 and 1
     * @param capacity for how many items it is made, at least 1
     * @param args what it does when it is full
     */
    public Command<@Nullable Void> bfReserve(K key, double errorRate, long capacity, BloomReserveArgs args) {
        return command(BF_RESERVE)
                .key(key)
                .number(fraction("errorRate", errorRate))
                .number(positive("capacity", capacity))
                .args("args", args)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Reads a filter part by part, to load it elsewhere with {@code bfLoadChunk}. It must not change meanwhile.
     * Complexity: O(N) in the capacity of the filter. Redis command BF.SCANDUMP, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param iterator 0 for the first part, then the number that the part before has
     * @return the part; an empty one behind the last
     */
    public Command<FilterChunk> bfScanDump(K key, long iterator) {
        return command(BF_SCANDUMP)
                .key(key)
                .number(notNegative("iterator", iterator))
                .reply(ProbabilisticReplies::chunk);
    }

    private CommandBuilder<K, V> insert(K key, BloomInsertArgs args) {
        return command(BF_INSERT).key(key).args("args", args).word("ITEMS");
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
