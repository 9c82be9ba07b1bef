package io.sorrel.redis.api;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.reply.LcsMatches;
import io.sorrel.redis.command.reply.LcsMatches.Match;
import io.sorrel.redis.command.reply.LcsMatches.Range;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Strings and counters against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StringCommandsIT {
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
    void setsAndReadsAValue() {
        redis.set("k", "vä€😀");

        assertThat(redis.get("k")).isEqualTo("vä€😀");
        assertThat(redis.get("missing")).isNull();
        assertThat(redis.strlen("k")).isEqualTo(10);
        assertThat(redis.strlen("missing")).isZero();
    }

    @Test
    void setsOnACondition() {
        assertThat(redis.set("k", "1", SetArgs.xx())).isFalse();
        assertThat(redis.set("k", "2", SetArgs.nx())).isTrue();
        assertThat(redis.set("k", "3", SetArgs.nx())).isFalse();
        assertThat(redis.get("k")).isEqualTo("2");
        assertThat(redis.set("k", "4", SetArgs.xx())).isTrue();
        assertThat(redis.get("k")).isEqualTo("4");
    }

    @Test
    void setsWithAnExpiry() {
        Instant moment = Instant.now().plus(ofMinutes(5));

        assertThat(redis.set("ex", "v", SetArgs.ex(ofSeconds(100)))).isTrue();
        assertThat(redis.set("px", "v", SetArgs.px(ofMillis(100_500)))).isTrue();
        assertThat(redis.set("exat", "v", SetArgs.exAt(moment.truncatedTo(ChronoUnit.SECONDS))))
                .isTrue();
        assertThat(redis.set("pxat", "v", SetArgs.pxAt(moment).nx())).isTrue();

        assertThat(timeLeft("ex")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(timeLeft("px")).isBetween(ofSeconds(60), ofMillis(100_500));
        assertThat(timeLeft("exat")).isBetween(ofMinutes(4), ofMinutes(5));
        assertThat(timeLeft("pxat")).isBetween(ofMinutes(4), ofMinutes(5).plusMillis(1));
    }

    @Test
    void keepsOrDropsTheExpiryThatAKeyHas() {
        redis.set("k", "1", SetArgs.ex(ofSeconds(100)));
        redis.set("k", "2", SetArgs.keepTtl().xx());
        assertThat(timeLeft("k")).isBetween(ofSeconds(60), ofSeconds(100));

        redis.set("k", "3");
        assertThat(redis.ttl("k").expires()).isFalse();
    }

    @Test
    void deletesAKeyThatIsSetToExpireInThePast() {
        redis.set("k", "1");

        assertThat(redis.set("k", "2", SetArgs.pxAt(Instant.ofEpochSecond(5)))).isTrue();

        assertThat(redis.get("k")).isNull();
    }

    @Test
    void setsAndReturnsTheValueBefore() {
        assertThat(redis.setGet("k", "1")).isNull();
        assertThat(redis.setGet("k", "2")).isEqualTo("1");
        assertThat(redis.setGet("k", "3", SetArgs.ex(ofSeconds(100)))).isEqualTo("2");
        assertThat(timeLeft("k")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(redis.setGet("none", "1", SetArgs.xx())).isNull();
        assertThat(redis.get("none")).isNull();
    }

    @Test
    void returnsTheValueBeforeAlsoWhenTheKeyMustNotExist() {
        assumeTrue(ServerKnows.lcs(SERVER.server()), "SET with NX and GET needs Redis 7.0");

        assertThat(redis.setGet("k", "1", SetArgs.nx())).isNull();
        assertThat(redis.setGet("k", "2", SetArgs.nx())).isEqualTo("1");
        assertThat(redis.get("k")).isEqualTo("1");
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderWaysToSet() {
        redis.setEx("ex", ofSeconds(100), "v");
        redis.psetEx("px", ofMillis(100_500), "v");
        assertThat(timeLeft("ex")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(timeLeft("px")).isBetween(ofSeconds(60), ofMillis(100_500));

        assertThat(redis.setNx("k", "1")).isTrue();
        assertThat(redis.setNx("k", "2")).isFalse();
        assertThat(redis.getSet("k", "3")).isEqualTo("1");
        assertThat(redis.getSet("new", "1")).isNull();
        assertThat(redis.substr("k", 0, -1)).isEqualTo("3");
    }

    @Test
    void readsAndDeletes() {
        redis.set("k", "v");

        assertThat(redis.getDel("k")).isEqualTo("v");
        assertThat(redis.getDel("k")).isNull();
    }

    @Test
    void readsAndChangesTheExpiry() {
        Instant moment = Instant.now().plus(ofMinutes(5));
        redis.set("k", "v");

        assertThat(redis.getEx("k", GetExArgs.ex(ofSeconds(100)))).isEqualTo("v");
        assertThat(timeLeft("k")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(redis.getEx("k", GetExArgs.px(ofMillis(200_500)))).isEqualTo("v");
        assertThat(timeLeft("k")).isBetween(ofSeconds(150), ofMillis(200_500));
        assertThat(redis.getEx("k", GetExArgs.exAt(moment.truncatedTo(ChronoUnit.SECONDS))))
                .isEqualTo("v");
        assertThat(timeLeft("k")).isBetween(ofMinutes(4), ofMinutes(5));
        assertThat(redis.getEx("k", GetExArgs.pxAt(moment))).isEqualTo("v");
        assertThat(redis.getEx("k", GetExArgs.persist())).isEqualTo("v");
        assertThat(redis.ttl("k").expires()).isFalse();
        assertThat(redis.getEx("missing", GetExArgs.persist())).isNull();
        assertThat(redis.getEx("k", GetExArgs.pxAt(Instant.ofEpochSecond(5)))).isEqualTo("v");
        assertThat(redis.get("k")).isNull();
    }

    @Test
    void readsAndWritesParts() {
        assertThat(redis.append("k", "hello")).isEqualTo(5);
        assertThat(redis.append("k", " world")).isEqualTo(11);
        assertThat(redis.getRange("k", 0, 4)).isEqualTo("hello");
        assertThat(redis.getRange("k", -5, -1)).isEqualTo("world");
        assertThat(redis.getRange("k", 20, 30)).isEmpty();
        assertThat(redis.getRange("missing", 0, -1)).isEmpty();
        assertThat(redis.setRange("k", 6, "Redis")).isEqualTo(11);
        assertThat(redis.get("k")).isEqualTo("hello Redis");
        assertThat(redis.setRange("new", 2, "x")).isEqualTo(3);
        assertThat(redis.get("new")).isEqualTo("\0\0x");
        assertThat(redis.setRange("none", 7, "")).isZero();
    }

    @Test
    void readsAndSetsSeveralAtOnce() {
        redis.mset(Map.of("a", "1", "b", "2"));
        redis.hset("hash", "f", "v");

        assertThat(redis.mget("a", "missing", "b", "hash")).containsExactly("1", null, "2", null);
        assertThat(redis.mget(List.of("b", "a"))).containsExactly("2", "1");
        assertThat(redis.msetNx(Map.of("b", "3", "c", "4"))).isFalse();
        assertThat(redis.get("c")).isNull();
        assertThat(redis.msetNx(Map.of("c", "3", "d", "4"))).isTrue();
        assertThat(redis.mget("c", "d")).containsExactly("3", "4");
    }

    @Test
    void counts() {
        assertThat(redis.incr("n")).isEqualTo(1);
        assertThat(redis.incrBy("n", 41)).isEqualTo(42);
        assertThat(redis.decr("n")).isEqualTo(41);
        assertThat(redis.decrBy("n", 50)).isEqualTo(-9);
        assertThat(redis.incrBy("n", -1)).isEqualTo(-10);
        assertThat(redis.incrBy("limit", Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(redis.incrByFloat("f", 10.5)).isEqualTo(10.5);
        assertThat(redis.incrByFloat("f", -1e-3)).isCloseTo(10.499, within(1e-9));
        assertThat(redis.incrByFloat("large", 3e30)).isEqualTo(3e30);
    }

    @Test
    void reportsWhatCannotBeCounted() {
        redis.set("text", "ten");
        redis.set("limit", Long.toString(Long.MAX_VALUE));

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.incr("text"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.incr("limit"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.incrByFloat("text", 1));
        assertThat(redis.incrBy("low", Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.decr("low"));
        assertThat(redis.get("text")).isEqualTo("ten");
    }

    @Test
    void findsTheLongestCommonSubsequence() {
        assumeTrue(ServerKnows.lcs(SERVER.server()), "LCS needs Redis 7.0");
        redis.mset(Map.of("a", "ohmytext", "b", "mynewtext"));
        Match text = new Match(new Range(4, 7), new Range(5, 8), 4);
        Match my = new Match(new Range(2, 3), new Range(0, 1), 2);

        assertThat(redis.lcs("a", "b")).isEqualTo("mytext");
        assertThat(redis.lcs("a", "missing")).isEmpty();
        assertThat(redis.lcsLen("a", "b")).isEqualTo(6);
        assertThat(redis.lcsIdx("a", "b")).isEqualTo(new LcsMatches(List.of(text, my), 6));
        assertThat(redis.lcsIdx("a", "b", 4)).isEqualTo(new LcsMatches(List.of(text), 6));
        assertThat(redis.lcsIdx("a", "missing")).isEqualTo(new LcsMatches(List.of(), 0));
    }

    @Test
    void saysThatAnOlderServerDoesNotKnowTheCommand() {
        assumeTrue(!ServerKnows.lcs(SERVER.server()), "this server knows LCS");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.lcs("a", "b"));
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.hset("hash", "f", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.get("hash"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.append("hash", "v"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.setGet("hash", "v"));
        assertThat(redis.hget("hash", "f")).isEqualTo("v");
        redis.set("hash", "v");
        assertThat(redis.get("hash")).isEqualTo("v");
    }

    private Duration timeLeft(String key) {
        return redis.pttl(key).orElseThrow();
    }
}
