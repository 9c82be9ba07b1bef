package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.ScoreRange;
import io.sorrel.redis.command.args.ZRangeArgs;
import io.sorrel.redis.command.reply.ScoredMember;
import java.util.List;

/**
 * The older commands on ranges of sorted sets, which Redis counts as deprecated since ZRANGE does what they do.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@CommandGroup(value = "SortedSetOldRange", accessor = "sortedSetOldRanges")
public final class SortedSetOldRangeDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec ZRANGEBYLEX =
            SPECS.add(CommandSpec.read("ZRANGEBYLEX", "2.8.9").key());
    private static final CommandSpec ZRANGEBYSCORE =
            SPECS.add(CommandSpec.read("ZRANGEBYSCORE", "1.0.5").key());
    private static final CommandSpec ZREVRANGE =
            SPECS.add(CommandSpec.read("ZREVRANGE", "1.2.0").key());
    private static final CommandSpec ZREVRANGEBYLEX =
            SPECS.add(CommandSpec.read("ZREVRANGEBYLEX", "2.8.9").key());
    private static final CommandSpec ZREVRANGEBYSCORE =
            SPECS.add(CommandSpec.read("ZREVRANGEBYSCORE", "2.2.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> members;
    private final ReplyDecoder<List<ScoredMember<V>>> scoredMembers;

    SortedSetOldRangeDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> member = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.members = ReplyDecoders.list(member);
        this.scoredMembers = SortedSetReplies.scored(member);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Reads the members that are in a range, where all members have the same score; the order of the bytes decides.
     * Complexity: O(log(N)+M) in the number of members and of those returned. Redis command ZRANGEBYLEX, since 2.8.9.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, LexRange)}
     */
    @Deprecated
    public Command<List<V>> zrangeByLex(K key, LexRange<V> range) {
        return lex(key, range).reply(members);
    }

    /**
     * Reads a part of the members that are in a range, where all members have the same score; the order of the bytes
     * decides. Complexity: O(log(N)+M) in the number of members and of those returned. Redis command ZRANGEBYLEX with
     * LIMIT, since 2.8.9.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @param offset how many members to leave out, not negative
     * @param count how many to return at most, not negative
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, LexRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#limit(long, long)}
     */
    @Deprecated
    public Command<List<V>> zrangeByLex(K key, LexRange<V> range, long offset, long count) {
        return limit(lex(key, range), offset, count).reply(members);
    }

    /**
     * Reads the members whose scores are in a range, from the lowest score up. Complexity: O(log(N)+M) in the number of
     * members and of those returned. Redis command ZRANGEBYSCORE, since 1.0.5.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, ScoreRange)}
     */
    @Deprecated
    public Command<List<V>> zrangeByScore(K key, ScoreRange range) {
        return command(ZRANGEBYSCORE).key(key).args("range", range).reply(members);
    }

    /**
     * Reads a part of the members whose scores are in a range, from the lowest score up. Complexity: O(log(N)+M) in the
     * number of members and of those returned. Redis command ZRANGEBYSCORE with LIMIT, since 1.0.5.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @param offset how many members to leave out, not negative
     * @param count how many to return at most, not negative
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, ScoreRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#limit(long, long)}
     */
    @Deprecated
    public Command<List<V>> zrangeByScore(K key, ScoreRange range, long offset, long count) {
        return limit(command(ZRANGEBYSCORE).key(key).args("range", range), offset, count)
                .reply(members);
    }

    /**
     * Reads the members whose scores are in a range, from the lowest score up, with their scores. Complexity:
     * O(log(N)+M) in the number of members and of those returned. Redis command ZRANGEBYSCORE with WITHSCORES, since
     * 1.0.5.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return the members with their scores, in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrangeWithScores(Object, ScoreRange)}
     */
    @Deprecated
    public Command<List<ScoredMember<V>>> zrangeByScoreWithScores(K key, ScoreRange range) {
        return command(ZRANGEBYSCORE)
                .key(key)
                .args("range", range)
                .word("WITHSCORES")
                .reply(scoredMembers);
    }

    /**
     * Reads a part of the members whose scores are in a range, from the lowest score up, with their scores. Complexity:
     * O(log(N)+M) in the number of members and of those returned. Redis command ZRANGEBYSCORE with WITHSCORES and
     * LIMIT, since 1.0.5.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @param offset how many members to leave out, not negative
     * @param count how many to return at most, not negative
     * @return the members with their scores, in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrangeWithScores(Object, ScoreRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#limit(long, long)}
     */
    @Deprecated
    public Command<List<ScoredMember<V>>> zrangeByScoreWithScores(K key, ScoreRange range, long offset, long count) {
        return limit(command(ZRANGEBYSCORE).key(key).args("range", range).word("WITHSCORES"), offset, count)
                .reply(scoredMembers);
    }

    /**
     * Reads the members between two ranks, from the highest score down. Complexity: O(log(N)+M) in the number of
     * members and of those returned. Redis command ZREVRANGE, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, long, long, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<V>> zrevRange(K key, long start, long stop) {
        return command(ZREVRANGE).key(key).number(start).number(stop).reply(members);
    }

    /**
     * Reads the members between two ranks, from the highest score down, with their scores. Complexity: O(log(N)+M) in
     * the number of members and of those returned. Redis command ZREVRANGE with WITHSCORES, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @return the members with their scores, in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrangeWithScores(Object, long, long, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<ScoredMember<V>>> zrevRangeWithScores(K key, long start, long stop) {
        return command(ZREVRANGE)
                .key(key)
                .number(start)
                .number(stop)
                .word("WITHSCORES")
                .reply(scoredMembers);
    }

    /**
     * Reads the members that are in a range, from the last one back, where all members have the same score; the order
     * of the bytes decides. Complexity: O(log(N)+M) in the number of members and of those returned. Redis command
     * ZREVRANGEBYLEX, since 2.8.9.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, LexRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<V>> zrevRangeByLex(K key, LexRange<V> range) {
        return lexReversed(key, range).reply(members);
    }

    /**
     * Reads a part of the members that are in a range, from the last one back, where all members have the same score;
     * the order of the bytes decides. Complexity: O(log(N)+M) in the number of members and of those returned. Redis
     * command ZREVRANGEBYLEX with LIMIT, since 2.8.9.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @param offset how many members to leave out, not negative
     * @param count how many to return at most, not negative
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, LexRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<V>> zrevRangeByLex(K key, LexRange<V> range, long offset, long count) {
        return limit(lexReversed(key, range), offset, count).reply(members);
    }

    /**
     * Reads the members whose scores are in a range, from the highest score down. Complexity: O(log(N)+M) in the number
     * of members and of those returned. Redis command ZREVRANGEBYSCORE, since 2.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, ScoreRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<V>> zrevRangeByScore(K key, ScoreRange range) {
        return scoreReversed(key, range).reply(members);
    }

    /**
     * Reads a part of the members whose scores are in a range, from the highest score down. Complexity: O(log(N)+M) in
     * the number of members and of those returned. Redis command ZREVRANGEBYSCORE with LIMIT, since 2.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @param offset how many members to leave out, not negative
     * @param count how many to return at most, not negative
     * @return the members in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrange(Object, ScoreRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<V>> zrevRangeByScore(K key, ScoreRange range, long offset, long count) {
        return limit(scoreReversed(key, range), offset, count).reply(members);
    }

    /**
     * Reads the members whose scores are in a range, from the highest score down, with their scores. Complexity:
     * O(log(N)+M) in the number of members and of those returned. Redis command ZREVRANGEBYSCORE with WITHSCORES, since
     * 2.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return the members with their scores, in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrangeWithScores(Object, ScoreRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<ScoredMember<V>>> zrevRangeByScoreWithScores(K key, ScoreRange range) {
        return scoreReversed(key, range).word("WITHSCORES").reply(scoredMembers);
    }

    /**
     * Reads a part of the members whose scores are in a range, from the highest score down, with their scores.
     * Complexity: O(log(N)+M) in the number of members and of those returned. Redis command ZREVRANGEBYSCORE with
     * WITHSCORES and LIMIT, since 2.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @param offset how many members to leave out, not negative
     * @param count how many to return at most, not negative
     * @return the members with their scores, in that order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link SortedSetRangeDefinitions#zrangeWithScores(Object, ScoreRange, ZRangeArgs)} with
     *     {@link ZRangeArgs#descending()}
     */
    @Deprecated
    public Command<List<ScoredMember<V>>> zrevRangeByScoreWithScores(K key, ScoreRange range, long offset, long count) {
        return limit(scoreReversed(key, range).word("WITHSCORES"), offset, count)
                .reply(scoredMembers);
    }

    private CommandBuilder<K, V> lex(K key, LexRange<V> range) {
        CommandBuilder<K, V> command = command(ZRANGEBYLEX).key(key);
        CommandBuilder.notNull("range", range).writeTo(command);
        return command;
    }

    private CommandBuilder<K, V> lexReversed(K key, LexRange<V> range) {
        CommandBuilder<K, V> command = command(ZREVRANGEBYLEX).key(key);
        CommandBuilder.notNull("range", range).writeReversedTo(command);
        return command;
    }

    private CommandBuilder<K, V> scoreReversed(K key, ScoreRange range) {
        CommandBuilder<K, V> command = command(ZREVRANGEBYSCORE).key(key);
        CommandBuilder.notNull("range", range).writeReversedTo(command);
        return command;
    }

    private CommandBuilder<K, V> limit(CommandBuilder<K, V> command, long offset, long count) {
        return command.word("LIMIT").number(notNegative("offset", offset)).number(notNegative("count", count));
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
