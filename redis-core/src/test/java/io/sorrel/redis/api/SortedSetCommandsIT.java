package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.args.ZAddCondition;
import io.sorrel.redis.command.args.ZAggregateArgs;
import io.sorrel.redis.command.reply.RankWithScore;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScoredMember;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sorted sets against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SortedSetCommandsIT {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Map<String, Double> THREE = Map.of("a", 1.0, "b", 2.5, "c", 4.0);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void addsMembersAndReadsTheirScores() {
        assertThat(redis.zadd("z", 1, "a")).isEqualTo(1);
        assertThat(redis.zadd("z", 2, "a")).isZero();
        assertThat(redis.zadd("z", THREE)).isEqualTo(2);
        assertThat(redis.zadd("z", INF, "last")).isEqualTo(1);
        assertThat(redis.zcard("z")).isEqualTo(4);
        assertThat(redis.zscore("z", "b")).isEqualTo(2.5);
        assertThat(redis.zscore("z", "last")).isEqualTo(INF);
        assertThat(redis.zscore("z", "missing")).isNull();
        assertThat(redis.zscore("missing", "a")).isNull();
        assertThat(redis.zmscore("z", "c", "missing", "a")).containsExactly(4.0, null, 1.0);
        assertThat(redis.zmscore("missing", List.of("a", "b"))).containsExactly(null, null);
        assertThat(redis.zcard("missing")).isZero();
    }

    @Test
    void keepsEveryDigitOfAScore() {
        for (double score : new double[] {0.1, 1 / 3.0, Double.MIN_VALUE, -Double.MAX_VALUE, 1L << 53, 1e-7}) {
            redis.zadd("z", score, "a");

            assertThat(redis.zscore("z", "a")).isEqualTo(score);
            assertThat(redis.zrangeWithScores("z", 0, 0)).containsExactly(new ScoredMember<>("a", score));
        }
    }

    @Test
    void addsOnConditions() {
        redis.zadd("z", THREE);

        assertThat(redis.zadd("z", 9, "a", ZAddCondition.NX)).isZero();
        assertThat(redis.zadd("z", 9, "new", ZAddCondition.XX)).isZero();
        assertThat(redis.zadd("z", 0, "b", ZAddCondition.GT)).isZero();
        assertThat(redis.zadd("z", 9, "c", ZAddCondition.LT)).isZero();
        assertThat(redis.zadd("z", Map.of("a", 0.5, "other", 7.0), ZAddCondition.XX_GT))
                .isZero();
        assertThat(redis.zadd("z", Map.of("a", 1.5, "other", 7.0), ZAddCondition.XX_LT))
                .isZero();
        assertThat(redis.zmscore("z", "a", "b", "c", "new", "other")).containsExactly(1.0, 2.5, 4.0, null, null);

        assertThat(redis.zadd("z", 9, "new", ZAddCondition.NX)).isEqualTo(1);
        assertThat(redis.zadd("z", 1.25, "a", ZAddCondition.XX_GT)).isZero();
        assertThat(redis.zmscore("z", "a", "new")).containsExactly(1.25, 9.0);
    }

    @Test
    void countsWhatHasChanged() {
        redis.zadd("z", THREE);

        assertThat(redis.zaddChanged("z", Map.of("a", 1.0, "b", 3.0, "new", 5.0)))
                .isEqualTo(2);
        assertThat(redis.zaddChanged("z", Map.of("a", 2.0, "other", 5.0), ZAddCondition.XX))
                .isEqualTo(1);
    }

    @Test
    void addsToScores() {
        assertThat(redis.zincrBy("z", 1.5, "a")).isEqualTo(1.5);
        assertThat(redis.zincrBy("z", -4, "a")).isEqualTo(-2.5);
        assertThat(redis.zaddIncr("z", 1, "a", ZAddCondition.XX)).isEqualTo(-1.5);
        assertThat(redis.zaddIncr("z", 1, "a", ZAddCondition.NX)).isNull();
        assertThat(redis.zaddIncr("z", 1, "missing", ZAddCondition.XX)).isNull();
        assertThat(redis.zaddIncr("z", -1, "a", ZAddCondition.GT)).isNull();
        assertThat(redis.zincrBy("z", INF, "a")).isEqualTo(INF);
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.zincrBy("z", -INF, "a"));
    }

    @Test
    void ranksMembers() {
        redis.zadd("z", THREE);

        assertThat(redis.zrank("z", "b")).isEqualTo(1);
        assertThat(redis.zrevRank("z", "a")).isEqualTo(2);
        assertThat(redis.zrank("z", "missing")).isNull();
        assertThat(redis.zrevRank("missing", "a")).isNull();
    }

    @Test
    void ranksMembersWithTheirScores() {
        assumeTrue(ServerKnows.rankWithScore(SERVER.server()), "WITHSCORE needs Redis 7.2");
        redis.zadd("z", THREE);

        assertThat(redis.zrankWithScore("z", "b")).isEqualTo(new RankWithScore(1, 2.5));
        assertThat(redis.zrevRankWithScore("z", "a")).isEqualTo(new RankWithScore(2, 1));
        assertThat(redis.zrankWithScore("z", "missing")).isNull();
        assertThat(redis.zrevRankWithScore("missing", "a")).isNull();
    }

    @Test
    void saysThatAnOlderServerRanksWithoutScores() {
        assumeFalse(ServerKnows.rankWithScore(SERVER.server()), "this server knows WITHSCORE");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.zrankWithScore("z", "b"));
    }

    @Test
    void removesMembers() {
        redis.zadd("z", THREE);

        assertThat(redis.zrem("z", "a", "missing")).isEqualTo(1);
        assertThat(redis.zrem("z", List.of("b", "c"))).isEqualTo(2);
        assertThat(redis.zrem("z", "a")).isZero();
        assertThat(redis.exists("z")).isZero();
    }

    @Test
    void picksMembersAtRandom() {
        redis.zadd("z", THREE);
        Set<ScoredMember<String>> all = scored(THREE);

        assertThat(redis.zrandMember("z")).isIn(THREE.keySet());
        assertThat(redis.zrandMember("missing")).isNull();
        assertThat(redis.zrandMember("z", 2)).hasSize(2).doesNotHaveDuplicates().allMatch(THREE::containsKey);
        assertThat(redis.zrandMember("missing", 2)).isEmpty();
        assertThat(redis.zrandMemberWithScores("z", 10)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(redis.zrandMemberWithScores("missing", 1)).isEmpty();
        assertThat(redis.zrandMemberRepeating("z", 50)).hasSize(50).allMatch(THREE::containsKey);
        assertThat(redis.zrandMemberRepeatingWithScores("z", 50)).hasSize(50).allMatch(all::contains);
        assertThat(redis.zrandMemberRepeatingWithScores("missing", 50)).isEmpty();
    }

    @Test
    void scansMembersWithTheirScores() {
        Map<String, Double> many =
                IntStream.range(0, 1000).boxed().collect(Collectors.toMap(i -> "m" + i, i -> i / 4.0));
        redis.zadd("z", many);

        assertThat(redis.zscan("z", ScanCursor.START).isLast()).isFalse();
        assertThat(redis.zscan("missing", ScanCursor.START).isLast()).isTrue();
        assertThat(redis.zscanAll("z").stream().collect(Collectors.toSet())).isEqualTo(scored(many));
        assertThat(redis.zscanAll("z", ElementScanArgs.match("m99*").count(100)).stream()
                        .distinct())
                .hasSize(11)
                .allMatch(each -> each.member().startsWith("m99"));
        assertThat(redis.zscanAll("missing")).isEmpty();
    }

    @Test
    void joinsSortedSets() {
        redis.zadd("one", THREE);
        redis.zadd("two", Map.of("b", 10.0, "c", 20.0, "d", 30.0));

        assertThat(redis.zunion("one", "two")).containsExactly("a", "b", "c", "d");
        assertThat(redis.zunion(ZAggregateArgs.sum().weights(100, 1), "one", "two"))
                .containsExactly("d", "a", "b", "c");
        assertThat(redis.zunionWithScores("one", "two"))
                .containsExactly(member("a", 1), member("b", 12.5), member("c", 24), member("d", 30));
        assertThat(redis.zunionWithScores(ZAggregateArgs.min().weights(2, 0.5), "one", "two"))
                .containsExactly(member("a", 2), member("b", 5), member("c", 8), member("d", 15));
        assertThat(redis.zunionStore("out", "one", "two")).isEqualTo(4);
        assertThat(redis.zunionStore("out", ZAggregateArgs.max(), "one", "two", "missing"))
                .isEqualTo(4);
        assertThat(redis.zscore("out", "b")).isEqualTo(10);
        assertThat(redis.zunion("missing")).isEmpty();
    }

    @Test
    void intersectsSortedSets() {
        redis.zadd("one", THREE);
        redis.zadd("two", Map.of("b", 10.0, "c", 20.0, "d", 30.0));

        assertThat(redis.zinter("one", "two")).containsExactly("b", "c");
        assertThat(redis.zinter(ZAggregateArgs.sum().weights(1, -1), "one", "two"))
                .containsExactly("c", "b");
        assertThat(redis.zinterWithScores("one", "two")).containsExactly(member("b", 12.5), member("c", 24));
        assertThat(redis.zinterWithScores(ZAggregateArgs.min(), "one", "two"))
                .containsExactly(member("b", 2.5), member("c", 4));
        assertThat(redis.zinterStore("out", "one", "two")).isEqualTo(2);
        assertThat(redis.zinterStore("out", ZAggregateArgs.max(), "one", "two")).isEqualTo(2);
        assertThat(redis.zscore("out", "c")).isEqualTo(20);
        assertThat(redis.zinterStore("out", "one", "missing")).isZero();
        assertThat(redis.exists("out")).isZero();
    }

    @Test
    void countsAnIntersection() {
        assumeTrue(ServerKnows.intersectionCard(SERVER.server()), "ZINTERCARD needs Redis 7.0");
        redis.zadd("one", THREE);

        assertThat(redis.zinterCard("one")).isEqualTo(3);
        assertThat(redis.zinterCard(2, "one", "one")).isEqualTo(2);
        assertThat(redis.zinterCard("one", "missing")).isZero();
    }

    @Test
    void saysThatAnOlderServerCannotCountAnIntersection() {
        assumeFalse(ServerKnows.intersectionCard(SERVER.server()), "this server knows ZINTERCARD");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.zinterCard("one"));
    }

    @Test
    void subtractsSortedSets() {
        redis.zadd("one", THREE);
        redis.zadd("two", Map.of("b", 10.0));

        assertThat(redis.zdiff("one", "two")).containsExactly("a", "c");
        assertThat(redis.zdiffWithScores("one", "two", "missing")).containsExactly(member("a", 1), member("c", 4));
        assertThat(redis.zdiffStore("out", "one", "two")).isEqualTo(2);
        assertThat(redis.zrange("out", 0, -1)).containsExactly("a", "c");
        assertThat(redis.zdiff("missing", "one")).isEmpty();
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.zadd("text", 1, "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.zscore("text", "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.zunion("text"));
    }

    private static ScoredMember<String> member(String member, double score) {
        return new ScoredMember<>(member, score);
    }

    private static Set<ScoredMember<String>> scored(Map<String, Double> members) {
        return members.entrySet().stream()
                .map(each -> new ScoredMember<>(each.getKey(), each.getValue()))
                .collect(Collectors.toSet());
    }
}
