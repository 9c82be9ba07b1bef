package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.ScoreRange;
import io.sorrel.redis.command.args.ZAggregateArgs;
import io.sorrel.redis.command.args.ZRangeArgs;
import java.util.Collection;
import java.util.List;

/**
 * Commands that store a range of a sorted set, or the union, intersection or difference of several, as a sorted set; a
 * missing key is an empty one. In a cluster all keys must be in one slot.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "SortedSetStore", accessor = "sortedSetStores")
public final class SortedSetStoreDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec ZDIFFSTORE =
            SPECS.add(CommandSpec.write("ZDIFFSTORE", "6.2.0").key().movableKeys());
    private static final CommandSpec ZINTERSTORE =
            SPECS.add(CommandSpec.write("ZINTERSTORE", "2.0.0").key().movableKeys());
    private static final CommandSpec ZRANGESTORE =
            SPECS.add(CommandSpec.write("ZRANGESTORE", "6.2.0").keys(1, 2, 1));
    private static final CommandSpec ZUNIONSTORE =
            SPECS.add(CommandSpec.write("ZUNIONSTORE", "2.0.0").key().movableKeys());

    private final RedisCodec<K, V> codec;

    SortedSetStoreDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Stores the members of the first sorted set that are in none of the others. Complexity: O(L+(N-K)*log(N)) in the
     * number of all members, of those in the first and of those found. Redis command ZDIFFSTORE, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    @SafeVarargs
    public final Command<Long> zdiffStore(K destination, K... keys) {
        return command(ZDIFFSTORE)
                .key("destination", destination)
                .countedKeys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members of the first sorted set that are in none of the others. Complexity: O(L+(N-K)*log(N)) in the
     * number of all members, of those in the first and of those found. Redis command ZDIFFSTORE, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    public Command<Long> zdiffStore(K destination, Collection<? extends K> keys) {
        return command(ZDIFFSTORE)
                .key("destination", destination)
                .countedKeys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of
     * the smallest one, of keys and of members found. Redis command ZINTERSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    @SafeVarargs
    public final Command<Long> zinterStore(K destination, K... keys) {
        return command(ZINTERSTORE)
                .key("destination", destination)
                .countedKeys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of
     * the smallest one, of keys and of members found. Redis command ZINTERSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    public Command<Long> zinterStore(K destination, Collection<? extends K> keys) {
        return command(ZINTERSTORE)
                .key("destination", destination)
                .countedKeys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of
     * the smallest one, of keys and of members found. Redis command ZINTERSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    @SafeVarargs
    public final Command<Long> zinterStore(K destination, ZAggregateArgs args, K... keys) {
        return aggregated(command(ZINTERSTORE).key("destination", destination), args, keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of
     * the smallest one, of keys and of members found. Redis command ZINTERSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    public Command<Long> zinterStore(K destination, ZAggregateArgs args, Collection<? extends K> keys) {
        return aggregated(command(ZINTERSTORE).key("destination", destination), args, keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members between two ranks with their scores in another sorted set. Complexity: O(log(N)+M*log(M)) in
     * the number of members and of those stored. Redis command ZRANGESTORE, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @return how many members were stored
     */
    public Command<Long> zrangeStore(K destination, K source, long start, long stop) {
        return zrangeStore(destination, source, start, stop, ZRangeArgs.ascending());
    }

    /**
     * Stores the members between two ranks with their scores in another sorted set. Complexity: O(log(N)+M*log(M)) in
     * the number of members and of those stored. Redis command ZRANGESTORE, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @param args from which end ranks count; a limit is refused
     * @return how many members were stored
     */
    public Command<Long> zrangeStore(K destination, K source, long start, long stop, ZRangeArgs args) {
        return RangeWords.byRank(store(destination, source), start, stop, args).reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members whose scores are in a range in another sorted set. Complexity: O(log(N)+M*log(M)) in the
     * number of members and of those stored. Redis command ZRANGESTORE with BYSCORE, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param range lowest and highest score
     * @return how many members were stored
     */
    public Command<Long> zrangeStore(K destination, K source, ScoreRange range) {
        return zrangeStore(destination, source, range, ZRangeArgs.ascending());
    }

    /**
     * Stores the members whose scores are in a range in another sorted set. Complexity: O(log(N)+M*log(M)) in the
     * number of members and of those stored. Redis command ZRANGESTORE with BYSCORE, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param range lowest and highest score, also where the direction is descending
     * @param args from which end a limit counts, and how many members it takes
     * @return how many members were stored
     */
    public Command<Long> zrangeStore(K destination, K source, ScoreRange range, ZRangeArgs args) {
        return RangeWords.byScore(store(destination, source), range, args).reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in a range with their scores in another sorted set, where all members have the same
     * score; the order of the bytes decides. Complexity: O(log(N)+M*log(M)) in the number of members and of those
     * stored. Redis command ZRANGESTORE with BYLEX, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param range first and last member
     * @return how many members were stored
     */
    public Command<Long> zrangeStore(K destination, K source, LexRange<V> range) {
        return zrangeStore(destination, source, range, ZRangeArgs.ascending());
    }

    /**
     * Stores the members that are in a range with their scores in another sorted set, where all members have the same
     * score; the order of the bytes decides. Complexity: O(log(N)+M*log(M)) in the number of members and of those
     * stored. Redis command ZRANGESTORE with BYLEX, since 6.2.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param range first and last member, also where the direction is descending
     * @param args from which end a limit counts, and how many members it takes
     * @return how many members were stored
     */
    public Command<Long> zrangeStore(K destination, K source, LexRange<V> range, ZRangeArgs args) {
        return RangeWords.byLex(store(destination, source), range, args).reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNIONSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    @SafeVarargs
    public final Command<Long> zunionStore(K destination, K... keys) {
        return command(ZUNIONSTORE)
                .key("destination", destination)
                .countedKeys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNIONSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    public Command<Long> zunionStore(K destination, Collection<? extends K> keys) {
        return command(ZUNIONSTORE)
                .key("destination", destination)
                .countedKeys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNIONSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    @SafeVarargs
    public final Command<Long> zunionStore(K destination, ZAggregateArgs args, K... keys) {
        return aggregated(command(ZUNIONSTORE).key("destination", destination), args, keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNIONSTORE, since 2.0.0.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many members were stored
     */
    public Command<Long> zunionStore(K destination, ZAggregateArgs args, Collection<? extends K> keys) {
        return aggregated(command(ZUNIONSTORE).key("destination", destination), args, keys)
                .reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> store(K destination, K source) {
        return command(ZRANGESTORE).key("destination", destination).key("source", source);
    }

    private CommandBuilder<K, V> aggregated(CommandBuilder<K, V> command, ZAggregateArgs args, K[] keys) {
        command.countedKeys("keys", keys).args("args", args);
        args.checkWeightsFor(keys.length);
        return command;
    }

    private CommandBuilder<K, V> aggregated(
            CommandBuilder<K, V> command, ZAggregateArgs args, Collection<? extends K> keys) {
        command.countedKeys("keys", keys).args("args", args);
        args.checkWeightsFor(keys.size());
        return command;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
