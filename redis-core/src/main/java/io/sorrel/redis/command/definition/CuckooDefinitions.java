package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.CuckooInsertArgs;
import io.sorrel.redis.command.args.CuckooReserveArgs;
import io.sorrel.redis.command.reply.CuckooInfo;
import io.sorrel.redis.command.reply.FilterAddResult;
import io.sorrel.redis.command.reply.FilterChunk;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on cuckoo filters: like Bloom filters they now and then take an item for present that was never added, but
 * items can be deleted and added more than once. Part of Redis since 8.0.0, where it is built with its modules; before,
 * the module RedisBloom. Tested with the replies that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the items
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Cuckoo", accessor = "cuckooFilters")
public final class CuckooDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec CF_ADD =
            SPECS.add(CommandSpec.write("CF.ADD", "8.0.0").key());
    private static final CommandSpec CF_ADDNX =
            SPECS.add(CommandSpec.write("CF.ADDNX", "8.0.0").key());
    private static final CommandSpec CF_COUNT =
            SPECS.add(CommandSpec.read("CF.COUNT", "8.0.0").key());
    private static final CommandSpec CF_DEL =
            SPECS.add(CommandSpec.write("CF.DEL", "8.0.0").key());
    private static final CommandSpec CF_EXISTS =
            SPECS.add(CommandSpec.read("CF.EXISTS", "8.0.0").key());
    private static final CommandSpec CF_INFO =
            SPECS.add(CommandSpec.read("CF.INFO", "8.0.0").key());
    private static final CommandSpec CF_INSERT =
            SPECS.add(CommandSpec.write("CF.INSERT", "8.0.0").key());
    private static final CommandSpec CF_INSERTNX =
            SPECS.add(CommandSpec.write("CF.INSERTNX", "8.0.0").key());
    private static final CommandSpec CF_LOADCHUNK =
            SPECS.add(CommandSpec.write("CF.LOADCHUNK", "8.0.0").key());
    private static final CommandSpec CF_MEXISTS =
            SPECS.add(CommandSpec.read("CF.MEXISTS", "8.0.0").key());
    private static final CommandSpec CF_RESERVE =
            SPECS.add(CommandSpec.write("CF.RESERVE", "8.0.0").key());
    private static final CommandSpec CF_SCANDUMP =
            SPECS.add(CommandSpec.write("CF.SCANDUMP", "8.0.0").key());

    private static final ReplyDecoder<List<FilterAddResult>> RESULTS = ReplyDecoders.list(ProbabilisticReplies::added);
    private static final ReplyDecoder<List<Boolean>> ANSWERS = ReplyDecoders.list(ReplyDecoders.bool());

    private final RedisCodec<K, V> codec;

    CuckooDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds an item, also one that is in the filter; a filter is made if there is none. A full filter fails with a
     * {@code RedisServerException}. Complexity: O(k + i) in the number of filters and of moves. Redis command CF.ADD,
     * since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return true: it was added
     */
    public Command<Boolean> cfAdd(K key, V item) {
        return command(CF_ADD).key(key).value("item", item).reply(ReplyDecoders.bool());
    }

    /**
     * Adds an item unless it seems to be in the filter; a filter is made if there is none. A full filter fails with a
     * {@code RedisServerException}. Complexity: O(k + i) in the number of filters and of moves. Redis command CF.ADDNX,
     * since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return whether it was added; false if it seems to be in the filter, which may be wrong
     */
    public Command<Boolean> cfAddNx(K key, V item) {
        return command(CF_ADDNX).key(key).value("item", item).reply(ReplyDecoders.bool());
    }

    /**
     * Counts how often an item was added. Complexity: O(k) in the number of filters. Redis command CF.COUNT, since
     * RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return how often it is in the filter, or more; 0 if it is not, or the key does not exist
     */
    public Command<Long> cfCount(K key, V item) {
        return command(CF_COUNT).key(key).value("item", item).reply(ReplyDecoders.integer());
    }

    /**
     * Deletes an item once. Delete only what was added: anything else may delete another item. Complexity: O(k) in the
     * number of filters. Redis command CF.DEL, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return whether there seemed to be such an item
     */
    public Command<Boolean> cfDel(K key, V item) {
        return command(CF_DEL).key(key).value("item", item).reply(ReplyDecoders.bool());
    }

    /**
     * Tells whether an item was added. Complexity: O(k) in the number of filters. Redis command CF.EXISTS, since
     * RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param item the item
     * @return false if it is not in the filter; true if it probably is
     */
    public Command<Boolean> cfExists(K key, V item) {
        return command(CF_EXISTS).key(key).value("item", item).reply(ReplyDecoders.bool());
    }

    /**
     * Tells how a filter is built. A key that does not exist fails with a {@code RedisServerException}. Complexity:
     * O(1). Redis command CF.INFO, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @return what the server says of it
     */
    public Command<CuckooInfo> cfInfo(K key) {
        return command(CF_INFO).key(key).reply(ProbabilisticReplies::cuckooInfo);
    }

    /**
     * Adds several items, also those that are in the filter. Complexity: O(N * (k + i)) in the number of items, of
     * filters and of moves. Redis command CF.INSERT, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param args what happens if there is no filter
     * @param items the items, at least one
     * @return what became of each, in their order: added, or no room
     */
    @SafeVarargs
    public final Command<List<FilterAddResult>> cfInsert(K key, CuckooInsertArgs args, V... items) {
        return insert(CF_INSERT, key, args).values("items", items).reply(RESULTS);
    }

    /**
     * Adds several items, also those that are in the filter. Complexity: O(N * (k + i)) in the number of items, of
     * filters and of moves. Redis command CF.INSERT, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param args what happens if there is no filter
     * @param items the items, at least one
     * @return what became of each, in their order: added, or no room
     */
    public Command<List<FilterAddResult>> cfInsert(K key, CuckooInsertArgs args, Collection<? extends V> items) {
        return insert(CF_INSERT, key, args).values("items", items).reply(RESULTS);
    }

    /**
     * Adds those of several items that do not seem to be in the filter. Complexity: O(N * (k + i)) in the number of
     * items, of filters and of moves. Redis command CF.INSERTNX, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param args what happens if there is no filter
     * @param items the items, at least one
     * @return what became of each, in their order
     */
    @SafeVarargs
    public final Command<List<FilterAddResult>> cfInsertNx(K key, CuckooInsertArgs args, V... items) {
        return insert(CF_INSERTNX, key, args).values("items", items).reply(RESULTS);
    }

    /**
     * Adds those of several items that do not seem to be in the filter. Complexity: O(N * (k + i)) in the number of
     * items, of filters and of moves. Redis command CF.INSERTNX, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param args what happens if there is no filter
     * @param items the items, at least one
     * @return what became of each, in their order
     */
    public Command<List<FilterAddResult>> cfInsertNx(K key, CuckooInsertArgs args, Collection<? extends V> items) {
        return insert(CF_INSERTNX, key, args).values("items", items).reply(RESULTS);
    }

    /**
     * Loads a part of a filter that {@code cfScanDump} has read; load all but the last, empty one, in their order. What
     * the key holds is overwritten. Complexity: O(N) in the capacity of the filter. Redis command CF.LOADCHUNK, since
     * RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param chunk the part
     */
    public Command<@Nullable Void> cfLoadChunk(K key, FilterChunk chunk) {
        long iterator = CommandBuilder.notNull("chunk", chunk).iterator();
        return command(CF_LOADCHUNK)
                .key(key)
                .number(iterator)
                .bytes("chunk", chunk.data())
                .reply(ReplyDecoders.ok());
    }

    /**
     * Tells of several items whether they were added. Complexity: O(k * N) in the number of filters and of items. Redis
     * command CF.MEXISTS, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param items the items, at least one
     * @return for each, in their order: false if it is not in the filter, true if it probably is
     */
    @SafeVarargs
    public final Command<List<Boolean>> cfMexists(K key, V... items) {
        return command(CF_MEXISTS).key(key).values("items", items).reply(ANSWERS);
    }

    /**
     * Tells of several items whether they were added. Complexity: O(k * N) in the number of filters and of items. Redis
     * command CF.MEXISTS, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param items the items, at least one
     * @return for each, in their order: false if it is not in the filter, true if it probably is
     */
    public Command<List<Boolean>> cfMexists(K key, Collection<? extends V> items) {
        return command(CF_MEXISTS).key(key).values("items", items).reply(ANSWERS);
    }

    /**
     * Makes an empty filter. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command CF.RESERVE, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param capacity for about how many items it is made, at least 1; it may be full a little earlier
     */
    public Command<@Nullable Void> cfReserve(K key, long capacity) {
        return cfReserve(key, capacity, CuckooReserveArgs.defaults());
    }

    /**
     * Makes an empty filter. A key that exists fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command CF.RESERVE, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param capacity for about how many items it is made, at least 1; it may be full a little earlier
     * @param args how it is built
     */
    public Command<@Nullable Void> cfReserve(K key, long capacity, CuckooReserveArgs args) {
        return command(CF_RESERVE)
                .key(key)
                .number(positive("capacity", capacity))
                .args("args", args)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Reads a filter part by part, to load it elsewhere with {@code cfLoadChunk}. It must not change meanwhile.
     * Complexity: O(N) in the capacity of the filter. Redis command CF.SCANDUMP, since RedisBloom 1.0.0.
     *
     * @param key key of the filter
     * @param iterator 0 for the first part, then the number that the part before has
     * @return the part; an empty one behind the last
     */
    public Command<FilterChunk> cfScanDump(K key, long iterator) {
        return command(CF_SCANDUMP)
                .key(key)
                .number(notNegative("iterator", iterator))
                .reply(ProbabilisticReplies::chunk);
    }

    private CommandBuilder<K, V> insert(CommandSpec spec, K key, CuckooInsertArgs args) {
        return command(spec).key(key).args("args", args).word("ITEMS");
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
