package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Hashes against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HashCommandsIT {
    private static final Map<String, String> THREE = Map.of("a", "1", "b", "2", "c", "3");

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
    void setsAndReadsFields() {
        assertThat(redis.hset("h", "a", "1")).isEqualTo(1);
        assertThat(redis.hset("h", "a", "2")).isZero();
        assertThat(redis.hset("h", THREE)).isEqualTo(2);
        assertThat(redis.hget("h", "a")).isEqualTo("1");
        assertThat(redis.hget("h", "missing")).isNull();
        assertThat(redis.hget("missing", "a")).isNull();
        assertThat(redis.hmget("h", "c", "missing", "a")).containsExactly("3", null, "1");
        assertThat(redis.hmget("missing", List.of("a", "b"))).containsExactly(null, null);
    }

    @Test
    void setsAFieldOnlyOnce() {
        assertThat(redis.hsetNx("h", "a", "1")).isTrue();
        assertThat(redis.hsetNx("h", "a", "2")).isFalse();
        assertThat(redis.hget("h", "a")).isEqualTo("1");
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderWayToSetSeveral() {
        redis.hmset("h", THREE);

        assertThat(redis.hgetAll("h")).isEqualTo(THREE);
    }

    @Test
    void readsAWholeHash() {
        redis.hset("h", THREE);

        assertThat(redis.hgetAll("h")).isEqualTo(THREE);
        assertThat(redis.hkeys("h")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(redis.hvals("h")).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(redis.hlen("h")).isEqualTo(3);
        assertThat(redis.hgetAll("missing")).isEmpty();
        assertThat(redis.hkeys("missing")).isEmpty();
        assertThat(redis.hvals("missing")).isEmpty();
        assertThat(redis.hlen("missing")).isZero();
    }

    @Test
    void asksAboutAField() {
        redis.hset("h", "a", "hello");

        assertThat(redis.hexists("h", "a")).isTrue();
        assertThat(redis.hexists("h", "b")).isFalse();
        assertThat(redis.hstrlen("h", "a")).isEqualTo(5);
        assertThat(redis.hstrlen("h", "b")).isZero();
    }

    @Test
    void deletesFields() {
        redis.hset("h", THREE);

        assertThat(redis.hdel("h", "a", "missing")).isEqualTo(1);
        assertThat(redis.hdel("h", List.of("b", "c"))).isEqualTo(2);
        assertThat(redis.hdel("h", "a")).isZero();
        assertThat(redis.hlen("h")).isZero();
    }

    @Test
    void readsAndDeletesFields() {
        assumeTrue(ServerKnows.fieldGetDel(SERVER.server()), "HGETDEL needs Redis 8.0");
        redis.hset("h", THREE);

        assertThat(redis.hgetDel("h", "b", "missing", "a")).containsExactly("2", null, "1");
        assertThat(redis.hgetDel("missing", "a", "b")).containsExactly(null, null);
        assertThat(redis.hgetAll("h")).isEqualTo(Map.of("c", "3"));
    }

    @Test
    void saysThatAnOlderServerCannotReadAndDelete() {
        assumeFalse(ServerKnows.fieldGetDel(SERVER.server()), "this server knows HGETDEL");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.hgetDel("h", "a"));
    }

    @Test
    void countsInFields() {
        assertThat(redis.hincrBy("h", "n", 5)).isEqualTo(5);
        assertThat(redis.hincrBy("h", "n", -7)).isEqualTo(-2);
        assertThat(redis.hincrByFloat("h", "f", 1.5)).isEqualTo(1.5);
        assertThat(redis.hincrByFloat("h", "f", 2)).isEqualTo(3.5);
        redis.hset("h", "text", "ten");
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.hincrBy("h", "text", 1));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.hincrByFloat("h", "text", 1));
    }

    @Test
    void picksFieldsAtRandom() {
        redis.hset("h", THREE);

        assertThat(redis.hrandField("h")).isIn(THREE.keySet());
        assertThat(redis.hrandField("missing")).isNull();
        assertThat(redis.hrandField("h", 2)).hasSize(2).doesNotHaveDuplicates().allMatch(THREE::containsKey);
        assertThat(redis.hrandField("h", 10)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(redis.hrandField("missing", 2)).isEmpty();
        assertThat(redis.hrandFieldRepeating("h", 50)).hasSize(50).allMatch(THREE::containsKey);
        assertThat(redis.hrandFieldRepeating("missing", 50)).isEmpty();
    }

    @Test
    void picksFieldsWithTheirValuesAtRandom() {
        redis.hset("h", THREE);

        assertThat(redis.hrandFieldWithValues("h", 10))
                .containsExactlyInAnyOrder(entry("a", "1"), entry("b", "2"), entry("c", "3"));
        assertThat(redis.hrandFieldWithValues("h", 1)).hasSize(1).allMatch(THREE.entrySet()::contains);
        assertThat(redis.hrandFieldWithValues("missing", 1)).isEmpty();
        assertThat(redis.hrandFieldRepeatingWithValues("h", 50)).hasSize(50).allMatch(THREE.entrySet()::contains);
        assertThat(redis.hrandFieldRepeatingWithValues("missing", 50)).isEmpty();
    }

    @Test
    void scansPageByPage() {
        redis.hset("h", manyFields());
        Map<String, String> found = new HashMap<>();
        int pages = 0;
        ScanCursor cursor = ScanCursor.START;
        while (!cursor.isFinished()) {
            ScanPage<Map.Entry<String, String>> page =
                    redis.hscan("h", cursor, ElementScanArgs.all().count(100));
            page.elements().forEach(each -> found.put(each.getKey(), each.getValue()));
            cursor = page.cursor();
            pages++;
        }

        assertThat(found).isEqualTo(manyFields());
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    void scansAMissingHashInOnePage() {
        assertThat(redis.hscan("missing", ScanCursor.START).isLast()).isTrue();
        assertThat(redis.hscan("missing", ScanCursor.START).elements()).isEmpty();
    }

    @Test
    void scansAllAsNeeded() {
        redis.hset("h", manyFields());

        assertThat(redis.hscanAll("h").stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (x, y) -> y)))
                .isEqualTo(manyFields());
        assertThat(redis.hscanAll("h", ElementScanArgs.match("f19*").count(50)).stream()
                        .map(Map.Entry::getKey)
                        .distinct())
                .hasSize(111)
                .allMatch(field -> field.startsWith("f19"));
        assertThat(redis.hscanAll("missing")).isEmpty();
    }

    @Test
    void scansFieldsWithoutTheirValues() {
        assumeTrue(ServerKnows.hscanNoValues(SERVER.server()), "HSCAN with NOVALUES needs Redis 7.4");
        redis.hset("h", manyFields());

        assertThat(redis.hscanNoValues("missing", ScanCursor.START).elements()).isEmpty();
        assertThat(redis.hscanNoValues("h", ScanCursor.START).elements())
                .isSubsetOf(manyFields().keySet());
        assertThat(redis.hscanAllNoValues("h").stream().collect(Collectors.toSet()))
                .isEqualTo(manyFields().keySet());
        assertThat(redis.hscanAllNoValues("h", ElementScanArgs.match("f7"))).containsExactly("f7");
    }

    @Test
    void saysThatAnOlderServerCannotLeaveOutTheValues() {
        assumeFalse(ServerKnows.hscanNoValues(SERVER.server()), "this server knows NOVALUES");
        redis.hset("h", THREE);

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.hscanNoValues("h", ScanCursor.START))
                .withMessageContaining("syntax error");
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.hget("text", "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.hset("text", "a", "1"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.hgetAll("text"));
    }

    private static Map<String, String> manyFields() {
        return IntStream.range(0, 2000).boxed().collect(Collectors.toMap(i -> "f" + i, String::valueOf));
    }
}
