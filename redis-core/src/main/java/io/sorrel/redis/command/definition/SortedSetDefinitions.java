package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNan;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.args.ZAddCondition;
import io.sorrel.redis.command.reply.RankWithScore;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.command.reply.ScoredMember;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on single members of sorted sets: values that are there once, each with a score, in the order of the scores
 * and then of their bytes. A key that holds another type fails with a {@code WrongTypeException}.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "SortedSet", accessor = "sortedSets")
public final class SortedSetDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec ZADD =
            SPECS.add(CommandSpec.write("ZADD", "1.2.0").key());
    private static final CommandSpec ZADD_AGAIN =
            CommandSpec.write("ZADD", "1.2.0").key().idempotent().build();
    private static final CommandSpec ZCARD =
            SPECS.add(CommandSpec.read("ZCARD", "1.2.0").key());
    private static final CommandSpec ZINCRBY =
            SPECS.add(CommandSpec.write("ZINCRBY", "1.2.0").key());
    private static final CommandSpec ZMSCORE =
            SPECS.add(CommandSpec.read("ZMSCORE", "6.2.0").key());
    private static final CommandSpec ZRANDMEMBER =
            SPECS.add(CommandSpec.read("ZRANDMEMBER", "6.2.0").key());
    private static final CommandSpec ZRANK =
            SPECS.add(CommandSpec.read("ZRANK", "2.0.0").key());
    private static final CommandSpec ZREM =
            SPECS.add(CommandSpec.write("ZREM", "1.2.0").key());
    private static final CommandSpec ZREVRANK =
            SPECS.add(CommandSpec.read("ZREVRANK", "2.0.0").key());
    private static final CommandSpec ZSCAN =
            SPECS.add(CommandSpec.read("ZSCAN", "2.8.0").key());
    private static final CommandSpec ZSCORE =
            SPECS.add(CommandSpec.read("ZSCORE", "1.2.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable V> nullableMember;
    private final ReplyDecoder<@Nullable Double> nullableScore;
    private final ReplyDecoder<List<@Nullable Double>> nullableScores;
    private final ReplyDecoder<List<V>> members;
    private final ReplyDecoder<List<ScoredMember<V>>> scoredMembers;
    private final ReplyDecoder<ScanPage<ScoredMember<V>>> page;

    SortedSetDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> member = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.nullableMember = ReplyDecoders.nullable(member);
        this.nullableScore = ReplyDecoders.nullable(ReplyDecoders.real());
        this.nullableScores = ReplyDecoders.list(nullableScore);
        this.members = ReplyDecoders.list(member);
        this.scoredMembers = SortedSetReplies.scored(member);
        this.page = ScanReplies.pageOf(scoredMembers);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds a member, or gives it a new score. Complexity: O(log(N)) in the number of members. Redis command ZADD,
     * since 1.2.0.
     *
     * @param key key of the sorted set
     * @param score its score; a number, may be infinite
     * @param member the member
     * @return how many members are new: 1, or 0 if it was there
     */
    public Command<Long> zadd(K key, double score, V member) {
        return scored(command(ZADD).key(key), score, member).reply(ReplyDecoders.integer());
    }

    /**
     * Adds a member, or gives it a new score, on a condition. Complexity: O(log(N)) in the number of members. Redis
     * command ZADD, since 3.0.2 with a condition.
     *
     * @param key key of the sorted set
     * @param score its score; a number, may be infinite
     * @param member the member
     * @param condition when it is added or changed
     * @return how many members are new: 1 or 0
     */
    public Command<Long> zadd(K key, double score, V member, ZAddCondition condition) {
        return scored(add(key, condition), score, member).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members, or gives them new scores. Complexity: O(M*log(N)) in the number of given members and of all. Redis
     * command ZADD, since 2.4.0 with several members.
     *
     * @param key key of the sorted set
     * @param members the scores by member, at least one; numbers, may be infinite
     * @return how many members are new
     */
    public Command<Long> zadd(K key, Map<? extends V, Double> members) {
        return scored(command(ZADD).key(key), members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members, or gives them new scores, each on a condition. Complexity: O(M*log(N)) in the number of given
     * members and of all. Redis command ZADD, since 3.0.2 with a condition.
     *
     * @param key key of the sorted set
     * @param members the scores by member, at least one; numbers, may be infinite
     * @param condition when one is added or changed
     * @return how many members are new
     */
    public Command<Long> zadd(K key, Map<? extends V, Double> members, ZAddCondition condition) {
        return scored(add(key, condition), members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members, or gives them new scores, and counts both. Complexity: O(M*log(N)) in the number of given members
     * and of all. Redis command ZADD with CH, since 3.0.2.
     *
     * @param key key of the sorted set
     * @param members the scores by member, at least one; numbers, may be infinite
     * @return how many members are new or have another score than before
     */
    public Command<Long> zaddChanged(K key, Map<? extends V, Double> members) {
        return scored(command(ZADD).key(key).word("CH"), members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members, or gives them new scores, each on a condition, and counts both. Complexity: O(M*log(N)) in the
     * number of given members and of all. Redis command ZADD with CH, since 3.0.2.
     *
     * @param key key of the sorted set
     * @param members the scores by member, at least one; numbers, may be infinite
     * @param condition when one is added or changed
     * @return how many members are new or have another score than before
     */
    public Command<Long> zaddChanged(K key, Map<? extends V, Double> members, ZAddCondition condition) {
        return scored(command(ZADD).key(key).args("condition", condition).word("CH"), members)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Adds some to the score of a member, on a condition; a missing member counts as 0. Complexity: O(log(N)) in the
     * number of members. Redis command ZADD with INCR, since 3.0.2. A score that would not be a number fails with a
     * {@code RedisServerException}.
     *
     * @param key key of the sorted set
     * @param increment what is added; a number, may be negative or infinite
     * @param member the member
     * @param condition when it is added or changed; for {@code GT} and {@code LT}, the sum is the new score
     * @return the score afterwards; null if the condition is not met
     */
    public Command<@Nullable Double> zaddIncr(K key, double increment, V member, ZAddCondition condition) {
        return command(ZADD)
                .key(key)
                .args("condition", condition)
                .word("INCR")
                .number(notNan("increment", increment))
                .value("member", member)
                .reply(nullableScore);
    }

    /**
     * Counts the members. Complexity: O(1). Redis command ZCARD, since 1.2.0.
     *
     * @param key key of the sorted set
     * @return how many members it has; 0 if the key does not exist
     */
    public Command<Long> zcard(K key) {
        return command(ZCARD).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Adds some to the score of a member; a missing member counts as 0. Complexity: O(log(N)) in the number of members.
     * Redis command ZINCRBY, since 1.2.0. A score that would not be a number fails with a {@code RedisServerException}.
     *
     * @param key key of the sorted set
     * @param increment what is added; a number, may be negative or infinite
     * @param member the member
     * @return the score afterwards
     */
    public Command<Double> zincrBy(K key, double increment, V member) {
        return command(ZINCRBY)
                .key(key)
                .number(notNan("increment", increment))
                .value("member", member)
                .reply(ReplyDecoders.real());
    }

    /**
     * Reads the scores of several members. Complexity: O(N) in the number of members given. Redis command ZMSCORE,
     * since 6.2.0.
     *
     * @param key key of the sorted set
     * @param members the members, at least one
     * @return their scores in the order of the members; null for one that does not exist
     */
    @SafeVarargs
    public final Command<List<@Nullable Double>> zmscore(K key, V... members) {
        return command(ZMSCORE).key(key).values("members", members).<List<@Nullable Double>>reply(nullableScores);
    }

    /**
     * Reads the scores of several members. Complexity: O(N) in the number of members given. Redis command ZMSCORE,
     * since 6.2.0.
     *
     * @param key key of the sorted set
     * @param members the members, at least one
     * @return their scores in the order of the members; null for one that does not exist
     */
    public Command<List<@Nullable Double>> zmscore(K key, Collection<? extends V> members) {
        return command(ZMSCORE).key(key).values("members", members).<List<@Nullable Double>>reply(nullableScores);
    }

    /**
     * Picks a member at random. Complexity: O(1). Redis command ZRANDMEMBER, since 6.2.0.
     *
     * @param key key of the sorted set
     * @return one of its members; null if the key does not exist
     */
    public Command<@Nullable V> zrandMember(K key) {
        return command(ZRANDMEMBER).key(key).reply(nullableMember);
    }

    /**
     * Picks different members at random. Complexity: O(N) in the number of members picked. Redis command ZRANDMEMBER
     * with a positive count, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param count how many members, at least 1
     * @return so many of its members, or all if it has fewer; empty if the key does not exist
     */
    public Command<List<V>> zrandMember(K key, long count) {
        return command(ZRANDMEMBER).key(key).number(positive("count", count)).reply(members);
    }

    /**
     * Picks different members at random, with their scores. Complexity: O(N) in the number of members picked. Redis
     * command ZRANDMEMBER with a positive count and WITHSCORES, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param count how many members, at least 1
     * @return so many of its members, or all if it has fewer; empty if the key does not exist
     */
    public Command<List<ScoredMember<V>>> zrandMemberWithScores(K key, long count) {
        return command(ZRANDMEMBER)
                .key(key)
                .number(positive("count", count))
                .word("WITHSCORES")
                .reply(scoredMembers);
    }

    /**
     * Picks members at random, the same perhaps more than once. Complexity: O(N) in the number of members picked. Redis
     * command ZRANDMEMBER with a negative count, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param count how many members, at least 1
     * @return exactly so many of its members; empty if the key does not exist
     */
    public Command<List<V>> zrandMemberRepeating(K key, long count) {
        return command(ZRANDMEMBER).key(key).number(-positive("count", count)).reply(members);
    }

    /**
     * Picks members at random, the same perhaps more than once, with their scores. Complexity: O(N) in the number of
     * members picked. Redis command ZRANDMEMBER with a negative count and WITHSCORES, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param count how many members, at least 1
     * @return exactly so many of its members; empty if the key does not exist
     */
    public Command<List<ScoredMember<V>>> zrandMemberRepeatingWithScores(K key, long count) {
        return command(ZRANDMEMBER)
                .key(key)
                .number(-positive("count", count))
                .word("WITHSCORES")
                .reply(scoredMembers);
    }

    /**
     * Tells how many members come before one, from the lowest score up. Complexity: O(log(N)) in the number of members.
     * Redis command ZRANK, since 2.0.0.
     *
     * @param key key of the sorted set
     * @param member the member
     * @return its rank, from 0; null if there is no such member
     */
    public Command<@Nullable Long> zrank(K key, V member) {
        return command(ZRANK).key(key).value("member", member).reply(ReplyDecoders.nullable(ReplyDecoders.integer()));
    }

    /**
     * Tells how many members come before one, from the lowest score up, and its score. Complexity: O(log(N)) in the
     * number of members. Redis command ZRANK with WITHSCORE, since 7.2.0.
     *
     * @param key key of the sorted set
     * @param member the member
     * @return its rank and score; null if there is no such member
     */
    public Command<@Nullable RankWithScore> zrankWithScore(K key, V member) {
        return command(ZRANK)
                .key(key)
                .value("member", member)
                .word("WITHSCORE")
                .reply(ReplyDecoders.nullable(SortedSetReplies::rankWithScore));
    }

    /**
     * Removes members; the key goes with its last member. Complexity: O(M*log(N)) in the number of given members and of
     * all. Redis command ZREM, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param members members to remove, at least one
     * @return how many members there were to remove
     */
    @SafeVarargs
    public final Command<Long> zrem(K key, V... members) {
        return command(ZREM).key(key).values("members", members).reply(ReplyDecoders.integer());
    }

    /**
     * Removes members; the key goes with its last member. Complexity: O(M*log(N)) in the number of given members and of
     * all. Redis command ZREM, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param members members to remove, at least one
     * @return how many members there were to remove
     */
    public Command<Long> zrem(K key, Collection<? extends V> members) {
        return command(ZREM).key(key).values("members", members).reply(ReplyDecoders.integer());
    }

    /**
     * Tells how many members come before one, from the highest score down. Complexity: O(log(N)) in the number of
     * members. Redis command ZREVRANK, since 2.0.0.
     *
     * @param key key of the sorted set
     * @param member the member
     * @return its rank, from 0; null if there is no such member
     */
    public Command<@Nullable Long> zrevRank(K key, V member) {
        return command(ZREVRANK)
                .key(key)
                .value("member", member)
                .reply(ReplyDecoders.nullable(ReplyDecoders.integer()));
    }

    /**
     * Tells how many members come before one, from the highest score down, and its score. Complexity: O(log(N)) in the
     * number of members. Redis command ZREVRANK with WITHSCORE, since 7.2.0.
     *
     * @param key key of the sorted set
     * @param member the member
     * @return its rank and score; null if there is no such member
     */
    public Command<@Nullable RankWithScore> zrevRankWithScore(K key, V member) {
        return command(ZREVRANK)
                .key(key)
                .value("member", member)
                .word("WITHSCORE")
                .reply(ReplyDecoders.nullable(SortedSetReplies::rankWithScore));
    }

    /**
     * Starts or continues a scan through a sorted set. What is in it all the time is found at least once; what comes or
     * goes meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of members for a whole scan. Redis
     * command ZSCAN, since 2.8.0.
     *
     * @param key key of the sorted set
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @return a page of members with their scores; the last one if the key does not exist
     */
    public Command<ScanPage<ScoredMember<V>>> zscan(K key, ScanCursor cursor) {
        return zscan(key, cursor, ElementScanArgs.all());
    }

    /**
     * Starts or continues a scan through a sorted set. What is in it all the time is found at least once; what comes or
     * goes meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of members for a whole scan. Redis
     * command ZSCAN, since 2.8.0.
     *
     * @param key key of the sorted set
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @param args which members, and about how many a call looks at
     * @return a page of members with their scores; the last one if the key does not exist
     */
    public Command<ScanPage<ScoredMember<V>>> zscan(K key, ScanCursor cursor, ElementScanArgs args) {
        return ScanReplies.cursor(command(ZSCAN).key(key), cursor)
                .args("args", args)
                .reply(page);
    }

    /**
     * Reads the score of a member. Complexity: O(1). Redis command ZSCORE, since 1.2.0.
     *
     * @param key key of the sorted set
     * @param member the member
     * @return its score; null if there is no such member
     */
    public Command<@Nullable Double> zscore(K key, V member) {
        return command(ZSCORE).key(key).value("member", member).reply(nullableScore);
    }

    /** With a condition that adds nothing, the answer is always 0, and the same command has nothing to change. */
    private CommandBuilder<K, V> add(K key, ZAddCondition condition) {
        boolean adding = CommandBuilder.notNull("condition", condition).isAdding();
        return command(adding ? ZADD : ZADD_AGAIN).key(key).args("condition", condition);
    }

    private CommandBuilder<K, V> scored(CommandBuilder<K, V> command, double score, V member) {
        return command.number(notNan("score", score)).value("member", member);
    }

    private CommandBuilder<K, V> scored(CommandBuilder<K, V> command, Map<? extends V, Double> members) {
        CommandBuilder.notEmpty("members", members)
                .forEach((member, score) -> command.number(
                                notNan("a score of members", CommandBuilder.notNull("a score of members", score)))
                        .value("a member of members", member));
        return command;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
