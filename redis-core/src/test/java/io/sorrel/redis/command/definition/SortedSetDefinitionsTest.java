package io.sorrel.redis.command.definition;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.ScoreRange;
import io.sorrel.redis.command.args.SortedSetEnd;
import io.sorrel.redis.command.args.ZAddCondition;
import io.sorrel.redis.command.args.ZAggregateArgs;
import io.sorrel.redis.command.args.ZRangeArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class SortedSetDefinitionsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final List<String> TWO = List.of("a", "b");
    private static final CommandDefinitions<String, String> ALL = new CommandDefinitions<>(RedisCodec.utf8());
    private static final SortedSetDefinitions<String, String> SETS = ALL.sortedSets();
    private static final SortedSetRangeDefinitions<String, String> RANGES = ALL.sortedSetRanges();
    private static final SortedSetOldRangeDefinitions<String, String> OLD = ALL.sortedSetOldRanges();
    private static final SortedSetAlgebraDefinitions<String, String> ALGEBRA = ALL.sortedSetAlgebra();
    private static final SortedSetStoreDefinitions<String, String> STORES = ALL.sortedSetStores();
    private static final SortedSetPopDefinitions<String, String> POPS = ALL.sortedSetPops();

    @ParameterizedTest
    @MethodSource({"members", "ranges", "bounds", "oldRanges", "algebra", "pops"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> members() {
        return Stream.of(
                sends("ZADD z 1 a", SETS.zadd("z", 1, "a")),
                sends("ZADD z -inf a", SETS.zadd("z", -INF, "a")),
                sends("ZADD z NX 0.5 a", SETS.zadd("z", 0.5, "a", ZAddCondition.NX)),
                sends("ZADD z 1 a 2.5 b", SETS.zadd("z", two())),
                sends("ZADD z XX 1 a 2.5 b", SETS.zadd("z", two(), ZAddCondition.XX)),
                sends("ZADD z GT 1 a 2.5 b", SETS.zadd("z", two(), ZAddCondition.GT)),
                sends("ZADD z LT 1 a 2.5 b", SETS.zadd("z", two(), ZAddCondition.LT)),
                sends("ZADD z CH 1 a 2.5 b", SETS.zaddChanged("z", two())),
                sends("ZADD z XX GT CH 1 a 2.5 b", SETS.zaddChanged("z", two(), ZAddCondition.XX_GT)),
                sends("ZADD z XX LT INCR -3 a", SETS.zaddIncr("z", -3, "a", ZAddCondition.XX_LT)),
                sends("ZCARD z", SETS.zcard("z")),
                sends("ZINCRBY z 1.5 a", SETS.zincrBy("z", 1.5, "a")),
                sends("ZMSCORE z a b", SETS.zmscore("z", "a", "b")),
                sends("ZMSCORE z a b", SETS.zmscore("z", List.of("a", "b"))),
                sends("ZRANDMEMBER z", SETS.zrandMember("z")),
                sends("ZRANDMEMBER z 3", SETS.zrandMember("z", 3)),
                sends("ZRANDMEMBER z 3 WITHSCORES", SETS.zrandMemberWithScores("z", 3)),
                sends("ZRANDMEMBER z -3", SETS.zrandMemberRepeating("z", 3)),
                sends("ZRANDMEMBER z -3 WITHSCORES", SETS.zrandMemberRepeatingWithScores("z", 3)),
                sends("ZRANK z a", SETS.zrank("z", "a")),
                sends("ZRANK z a WITHSCORE", SETS.zrankWithScore("z", "a")),
                sends("ZREM z a b", SETS.zrem("z", "a", "b")),
                sends("ZREM z a b", SETS.zrem("z", List.of("a", "b"))),
                sends("ZREVRANK z a", SETS.zrevRank("z", "a")),
                sends("ZREVRANK z a WITHSCORE", SETS.zrevRankWithScore("z", "a")),
                sends("ZSCAN z 0", SETS.zscan("z", ScanCursor.START)),
                sends(
                        "ZSCAN z 17 MATCH a* COUNT 100",
                        SETS.zscan(
                                "z",
                                ScanCursor.of("17"),
                                ElementScanArgs.match("a*").count(100))),
                sends("ZSCORE z a", SETS.zscore("z", "a")));
    }

    static Stream<ArgumentSet> ranges() {
        ZRangeArgs down = ZRangeArgs.descending();
        ZRangeArgs part = ZRangeArgs.ascending().limit(1, 2);
        ScoreRange scores = ScoreRange.closedOpen(1, 5);
        LexRange<String> names = LexRange.closedOpen("a", "c");
        return Stream.of(
                sends("ZCOUNT z 1 (5", RANGES.zcount("z", scores)),
                sends("ZLEXCOUNT z [a (c", RANGES.zlexCount("z", names)),
                sends("ZRANGE z 0 -1", RANGES.zrange("z", 0, -1)),
                sends("ZRANGE z 0 9 REV", RANGES.zrange("z", 0, 9, down)),
                sends("ZRANGE z 1 (5 BYSCORE", RANGES.zrange("z", scores)),
                sends("ZRANGE z 1 (5 BYSCORE LIMIT 1 2", RANGES.zrange("z", scores, part)),
                sends("ZRANGE z (5 1 BYSCORE REV", RANGES.zrange("z", scores, down)),
                sends("ZRANGE z (5 1 BYSCORE REV LIMIT 0 3", RANGES.zrange("z", scores, down.limit(0, 3))),
                sends("ZRANGE z [a (c BYLEX", RANGES.zrange("z", names)),
                sends("ZRANGE z [a (c BYLEX LIMIT 1 2", RANGES.zrange("z", names, part)),
                sends("ZRANGE z (c [a BYLEX REV", RANGES.zrange("z", names, down)),
                sends("ZRANGE z 0 -1 WITHSCORES", RANGES.zrangeWithScores("z", 0, -1)),
                sends("ZRANGE z 0 -1 REV WITHSCORES", RANGES.zrangeWithScores("z", 0, -1, down)),
                sends("ZRANGE z 1 (5 BYSCORE WITHSCORES", RANGES.zrangeWithScores("z", scores)),
                sends("ZRANGE z 1 (5 BYSCORE LIMIT 1 2 WITHSCORES", RANGES.zrangeWithScores("z", scores, part)),
                sends("ZRANGESTORE d z 0 -2", STORES.zrangeStore("d", "z", 0, -2)),
                sends("ZRANGESTORE d z 0 1 REV", STORES.zrangeStore("d", "z", 0, 1, down)),
                sends("ZRANGESTORE d z 1 (5 BYSCORE", STORES.zrangeStore("d", "z", scores)),
                sends("ZRANGESTORE d z (5 1 BYSCORE REV", STORES.zrangeStore("d", "z", scores, down)),
                sends("ZRANGESTORE d z [a (c BYLEX", STORES.zrangeStore("d", "z", names)),
                sends("ZRANGESTORE d z [a (c BYLEX LIMIT 1 2", STORES.zrangeStore("d", "z", names, part)),
                sends("ZREMRANGEBYLEX z [a (c", RANGES.zremRangeByLex("z", names)),
                sends("ZREMRANGEBYRANK z 0 -2", RANGES.zremRangeByRank("z", 0, -2)),
                sends("ZREMRANGEBYSCORE z 1 (5", RANGES.zremRangeByScore("z", scores)));
    }

    static Stream<ArgumentSet> bounds() {
        return Stream.of(
                sends("ZCOUNT z -inf inf", RANGES.zcount("z", ScoreRange.all())),
                sends("ZCOUNT z 1 2.5", RANGES.zcount("z", ScoreRange.closed(1, 2.5))),
                sends("ZCOUNT z (1 (2.5", RANGES.zcount("z", ScoreRange.open(1, 2.5))),
                sends("ZCOUNT z (-10 20", RANGES.zcount("z", ScoreRange.openClosed(-10, 20))),
                sends("ZCOUNT z 1 inf", RANGES.zcount("z", ScoreRange.atLeast(1))),
                sends("ZCOUNT z (1 inf", RANGES.zcount("z", ScoreRange.greaterThan(1))),
                sends("ZCOUNT z -inf 1", RANGES.zcount("z", ScoreRange.atMost(1))),
                sends("ZCOUNT z -inf (1", RANGES.zcount("z", ScoreRange.lessThan(1))),
                sends("ZCOUNT z (-inf (inf", RANGES.zcount("z", ScoreRange.open(-INF, INF))),
                sends("ZCOUNT z (1.0E300 inf", RANGES.zcount("z", ScoreRange.greaterThan(1e300))),
                sends("ZLEXCOUNT z - +", RANGES.zlexCount("z", LexRange.all())),
                sends("ZLEXCOUNT z [a [c", RANGES.zlexCount("z", LexRange.closed("a", "c"))),
                sends("ZLEXCOUNT z (a (c", RANGES.zlexCount("z", LexRange.open("a", "c"))),
                sends("ZLEXCOUNT z (a [c", RANGES.zlexCount("z", LexRange.openClosed("a", "c"))),
                sends("ZLEXCOUNT z [a +", RANGES.zlexCount("z", LexRange.atLeast("a"))),
                sends("ZLEXCOUNT z (a +", RANGES.zlexCount("z", LexRange.greaterThan("a"))),
                sends("ZLEXCOUNT z - [c", RANGES.zlexCount("z", LexRange.atMost("c"))),
                sends("ZLEXCOUNT z - (c", RANGES.zlexCount("z", LexRange.lessThan("c"))),
                sends("ZLEXCOUNT z [ä (", RANGES.zlexCount("z", LexRange.closedOpen("ä", ""))));
    }

    static Stream<ArgumentSet> oldRanges() {
        ScoreRange scores = ScoreRange.closedOpen(1, 5);
        LexRange<String> names = LexRange.closedOpen("a", "c");
        return Stream.of(
                sends("ZRANGEBYLEX z [a (c", OLD.zrangeByLex("z", names)),
                sends("ZRANGEBYLEX z [a (c LIMIT 1 2", OLD.zrangeByLex("z", names, 1, 2)),
                sends("ZRANGEBYSCORE z 1 (5", OLD.zrangeByScore("z", scores)),
                sends("ZRANGEBYSCORE z 1 (5 LIMIT 1 2", OLD.zrangeByScore("z", scores, 1, 2)),
                sends("ZRANGEBYSCORE z 1 (5 WITHSCORES", OLD.zrangeByScoreWithScores("z", scores)),
                sends("ZRANGEBYSCORE z 1 (5 WITHSCORES LIMIT 0 2", OLD.zrangeByScoreWithScores("z", scores, 0, 2)),
                sends("ZREVRANGE z 0 -1", OLD.zrevRange("z", 0, -1)),
                sends("ZREVRANGE z 0 -1 WITHSCORES", OLD.zrevRangeWithScores("z", 0, -1)),
                sends("ZREVRANGEBYLEX z (c [a", OLD.zrevRangeByLex("z", names)),
                sends("ZREVRANGEBYLEX z (c [a LIMIT 1 2", OLD.zrevRangeByLex("z", names, 1, 2)),
                sends("ZREVRANGEBYSCORE z (5 1", OLD.zrevRangeByScore("z", scores)),
                sends("ZREVRANGEBYSCORE z (5 1 LIMIT 1 2", OLD.zrevRangeByScore("z", scores, 1, 2)),
                sends("ZREVRANGEBYSCORE z (5 1 WITHSCORES", OLD.zrevRangeByScoreWithScores("z", scores)),
                sends(
                        "ZREVRANGEBYSCORE z (5 1 WITHSCORES LIMIT 1 2",
                        OLD.zrevRangeByScoreWithScores("z", scores, 1, 2)));
    }

    static Stream<ArgumentSet> algebra() {
        ZAggregateArgs most = ZAggregateArgs.max().weights(2, -0.5);
        return Stream.of(
                sends("ZDIFF 2 a b", ALGEBRA.zdiff("a", "b")),
                sends("ZDIFF 2 a b", ALGEBRA.zdiff(TWO)),
                sends("ZDIFF 2 a b WITHSCORES", ALGEBRA.zdiffWithScores(TWO)),
                sends("ZDIFFSTORE d 2 a b", STORES.zdiffStore("d", TWO)),
                sends("ZINTER 2 a b", ALGEBRA.zinter(TWO)),
                sends("ZINTER 2 a b AGGREGATE MIN", ALGEBRA.zinter(ZAggregateArgs.min(), TWO)),
                sends("ZINTER 2 a b WITHSCORES", ALGEBRA.zinterWithScores(TWO)),
                sends("ZINTER 2 a b AGGREGATE MIN WITHSCORES", ALGEBRA.zinterWithScores(ZAggregateArgs.min(), TWO)),
                sends("ZINTERCARD 2 a b", ALGEBRA.zinterCard(TWO)),
                sends("ZINTERCARD 2 a b LIMIT 9", ALGEBRA.zinterCard(9, TWO)),
                sends("ZINTERSTORE d 2 a b", STORES.zinterStore("d", TWO)),
                sends("ZINTERSTORE d 2 a b AGGREGATE MIN", STORES.zinterStore("d", ZAggregateArgs.min(), TWO)),
                sends("ZUNION 2 a b", ALGEBRA.zunion(TWO)),
                sends("ZUNION 2 a b AGGREGATE MIN", ALGEBRA.zunion(ZAggregateArgs.min(), TWO)),
                sends("ZUNION 2 a b WITHSCORES", ALGEBRA.zunionWithScores(TWO)),
                sends("ZUNION 2 a b AGGREGATE MIN WITHSCORES", ALGEBRA.zunionWithScores(ZAggregateArgs.min(), TWO)),
                sends("ZUNIONSTORE d 2 a b", STORES.zunionStore("d", TWO)),
                sends("ZUNIONSTORE d 2 a b AGGREGATE MIN", STORES.zunionStore("d", ZAggregateArgs.min(), TWO)),
                sends("ZDIFF 2 a b WITHSCORES", ALGEBRA.zdiffWithScores("a", "b")),
                sends("ZDIFFSTORE d 2 a b", STORES.zdiffStore("d", "a", "b")),
                sends("ZINTER 2 a b", ALGEBRA.zinter("a", "b")),
                sends("ZINTER 2 a b WEIGHTS 2 -0.5 AGGREGATE MAX", ALGEBRA.zinter(most, "a", "b")),
                sends("ZINTER 2 a b WITHSCORES", ALGEBRA.zinterWithScores("a", "b")),
                sends(
                        "ZINTER 2 a b AGGREGATE MIN WITHSCORES",
                        ALGEBRA.zinterWithScores(ZAggregateArgs.min(), "a", "b")),
                sends("ZINTERCARD 2 a b", ALGEBRA.zinterCard("a", "b")),
                sends("ZINTERCARD 2 a b LIMIT 9", ALGEBRA.zinterCard(9, "a", "b")),
                sends("ZINTERSTORE d 2 a b", STORES.zinterStore("d", "a", "b")),
                sends("ZINTERSTORE d 2 a b WEIGHTS 2 -0.5 AGGREGATE MAX", STORES.zinterStore("d", most, "a", "b")),
                sends("ZUNION 2 a b", ALGEBRA.zunion("a", "b")),
                sends("ZUNION 2 a b", ALGEBRA.zunion(ZAggregateArgs.sum(), "a", "b")),
                sends(
                        "ZUNION 2 a b WEIGHTS inf 1",
                        ALGEBRA.zunion(ZAggregateArgs.sum().weights(INF, 1), "a", "b")),
                sends("ZUNION 1 a WITHSCORES", ALGEBRA.zunionWithScores("a")),
                sends("ZUNION 2 a b WEIGHTS 2 -0.5 AGGREGATE MAX WITHSCORES", ALGEBRA.zunionWithScores(most, "a", "b")),
                sends("ZUNIONSTORE d 2 a b", STORES.zunionStore("d", "a", "b")),
                sends("ZUNIONSTORE d 2 a b AGGREGATE MIN", STORES.zunionStore("d", ZAggregateArgs.min(), "a", "b")));
    }

    static Stream<ArgumentSet> pops() {
        return Stream.of(
                sends("BZMPOP 2 2 a b MIN", POPS.bzmpop(ofSeconds(2), SortedSetEnd.MIN, "a", "b")),
                sends("BZMPOP 0.25 1 a MAX COUNT 5", POPS.bzmpop(ofMillis(250), SortedSetEnd.MAX, 5, "a")),
                sends("BZPOPMAX a b 1.5", POPS.bzpopMax(ofMillis(1500), "a", "b")),
                sends("BZPOPMIN a 0", POPS.bzpopMin(Duration.ZERO, "a")),
                sends("ZMPOP 2 a b MAX", POPS.zmpop(SortedSetEnd.MAX, "a", "b")),
                sends("ZMPOP 1 a MIN COUNT 5", POPS.zmpop(SortedSetEnd.MIN, 5, "a")),
                sends("ZPOPMAX z", POPS.zpopMax("z")),
                sends("ZPOPMAX z 2", POPS.zpopMax("z", 2)),
                sends("ZPOPMIN z", POPS.zpopMin("z")),
                sends("ZPOPMIN z 2", POPS.zpopMin("z", 2)));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        ZRangeArgs part = ZRangeArgs.ascending().limit(0, 1);
        return Stream.of(
                refused("key", "ZCARD null", () -> SETS.zcard(null)),
                refused("member", "ZADD null", () -> SETS.zadd("z", 1, null)),
                refused("score", "ZADD NaN", () -> SETS.zadd("z", Double.NaN, "a")),
                refused("condition", "ZADD without condition", () -> SETS.zadd("z", 1, "a", null)),
                refused("members", "ZADD of nothing", () -> SETS.zadd("z", Map.of())),
                refused("a score of members", "ZADD of NaN", () -> SETS.zadd("z", Map.of("a", Double.NaN))),
                refused(
                        "a score of members",
                        "ZADD null score",
                        () -> SETS.zadd("z", Collections.singletonMap("a", null))),
                refused(
                        "a member of members",
                        "ZADD null member",
                        () -> SETS.zaddChanged("z", Collections.singletonMap(null, 1.0))),
                refused("condition", "ZADD CH null", () -> SETS.zaddChanged("z", two(), null)),
                refused("condition", "ZADD INCR null", () -> SETS.zaddIncr("z", 1, "a", null)),
                refused("increment", "ZADD INCR NaN", () -> SETS.zaddIncr("z", Double.NaN, "a", ZAddCondition.NX)),
                refused("increment", "ZINCRBY NaN", () -> SETS.zincrBy("z", Double.NaN, "a")),
                refused("members", "ZMSCORE of nothing", () -> SETS.zmscore("z")),
                refused("members", "ZREM of nothing", () -> SETS.zrem("z", List.of())),
                refused("members", "ZREM null", () -> SETS.zrem("z", "a", null)),
                refused("count", "ZRANDMEMBER 0", () -> SETS.zrandMember("z", 0)),
                refused("count", "ZRANDMEMBER repeating 0", () -> SETS.zrandMemberRepeatingWithScores("z", 0)),
                refused("member", "ZRANK null", () -> SETS.zrank("z", null)),
                refused("cursor", "ZSCAN after the end", () -> SETS.zscan("z", ScanCursor.of("0"))),
                refused("min", "a range of NaN", () -> ScoreRange.atLeast(Double.NaN)),
                refused("max", "a range to NaN", () -> ScoreRange.lessThan(Double.NaN)),
                refused("min", "a range the wrong way round", () -> ScoreRange.closed(2, 1)),
                refused("max", "members up to null", () -> LexRange.lessThan(null)),
                refused("min", "members from null", () -> LexRange.closed(null, "a")),
                refused("range", "ZCOUNT null", () -> RANGES.zcount("z", null)),
                refused("range", "ZLEXCOUNT null", () -> RANGES.zlexCount("z", null)),
                refused("range", "ZRANGE null", () -> RANGES.zrange("z", (ScoreRange) null)),
                refused("args", "ZRANGE without options", () -> RANGES.zrange("z", 0, 1, null)),
                refused("args", "ZRANGE of ranks with a limit", () -> RANGES.zrange("z", 0, 1, part)),
                refused("args", "ZRANGESTORE of ranks with a limit", () -> STORES.zrangeStore("d", "z", 0, 1, part)),
                refused(
                        "offset",
                        "a limit before the start",
                        () -> ZRangeArgs.ascending().limit(-1, 1)),
                refused("count", "a limit below 0", () -> ZRangeArgs.ascending().limit(0, -1)),
                refused("destination", "ZRANGESTORE null", () -> STORES.zrangeStore(null, "z", 0, 1)),
                refused(
                        "offset",
                        "ZRANGEBYSCORE before the start",
                        () -> OLD.zrangeByScore("z", ScoreRange.all(), -1, 1)),
                refused("range", "ZREVRANGEBYLEX null", () -> OLD.zrevRangeByLex("z", null)),
                refused("keys", "ZUNION of nothing", () -> ALGEBRA.zunion()),
                refused("keys", "ZDIFF null", () -> ALGEBRA.zdiff("a", null)),
                refused("args", "ZUNION without options", () -> ALGEBRA.zunion((ZAggregateArgs) null, "a")),
                refused(
                        "args",
                        "ZUNION with too few weights",
                        () -> ALGEBRA.zunion(ZAggregateArgs.sum().weights(1), "a", "b")),
                refused("keys", "ZUNION of an empty list", () -> ALGEBRA.zunion(List.of())),
                refused(
                        "args",
                        "ZUNIONSTORE with too many weights",
                        () -> STORES.zunionStore("d", ZAggregateArgs.sum().weights(1, 2, 3), TWO)),
                refused("weights", "no weights", () -> ZAggregateArgs.sum().weights()),
                refused(
                        "a weight of weights",
                        "a weight of NaN",
                        () -> ZAggregateArgs.sum().weights(Double.NaN)),
                refused("limit", "ZINTERCARD up to 0", () -> ALGEBRA.zinterCard(0, "a")),
                refused("timeout", "BZPOPMIN -1", () -> POPS.bzpopMin(ofMillis(-1), "a")),
                refused("timeout", "BZMPOP null", () -> POPS.bzmpop(null, SortedSetEnd.MIN, "a")),
                refused("keys", "BZPOPMAX of nothing", () -> POPS.bzpopMax(ofSeconds(1))),
                refused("end", "ZMPOP null", () -> POPS.zmpop(null, "a")),
                refused("count", "ZMPOP 0", () -> POPS.zmpop(SortedSetEnd.MIN, 0, "a")),
                refused("count", "ZPOPMIN 0", () -> POPS.zpopMin("z", 0)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("ZADD counts what is new", SETS.zadd("z", 1, "a"), false),
                argumentSet("ZADD GT", SETS.zadd("z", 1, "a", ZAddCondition.GT), false),
                argumentSet("ZADD XX adds nothing", SETS.zadd("z", 1, "a", ZAddCondition.XX), true),
                argumentSet("ZADD XX LT", SETS.zadd("z", two(), ZAddCondition.XX_LT), true),
                argumentSet("ZADD XX CH", SETS.zaddChanged("z", two(), ZAddCondition.XX), false),
                argumentSet("ZADD XX INCR", SETS.zaddIncr("z", 1, "a", ZAddCondition.XX), false),
                argumentSet("ZINCRBY", SETS.zincrBy("z", 1, "a"), false),
                argumentSet("ZREM", SETS.zrem("z", "a"), false),
                argumentSet("ZRANGE", RANGES.zrange("z", 0, 1), true),
                argumentSet("ZRANGESTORE onto itself", STORES.zrangeStore("z", "z", 1, -1), false),
                argumentSet("ZUNIONSTORE onto itself", STORES.zunionStore("z", "z", "z"), false),
                argumentSet("ZPOPMIN", POPS.zpopMin("z"), false));
    }

    @Test
    void saysForHowLongTheServerMayHoldBackTheReply() {
        Command<?> command = POPS.bzpopMin(ofMillis(1500), "a");

        assertThat(command.isBlocking()).isTrue();
        assertThat(command.serverTimeout()).isEqualTo(ofMillis(1500));
        assertThat(POPS.bzmpop(Duration.ZERO, SortedSetEnd.MIN, 2, "a").serverTimeout())
                .isEqualTo(Duration.ZERO);
        assertThat(POPS.zmpop(SortedSetEnd.MIN, "a").isBlocking()).isFalse();
    }

    private static Map<String, Double> two() {
        Map<String, Double> members = new LinkedHashMap<>();
        members.put("a", 1.0);
        members.put("b", 2.5);
        return members;
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
