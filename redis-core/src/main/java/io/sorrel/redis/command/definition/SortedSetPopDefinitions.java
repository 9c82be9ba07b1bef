package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.SortedSetEnd;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.command.reply.ScoredMember;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that take members out of sorted sets, at once or as soon as there are some; the key goes with its last
 * member. A command that waits has a connection of its own meanwhile, and the client waits for its reply as long as the
 * call says and then for its usual timeout.
 *
 * <p>A member that the server has taken out is lost when the reply does not arrive: the connection breaks, or the
 * caller has given up. Where that must not be, read with {@code zrange}, do the work, and remove with {@code zrem}, or
 * use a stream with a consumer group.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "SortedSetPop", accessor = "sortedSetPops")
public final class SortedSetPopDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec BZMPOP =
            SPECS.add(CommandSpec.write("BZMPOP", "7.0.0").movableKeys().blocking());
    private static final CommandSpec BZPOPMAX =
            SPECS.add(CommandSpec.write("BZPOPMAX", "5.0.0").keys(1, -2, 1).blocking());
    private static final CommandSpec BZPOPMIN =
            SPECS.add(CommandSpec.write("BZPOPMIN", "5.0.0").keys(1, -2, 1).blocking());
    private static final CommandSpec ZMPOP =
            SPECS.add(CommandSpec.write("ZMPOP", "7.0.0").movableKeys());
    private static final CommandSpec ZPOPMAX =
            SPECS.add(CommandSpec.write("ZPOPMAX", "5.0.0").key());
    private static final CommandSpec ZPOPMIN =
            SPECS.add(CommandSpec.write("ZPOPMIN", "5.0.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable ScoredMember<V>> one;
    private final ReplyDecoder<List<ScoredMember<V>>> several;
    private final ReplyDecoder<@Nullable PoppedElement<K, ScoredMember<V>>> popped;
    private final ReplyDecoder<@Nullable PoppedElements<K, ScoredMember<V>>> poppedSeveral;

    SortedSetPopDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<K> key = ReplyDecoders.value(codec.keys());
        ReplyDecoder<V> member = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.one = SortedSetReplies.single(member);
        this.several = SortedSetReplies.scored(member);
        this.popped = SortedSetReplies.popped(key, member);
        this.poppedSeveral = SortedSetReplies.poppedSeveral(key, member);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Takes a member out of the first sorted set that is not empty, or waits until one is not. Complexity: O(K+log(N))
     * in the number of keys and of members. Redis command BZMPOP, since 7.0.0. A reply that is lost takes the member
     * with it; {@code zrange} and {@code zrem} after the work do not lose it.
     *
     * @param timeout how long to wait at most, in whole milliseconds; zero for without end
     * @param end which member: that with the lowest score, or with the highest
     * @param keys keys of the sorted sets, at least one; tried in this order
     * @return the key and the member; null if the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, ScoredMember<V>>> bzmpop(
            Duration timeout, SortedSetEnd end, K... keys) {
        return command(BZMPOP)
                .blockSeconds("timeout", timeout)
                .countedKeys("keys", keys)
                .args("end", end)
                .reply(poppedSeveral);
    }

    /**
     * Takes several members out of the first sorted set that is not empty, or waits until one is not. Complexity:
     * O(K+M*log(N)) in the number of keys, of members taken and of all. Redis command BZMPOP with COUNT, since 7.0.0.
     * A reply that is lost takes the members with it; {@code zrange} and {@code zrem} after the work do not lose them.
     *
     * @param timeout how long to wait at most, in whole milliseconds; zero for without end
     * @param end which members: those with the lowest scores, or with the highest
     * @param count how many members to take at most, at least 1; what is there is taken, without waiting for more
     * @param keys keys of the sorted sets, at least one; tried in this order
     * @return the key and the members, that from the end first; null if the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, ScoredMember<V>>> bzmpop(
            Duration timeout, SortedSetEnd end, long count, K... keys) {
        return command(BZMPOP)
                .blockSeconds("timeout", timeout)
                .countedKeys("keys", keys)
                .args("end", end)
                .word("COUNT")
                .number(positive("count", count))
                .reply(poppedSeveral);
    }

    /**
     * Takes the member with the highest score out of the first sorted set that is not empty, or waits until one is not.
     * Complexity: O(log(N)) in the number of members. Redis command BZPOPMAX, since 5.0.0. A reply that is lost takes
     * the member with it; {@code zrange} and {@code zrem} after the work do not lose it.
     *
     * @param timeout how long to wait at most, in whole milliseconds; zero for without end
     * @param keys keys of the sorted sets, at least one; tried in this order
     * @return the key and the member; null if the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElement<K, ScoredMember<V>>> bzpopMax(Duration timeout, K... keys) {
        return command(BZPOPMAX)
                .keys("keys", keys)
                .blockSeconds("timeout", timeout)
                .reply(popped);
    }

    /**
     * Takes the member with the lowest score out of the first sorted set that is not empty, or waits until one is not.
     * Complexity: O(log(N)) in the number of members. Redis command BZPOPMIN, since 5.0.0. A reply that is lost takes
     * the member with it; {@code zrange} and {@code zrem} after the work do not lose it.
     *
     * @param timeout how long to wait at most, in whole milliseconds; zero for without end
     * @param keys keys of the sorted sets, at least one; tried in this order
     * @return the key and the member; null if the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElement<K, ScoredMember<V>>> bzpopMin(Duration timeout, K... keys) {
        return command(BZPOPMIN)
                .keys("keys", keys)
                .blockSeconds("timeout", timeout)
                .reply(popped);
    }

    /**
     * Takes a member out of the first sorted set that is not empty. Complexity: O(K+log(N)) in the number of keys and
     * of members. Redis command ZMPOP, since 7.0.0.
     *
     * @param end which member: that with the lowest score, or with the highest
     * @param keys keys of the sorted sets, at least one; tried in this order
     * @return the key and the member; null if all are empty
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, ScoredMember<V>>> zmpop(SortedSetEnd end, K... keys) {
        return command(ZMPOP).countedKeys("keys", keys).args("end", end).reply(poppedSeveral);
    }

    /**
     * Takes several members out of the first sorted set that is not empty. Complexity: O(K+M*log(N)) in the number of
     * keys, of members taken and of all. Redis command ZMPOP with COUNT, since 7.0.0.
     *
     * @param end which members: those with the lowest scores, or with the highest
     * @param count how many members to take at most, at least 1
     * @param keys keys of the sorted sets, at least one; tried in this order
     * @return the key and the members, that from the end first; null if all are empty
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, ScoredMember<V>>> zmpop(SortedSetEnd end, long count, K... keys) {
        return command(ZMPOP)
                .countedKeys("keys", keys)
                .args("end", end)
                .word("COUNT")
                .number(positive("count", count))
                .reply(poppedSeveral);
    }

    /**
     * Takes the member with the highest score out of a sorted set. Complexity: O(log(N)) in the number of members.
     * Redis command ZPOPMAX, since 5.0.0.
     *
     * @param key key of the sorted set
     * @return the member; null if the key does not exist
     */
    public Command<@Nullable ScoredMember<V>> zpopMax(K key) {
        return command(ZPOPMAX).key(key).reply(one);
    }

    /**
     * Takes the members with the highest scores out of a sorted set. Complexity: O(M*log(N)) in the number of members
     * taken and of all. Redis command ZPOPMAX, since 5.0.0.
     *
     * @param key key of the sorted set
     * @param count how many members to take at most, at least 1
     * @return the members, the highest score first; empty if the key does not exist
     */
    public Command<List<ScoredMember<V>>> zpopMax(K key, long count) {
        return command(ZPOPMAX).key(key).number(positive("count", count)).reply(several);
    }

    /**
     * Takes the member with the lowest score out of a sorted set. Complexity: O(log(N)) in the number of members. Redis
     * command ZPOPMIN, since 5.0.0.
     *
     * @param key key of the sorted set
     * @return the member; null if the key does not exist
     */
    public Command<@Nullable ScoredMember<V>> zpopMin(K key) {
        return command(ZPOPMIN).key(key).reply(one);
    }

    /**
     * Takes the members with the lowest scores out of a sorted set. Complexity: O(M*log(N)) in the number of members
     * taken and of all. Redis command ZPOPMIN, since 5.0.0.
     *
     * @param key key of the sorted set
     * @param count how many members to take at most, at least 1
     * @return the members, the lowest score first; empty if the key does not exist
     */
    public Command<List<ScoredMember<V>>> zpopMin(K key, long count) {
        return command(ZPOPMIN).key(key).number(positive("count", count)).reply(several);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
