package io.sorrel.redis.command.definition;

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
 * Commands on ranges of sorted sets: by rank, by score, or by member.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@CommandGroup(value = "SortedSetRange", accessor = "sortedSetRanges")
public final class SortedSetRangeDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec ZCOUNT =
            SPECS.add(CommandSpec.read("ZCOUNT", "2.0.0").key());
    private static final CommandSpec ZLEXCOUNT =
            SPECS.add(CommandSpec.read("ZLEXCOUNT", "2.8.9").key());
    private static final CommandSpec ZRANGE =
            SPECS.add(CommandSpec.read("ZRANGE", "1.2.0").key());
    private static final CommandSpec ZREMRANGEBYLEX =
            SPECS.add(CommandSpec.write("ZREMRANGEBYLEX", "2.8.9").key());
    private static final CommandSpec ZREMRANGEBYRANK =
            SPECS.add(CommandSpec.write("ZREMRANGEBYRANK", "2.0.0").key());
    private static final CommandSpec ZREMRANGEBYSCORE =
            SPECS.add(CommandSpec.write("ZREMRANGEBYSCORE", "1.2.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> members;
    private final ReplyDecoder<List<ScoredMember<V>>> scoredMembers;

    SortedSetRangeDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> member = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.members = ReplyDecoders.list(member);
        this.scoredMembers = SortedSetReplies.scored(member);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Counts the members whose scores are in a range. Complexity: O(log(N)) in the number of members. Redis command
     * ZCOUNT, since 2.0.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return how many there are; 0 if the key does not exist
     */
    public Command<Long> zcount(K key, ScoreRange range) {
        return command(ZCOUNT).key(key).args("range", range).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that are in a range, where all members have the same score; the order of the bytes decides.
     * Complexity: O(log(N)) in the number of members. Redis command ZLEXCOUNT, since 2.8.9.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @return how many there are; 0 if the key does not exist
     */
    public Command<Long> zlexCount(K key, LexRange<V> range) {
        return lex(command(ZLEXCOUNT).key(key), range).reply(ReplyDecoders.integer());
    }

    /**
     * Reads the members between two ranks, from the lowest score up. Complexity: O(log(N)+M) in the number of members
     * and of those returned. Redis command ZRANGE, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @return the members in order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> zrange(K key, long start, long stop) {
        return command(ZRANGE).key(key).number(start).number(stop).reply(members);
    }

    /**
     * Reads the members between two ranks. Complexity: O(log(N)+M) in the number of members and of those returned.
     * Redis command ZRANGE, since 6.2.0 with options.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @param args in which direction; ranks count in that direction, and a limit is refused
     * @return the members in order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> zrange(K key, long start, long stop, ZRangeArgs args) {
        return RangeWords.byRank(command(ZRANGE).key(key), start, stop, args).reply(members);
    }

    /**
     * Reads the members whose scores are in a range, from the lowest score up. Complexity: O(log(N)+M) in the number of
     * members and of those returned. Redis command ZRANGE with BYSCORE, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return the members in order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> zrange(K key, ScoreRange range) {
        return zrange(key, range, ZRangeArgs.ascending());
    }

    /**
     * Reads the members whose scores are in a range. Complexity: O(log(N)+M) in the number of members and of those
     * returned. Redis command ZRANGE with BYSCORE, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score, also where the direction is descending
     * @param args in which direction, and how many members
     * @return the members in order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> zrange(K key, ScoreRange range, ZRangeArgs args) {
        return RangeWords.byScore(command(ZRANGE).key(key), range, args).reply(members);
    }

    /**
     * Reads the members that are in a range, where all members have the same score; the order of the bytes decides.
     * Complexity: O(log(N)+M) in the number of members and of those returned. Redis command ZRANGE with BYLEX, since
     * 6.2.0.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @return the members in order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> zrange(K key, LexRange<V> range) {
        return zrange(key, range, ZRangeArgs.ascending());
    }

    /**
     * Reads the members that are in a range, where all members have the same score; the order of the bytes decides.
     * Complexity: O(log(N)+M) in the number of members and of those returned. Redis command ZRANGE with BYLEX, since
     * 6.2.0.
     *
     * @param key key of the sorted set
     * @param range first and last member, also where the direction is descending
     * @param args in which direction, and how many members
     * @return the members in order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> zrange(K key, LexRange<V> range, ZRangeArgs args) {
        return RangeWords.byLex(command(ZRANGE).key(key), range, args).reply(members);
    }

    /**
     * Reads the members between two ranks with their scores, from the lowest score up. Complexity: O(log(N)+M) in the
     * number of members and of those returned. Redis command ZRANGE with WITHSCORES, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @return the members with their scores, in order; empty if there are none, or the key does not exist
     */
    public Command<List<ScoredMember<V>>> zrangeWithScores(K key, long start, long stop) {
        return zrangeWithScores(key, start, stop, ZRangeArgs.ascending());
    }

    /**
     * Reads the members between two ranks with their scores. Complexity: O(log(N)+M) in the number of members and of
     * those returned. Redis command ZRANGE with WITHSCORES, since 6.2.0 with options.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @param args in which direction; ranks count in that direction, and a limit is refused
     * @return the members with their scores, in order; empty if there are none, or the key does not exist
     */
    public Command<List<ScoredMember<V>>> zrangeWithScores(K key, long start, long stop, ZRangeArgs args) {
        return RangeWords.byRank(command(ZRANGE).key(key), start, stop, args)
                .word("WITHSCORES")
                .reply(scoredMembers);
    }

    /**
     * Reads the members whose scores are in a range with their scores, from the lowest score up. Complexity:
     * O(log(N)+M) in the number of members and of those returned. Redis command ZRANGE with BYSCORE and WITHSCORES,
     * since 6.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return the members with their scores, in order; empty if there are none, or the key does not exist
     */
    public Command<List<ScoredMember<V>>> zrangeWithScores(K key, ScoreRange range) {
        return zrangeWithScores(key, range, ZRangeArgs.ascending());
    }

    /**
     * Reads the members whose scores are in a range with their scores. Complexity: O(log(N)+M) in the number of members
     * and of those returned. Redis command ZRANGE with BYSCORE and WITHSCORES, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score, also where the direction is descending
     * @param args in which direction, and how many members
     * @return the members with their scores, in order; empty if there are none, or the key does not exist
     */
    public Command<List<ScoredMember<V>>> zrangeWithScores(K key, ScoreRange range, ZRangeArgs args) {
        return RangeWords.byScore(command(ZRANGE).key(key), range, args)
                .word("WITHSCORES")
                .reply(scoredMembers);
    }

    /**
     * Removes the members that are in a range, where all members have the same score; the order of the bytes decides.
     * Complexity: O(log(N)+M) in the number of members and of those removed. Redis command ZREMRANGEBYLEX, since 2.8.9.
     *
     * @param key key of the sorted set
     * @param range first and last member
     * @return how many members were removed; 0 if the key does not exist
     */
    public Command<Long> zremRangeByLex(K key, LexRange<V> range) {
        return lex(command(ZREMRANGEBYLEX).key(key), range).reply(ReplyDecoders.integer());
    }

    /**
     * Removes the members between two ranks, counted from the lowest score up. Complexity: O(log(N)+M) in the number of
     * members and of those removed. Redis command ZREMRANGEBYRANK, since 2.0.0.
     *
     * @param key key of the sorted set
     * @param start rank of the first one, from 0; a negative one counts from the end, -1 is the last member
     * @param stop rank of the last one, counted in the same way
     * @return how many members were removed; 0 if the key does not exist
     */
    public Command<Long> zremRangeByRank(K key, long start, long stop) {
        return command(ZREMRANGEBYRANK).key(key).number(start).number(stop).reply(ReplyDecoders.integer());
    }

    /**
     * Removes the members whose scores are in a range. Complexity: O(log(N)+M) in the number of members and of those
     * removed. Redis command ZREMRANGEBYSCORE, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param range lowest and highest score
     * @return how many members were removed; 0 if the key does not exist
     */
    public Command<Long> zremRangeByScore(K key, ScoreRange range) {
        return command(ZREMRANGEBYSCORE).key(key).args("range", range).reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> lex(CommandBuilder<K, V> command, LexRange<V> range) {
        CommandBuilder.notNull("range", range).writeTo(command);
        return command;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
