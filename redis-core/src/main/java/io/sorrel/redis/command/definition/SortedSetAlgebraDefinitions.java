package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ZAggregateArgs;
import io.sorrel.redis.command.reply.ScoredMember;
import java.util.Collection;
import java.util.List;

/**
 * Unions, intersections and differences of sorted sets; a missing key is an empty one. In a cluster all keys must be in
 * one slot.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "SortedSetAlgebra", accessor = "sortedSetAlgebra")
public final class SortedSetAlgebraDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec ZDIFF =
            SPECS.add(CommandSpec.read("ZDIFF", "6.2.0").movableKeys());
    private static final CommandSpec ZINTER =
            SPECS.add(CommandSpec.read("ZINTER", "6.2.0").movableKeys());
    private static final CommandSpec ZINTERCARD =
            SPECS.add(CommandSpec.read("ZINTERCARD", "7.0.0").movableKeys());
    private static final CommandSpec ZUNION =
            SPECS.add(CommandSpec.read("ZUNION", "6.2.0").movableKeys());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> members;
    private final ReplyDecoder<List<ScoredMember<V>>> scoredMembers;

    SortedSetAlgebraDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> member = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.members = ReplyDecoders.list(member);
        this.scoredMembers = SortedSetReplies.scored(member);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Reads the members of the first sorted set that are in none of the others. Complexity: O(L+(N-K)*log(N)) in the
     * number of all members, of those in the first and of those found. Redis command ZDIFF, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<V>> zdiff(K... keys) {
        return command(ZDIFF).countedKeys("keys", keys).reply(members);
    }

    /**
     * Reads the members of the first sorted set that are in none of the others. Complexity: O(L+(N-K)*log(N)) in the
     * number of all members, of those in the first and of those found. Redis command ZDIFF, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    public Command<List<V>> zdiff(Collection<? extends K> keys) {
        return command(ZDIFF).countedKeys("keys", keys).reply(members);
    }

    /**
     * Reads the members of the first sorted set that are in none of the others, with scores as the first one has them.
     * Complexity: O(L+(N-K)*log(N)) in the number of all members, of those in the first and of those found. Redis
     * command ZDIFF with WITHSCORES, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<ScoredMember<V>>> zdiffWithScores(K... keys) {
        return command(ZDIFF).countedKeys("keys", keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members of the first sorted set that are in none of the others, with scores as the first one has them.
     * Complexity: O(L+(N-K)*log(N)) in the number of all members, of those in the first and of those found. Redis
     * command ZDIFF with WITHSCORES, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none
     */
    public Command<List<ScoredMember<V>>> zdiffWithScores(Collection<? extends K> keys) {
        return command(ZDIFF).countedKeys("keys", keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of the
     * smallest one, of keys and of members found. Redis command ZINTER, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<V>> zinter(K... keys) {
        return command(ZINTER).countedKeys("keys", keys).reply(members);
    }

    /**
     * Reads the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of the
     * smallest one, of keys and of members found. Redis command ZINTER, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    public Command<List<V>> zinter(Collection<? extends K> keys) {
        return command(ZINTER).countedKeys("keys", keys).reply(members);
    }

    /**
     * Reads the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of the
     * smallest one, of keys and of members found. Redis command ZINTER, since 6.2.0.
     *
     * @param args how scores are weighted and made one; it decides the order
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<V>> zinter(ZAggregateArgs args, K... keys) {
        return aggregated(command(ZINTER), args, keys).reply(members);
    }

    /**
     * Reads the members that are in all of the sorted sets. Complexity: O(N*K+M*log(M)) in the number of members of the
     * smallest one, of keys and of members found. Redis command ZINTER, since 6.2.0.
     *
     * @param args how scores are weighted and made one; it decides the order
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    public Command<List<V>> zinter(ZAggregateArgs args, Collection<? extends K> keys) {
        return aggregated(command(ZINTER), args, keys).reply(members);
    }

    /**
     * Reads the members that are in all of the sorted sets, with scores. Complexity: O(N*K+M*log(M)) in the number of
     * members of the smallest one, of keys and of members found. Redis command ZINTER with WITHSCORES, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none; scores are sums
     */
    @SafeVarargs
    public final Command<List<ScoredMember<V>>> zinterWithScores(K... keys) {
        return command(ZINTER).countedKeys("keys", keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in all of the sorted sets, with scores. Complexity: O(N*K+M*log(M)) in the number of
     * members of the smallest one, of keys and of members found. Redis command ZINTER with WITHSCORES, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none; scores are sums
     */
    public Command<List<ScoredMember<V>>> zinterWithScores(Collection<? extends K> keys) {
        return command(ZINTER).countedKeys("keys", keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in all of the sorted sets, with scores. Complexity: O(N*K+M*log(M)) in the number of
     * members of the smallest one, of keys and of members found. Redis command ZINTER with WITHSCORES, since 6.2.0.
     *
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<ScoredMember<V>>> zinterWithScores(ZAggregateArgs args, K... keys) {
        return aggregated(command(ZINTER), args, keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in all of the sorted sets, with scores. Complexity: O(N*K+M*log(M)) in the number of
     * members of the smallest one, of keys and of members found. Redis command ZINTER with WITHSCORES, since 6.2.0.
     *
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none
     */
    public Command<List<ScoredMember<V>>> zinterWithScores(ZAggregateArgs args, Collection<? extends K> keys) {
        return aggregated(command(ZINTER), args, keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Counts the members that are in all of the sorted sets. Complexity: O(N*K) in the number of members of the
     * smallest one and of keys. Redis command ZINTERCARD, since 7.0.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many there are
     */
    @SafeVarargs
    public final Command<Long> zinterCard(K... keys) {
        return command(ZINTERCARD).countedKeys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that are in all of the sorted sets. Complexity: O(N*K) in the number of members of the
     * smallest one and of keys. Redis command ZINTERCARD, since 7.0.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many there are
     */
    public Command<Long> zinterCard(Collection<? extends K> keys) {
        return command(ZINTERCARD).countedKeys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that are in all of the sorted sets, and stops at a limit. Complexity: O(N*K) in the number of
     * members of the smallest one and of keys. Redis command ZINTERCARD with LIMIT, since 7.0.0.
     *
     * @param limit where to stop counting, at least 1
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many there are, at most {@code limit}
     */
    @SafeVarargs
    public final Command<Long> zinterCard(long limit, K... keys) {
        return command(ZINTERCARD)
                .countedKeys("keys", keys)
                .word("LIMIT")
                .number(positive("limit", limit))
                .reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that are in all of the sorted sets, and stops at a limit. Complexity: O(N*K) in the number of
     * members of the smallest one and of keys. Redis command ZINTERCARD with LIMIT, since 7.0.0.
     *
     * @param limit where to stop counting, at least 1
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return how many there are, at most {@code limit}
     */
    public Command<Long> zinterCard(long limit, Collection<? extends K> keys) {
        return command(ZINTERCARD)
                .countedKeys("keys", keys)
                .word("LIMIT")
                .number(positive("limit", limit))
                .reply(ReplyDecoders.integer());
    }

    /**
     * Reads the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNION, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<V>> zunion(K... keys) {
        return command(ZUNION).countedKeys("keys", keys).reply(members);
    }

    /**
     * Reads the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNION, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    public Command<List<V>> zunion(Collection<? extends K> keys) {
        return command(ZUNION).countedKeys("keys", keys).reply(members);
    }

    /**
     * Reads the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNION, since 6.2.0.
     *
     * @param args how scores are weighted and made one; it decides the order
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<V>> zunion(ZAggregateArgs args, K... keys) {
        return aggregated(command(ZUNION), args, keys).reply(members);
    }

    /**
     * Reads the members that are in at least one of the sorted sets. Complexity: O(N+M*log(M)) in the number of all
     * members and of those found. Redis command ZUNION, since 6.2.0.
     *
     * @param args how scores are weighted and made one; it decides the order
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members, the lowest score first; empty if there are none
     */
    public Command<List<V>> zunion(ZAggregateArgs args, Collection<? extends K> keys) {
        return aggregated(command(ZUNION), args, keys).reply(members);
    }

    /**
     * Reads the members that are in at least one of the sorted sets, with scores. Complexity: O(N+M*log(M)) in the
     * number of all members and of those found. Redis command ZUNION with WITHSCORES, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none; scores are sums
     */
    @SafeVarargs
    public final Command<List<ScoredMember<V>>> zunionWithScores(K... keys) {
        return command(ZUNION).countedKeys("keys", keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in at least one of the sorted sets, with scores. Complexity: O(N+M*log(M)) in the
     * number of all members and of those found. Redis command ZUNION with WITHSCORES, since 6.2.0.
     *
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none; scores are sums
     */
    public Command<List<ScoredMember<V>>> zunionWithScores(Collection<? extends K> keys) {
        return command(ZUNION).countedKeys("keys", keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in at least one of the sorted sets, with scores. Complexity: O(N+M*log(M)) in the
     * number of all members and of those found. Redis command ZUNION with WITHSCORES, since 6.2.0.
     *
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none
     */
    @SafeVarargs
    public final Command<List<ScoredMember<V>>> zunionWithScores(ZAggregateArgs args, K... keys) {
        return aggregated(command(ZUNION), args, keys).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads the members that are in at least one of the sorted sets, with scores. Complexity: O(N+M*log(M)) in the
     * number of all members and of those found. Redis command ZUNION with WITHSCORES, since 6.2.0.
     *
     * @param args how scores are weighted and made one
     * @param keys keys of the sorted sets or sets, at least one; the members of a set count with score 1
     * @return the members with their scores, the lowest score first; empty if there are none
     */
    public Command<List<ScoredMember<V>>> zunionWithScores(ZAggregateArgs args, Collection<? extends K> keys) {
        return aggregated(command(ZUNION), args, keys).word("WITHSCORES").reply(scoredMembers);
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
