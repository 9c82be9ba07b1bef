package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.ScoreRange;
import io.sorrel.redis.command.args.ZRangeArgs;
import io.sorrel.redis.command.reply.ScoredMember;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges of sorted sets against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SortedSetRangeCommandsIT {
    private static final ZRangeArgs DOWN = ZRangeArgs.descending();
    private static final ScoredMember<String> A = new ScoredMember<>("a", 1);
    private static final ScoredMember<String> B = new ScoredMember<>("b", 2.5);
    private static final ScoredMember<String> C = new ScoredMember<>("c", 4);

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
        redis.zadd("z", Map.of("a", 1.0, "b", 2.5, "c", 4.0));
        redis.zadd("names", Map.of("ann", 0.0, "bob", 0.0, "cid", 0.0, "dan", 0.0));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsByRank() {
        assertThat(redis.zrange("z", 0, -1)).containsExactly("a", "b", "c");
        assertThat(redis.zrange("z", 0, 1, DOWN)).containsExactly("c", "b");
        assertThat(redis.zrange("z", 5, 9)).isEmpty();
        assertThat(redis.zrange("missing", 0, -1)).isEmpty();
        assertThat(redis.zrangeWithScores("z", 1, -1)).containsExactly(B, C);
        assertThat(redis.zrangeWithScores("z", 0, -1, DOWN)).containsExactly(C, B, A);
        assertThat(redis.zrangeWithScores("missing", 0, -1)).isEmpty();
    }

    @Test
    void readsByScore() {
        assertThat(redis.zrange("z", ScoreRange.all())).containsExactly("a", "b", "c");
        assertThat(redis.zrange("z", ScoreRange.closed(1, 2.5))).containsExactly("a", "b");
        assertThat(redis.zrange("z", ScoreRange.open(1, 4))).containsExactly("b");
        assertThat(redis.zrange("z", ScoreRange.closedOpen(1, 4))).containsExactly("a", "b");
        assertThat(redis.zrange("z", ScoreRange.openClosed(1, 4))).containsExactly("b", "c");
        assertThat(redis.zrange("z", ScoreRange.atLeast(2.5))).containsExactly("b", "c");
        assertThat(redis.zrange("z", ScoreRange.greaterThan(2.5))).containsExactly("c");
        assertThat(redis.zrange("z", ScoreRange.atMost(2.5))).containsExactly("a", "b");
        assertThat(redis.zrange("z", ScoreRange.lessThan(2.5))).containsExactly("a");
        assertThat(redis.zrange("z", ScoreRange.all(), DOWN.limit(1, 5))).containsExactly("b", "a");
        assertThat(redis.zrange("z", ScoreRange.closedOpen(1, 4), DOWN)).containsExactly("b", "a");
        assertThat(redis.zrangeWithScores("z", ScoreRange.greaterThan(1))).containsExactly(B, C);
        assertThat(redis.zrangeWithScores("z", ScoreRange.all(), DOWN.limit(0, 1)))
                .containsExactly(C);
        assertThat(redis.zrangeWithScores("z", ScoreRange.closed(8, 9))).isEmpty();
    }

    @Test
    void findsScoresThatOnlyAllDigitsTellApart() {
        double third = 1 / 3.0;
        redis.zadd("thirds", Map.of("below", Math.nextDown(third), "third", third, "above", Math.nextUp(third)));

        assertThat(redis.zrange("thirds", ScoreRange.lessThan(third))).containsExactly("below");
        assertThat(redis.zrange("thirds", ScoreRange.closed(third, third))).containsExactly("third");
        assertThat(redis.zrange("thirds", ScoreRange.greaterThan(third))).containsExactly("above");
    }

    @Test
    void readsByMember() {
        assertThat(redis.zrange("names", LexRange.all())).containsExactly("ann", "bob", "cid", "dan");
        assertThat(redis.zrange("names", LexRange.closed("bob", "cid"))).containsExactly("bob", "cid");
        assertThat(redis.zrange("names", LexRange.open("bob", "dan"))).containsExactly("cid");
        assertThat(redis.zrange("names", LexRange.closedOpen("b", "cid"))).containsExactly("bob");
        assertThat(redis.zrange("names", LexRange.openClosed("bob", "cid"))).containsExactly("cid");
        assertThat(redis.zrange("names", LexRange.atLeast("cid"))).containsExactly("cid", "dan");
        assertThat(redis.zrange("names", LexRange.greaterThan("cid"))).containsExactly("dan");
        assertThat(redis.zrange("names", LexRange.atMost("bob"))).containsExactly("ann", "bob");
        assertThat(redis.zrange("names", LexRange.lessThan("bob"))).containsExactly("ann");
        assertThat(redis.zrange("names", LexRange.all(), DOWN.limit(1, 2))).containsExactly("cid", "bob");
        assertThat(redis.zrange("missing", LexRange.all())).isEmpty();
    }

    @Test
    void comparesMembersAsBytes() {
        RedisCommands<byte[], byte[]> bytes = path.commands(client, RedisCodec.bytes());
        byte[] key = {'b'};
        byte[] low = {0x01};
        byte[] high = {(byte) 0xff};
        bytes.zadd(key, 0, low);
        bytes.zadd(key, 0, high);

        assertThat(bytes.zrange(key, LexRange.greaterThan(low))).containsExactly(high);
        assertThat(bytes.zrange(key, LexRange.lessThan(high))).containsExactly(low);
        assertThat(bytes.zlexCount(key, LexRange.closed(low, high))).isEqualTo(2);
    }

    @Test
    void countsRanges() {
        assertThat(redis.zcount("z", ScoreRange.openClosed(1, 4))).isEqualTo(2);
        assertThat(redis.zcount("missing", ScoreRange.all())).isZero();
        assertThat(redis.zlexCount("names", LexRange.atLeast("c"))).isEqualTo(2);
        assertThat(redis.zlexCount("missing", LexRange.all())).isZero();
    }

    @Test
    void storesRanges() {
        assertThat(redis.zrangeStore("out", "z", 0, 1)).isEqualTo(2);
        assertThat(redis.zrangeWithScores("out", 0, -1)).containsExactly(A, B);
        assertThat(redis.zrangeStore("out", "z", 0, 1, DOWN)).isEqualTo(2);
        assertThat(redis.zrangeWithScores("out", 0, -1)).containsExactly(B, C);
        assertThat(redis.zrangeStore("out", "z", ScoreRange.lessThan(2.5))).isEqualTo(1);
        assertThat(redis.zrangeStore("out", "z", ScoreRange.all(), DOWN.limit(0, 2)))
                .isEqualTo(2);
        assertThat(redis.zrange("out", 0, -1)).containsExactly("b", "c");
        assertThat(redis.zrangeStore("out", "names", LexRange.atMost("cid"))).isEqualTo(3);
        assertThat(redis.zrangeStore("out", "names", LexRange.all(), DOWN.limit(0, 1)))
                .isEqualTo(1);
        assertThat(redis.zrange("out", 0, -1)).containsExactly("dan");
        assertThat(redis.zrangeStore("out", "missing", 0, -1)).isZero();
        assertThat(redis.exists("out")).isZero();
    }

    @Test
    void removesRanges() {
        assertThat(redis.zremRangeByRank("z", 0, 0)).isEqualTo(1);
        assertThat(redis.zremRangeByScore("z", ScoreRange.greaterThan(2.5))).isEqualTo(1);
        assertThat(redis.zrange("z", 0, -1)).containsExactly("b");
        assertThat(redis.zremRangeByLex("names", LexRange.closed("b", "d"))).isEqualTo(2);
        assertThat(redis.zrange("names", 0, -1)).containsExactly("ann", "dan");
        assertThat(redis.zremRangeByRank("missing", 0, -1)).isZero();
        assertThat(redis.zremRangeByScore("missing", ScoreRange.all())).isZero();
        assertThat(redis.zremRangeByLex("missing", LexRange.all())).isZero();
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderWaysToReadByScore() {
        ScoreRange range = ScoreRange.openClosed(1, 4);

        assertThat(redis.zrangeByScore("z", range)).containsExactly("b", "c");
        assertThat(redis.zrangeByScore("z", range, 1, 5)).containsExactly("c");
        assertThat(redis.zrangeByScoreWithScores("z", range)).containsExactly(B, C);
        assertThat(redis.zrangeByScoreWithScores("z", range, 0, 1)).containsExactly(B);
        assertThat(redis.zrevRangeByScore("z", range)).containsExactly("c", "b");
        assertThat(redis.zrevRangeByScore("z", range, 1, 5)).containsExactly("b");
        assertThat(redis.zrevRangeByScoreWithScores("z", range)).containsExactly(C, B);
        assertThat(redis.zrevRangeByScoreWithScores("z", range, 0, 1)).containsExactly(C);
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderWaysToReadByRankAndMember() {
        LexRange<String> range = LexRange.closed("bob", "dan");

        assertThat(redis.zrevRange("z", 0, 1)).containsExactly("c", "b");
        assertThat(redis.zrevRangeWithScores("z", 1, -1)).containsExactly(B, A);
        assertThat(redis.zrangeByLex("names", range)).containsExactly("bob", "cid", "dan");
        assertThat(redis.zrangeByLex("names", range, 1, 1)).containsExactly("cid");
        assertThat(redis.zrevRangeByLex("names", range)).containsExactly("dan", "cid", "bob");
        assertThat(redis.zrevRangeByLex("names", range, 0, 1)).containsExactly("dan");
    }
}
