package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.HashSet;
import java.util.List;
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

/** Sets against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SetCommandsIT {
    private static final Set<String> MANY =
            IntStream.range(0, 1000).mapToObj(i -> "m" + i).collect(Collectors.toSet());

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
    void addsAndDeletesMembers() {
        assertThat(redis.sadd("s", "a", "b")).isEqualTo(2);
        assertThat(redis.sadd("s", List.of("b", "c"))).isEqualTo(1);
        assertThat(redis.scard("s")).isEqualTo(3);
        assertThat(redis.smembers("s")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(redis.srem("s", "a", "z")).isEqualTo(1);
        assertThat(redis.srem("s", Set.of("b", "c"))).isEqualTo(2);
        assertThat(redis.smembers("s")).isEmpty();
        assertThat(redis.scard("s")).isZero();
        assertThat(redis.srem("s", "a")).isZero();
    }

    @Test
    void asksForMembers() {
        redis.sadd("s", "a", "b");

        assertThat(redis.sismember("s", "a")).isTrue();
        assertThat(redis.sismember("s", "z")).isFalse();
        assertThat(redis.sismember("missing", "a")).isFalse();
        assertThat(redis.smismember("s", "a", "z", "b")).containsExactly(true, false, true);
        assertThat(redis.smismember("missing", List.of("a", "b"))).containsExactly(false, false);
    }

    @Test
    void movesAMember() {
        redis.sadd("s", "a", "b");

        assertThat(redis.smove("s", "t", "a")).isTrue();
        assertThat(redis.smove("s", "t", "a")).isFalse();
        assertThat(redis.smembers("s")).containsExactly("b");
        assertThat(redis.smembers("t")).containsExactly("a");
    }

    @Test
    void takesMembersAtRandom() {
        redis.sadd("s", "a", "b", "c", "d");

        String first = redis.spop("s");
        Set<String> next = redis.spop("s", 2);
        Set<String> rest = redis.spop("s", 9);

        assertThat(next).hasSize(2);
        assertThat(rest).hasSize(1);
        Set<String> all = new HashSet<>(next);
        all.addAll(rest);
        all.add(first);
        assertThat(all).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(redis.spop("s")).isNull();
        assertThat(redis.spop("s", 2)).isEmpty();
    }

    @Test
    void picksMembersAtRandom() {
        redis.sadd("s", "a", "b", "c");

        assertThat(redis.srandMember("s")).isIn("a", "b", "c");
        assertThat(redis.srandMember("missing")).isNull();
        assertThat(redis.srandMember("s", 2)).hasSize(2).doesNotHaveDuplicates().isSubsetOf("a", "b", "c");
        assertThat(redis.srandMember("s", 9)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(redis.srandMember("missing", 2)).isEmpty();
        assertThat(redis.srandMemberRepeating("s", 50)).hasSize(50).isSubsetOf("a", "b", "c");
        assertThat(redis.srandMemberRepeating("missing", 50)).isEmpty();
        assertThat(redis.scard("s")).isEqualTo(3);
    }

    @Test
    void combinesSets() {
        redis.sadd("s", "a", "b", "c");
        redis.sadd("t", "b", "c", "d");

        assertThat(redis.sdiff("s", "t", "missing")).containsExactly("a");
        assertThat(redis.sdiff(List.of("t", "s"))).containsExactly("d");
        assertThat(redis.sinter("s", "t")).containsExactlyInAnyOrder("b", "c");
        assertThat(redis.sinter(List.of("s", "missing"))).isEmpty();
        assertThat(redis.sunion("s", "t", "missing")).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(redis.sunion(List.of("t"))).containsExactlyInAnyOrder("b", "c", "d");
    }

    @Test
    void storesCombinedSets() {
        redis.sadd("s", "a", "b", "c");
        redis.sadd("t", "b", "c", "d");

        assertThat(redis.sdiffStore("d", "s", "t")).isEqualTo(1);
        assertThat(redis.smembers("d")).containsExactly("a");
        assertThat(redis.sinterStore("d", List.of("s", "t"))).isEqualTo(2);
        assertThat(redis.smembers("d")).containsExactlyInAnyOrder("b", "c");
        assertThat(redis.sunionStore("d", "s", "t")).isEqualTo(4);
        assertThat(redis.smembers("d")).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(redis.sdiffStore("d", List.of("s", "s"))).isZero();
        assertThat(redis.exists("d")).isZero();
        assertThat(redis.sinterStore("d", "s", "missing")).isZero();
        assertThat(redis.sunionStore("d", List.of("missing"))).isZero();
    }

    @Test
    void countsWhatIsCommon() {
        assumeTrue(ServerKnows.intersectionCard(SERVER.server()), "SINTERCARD is since Redis 7.0");
        redis.sadd("s", "a", "b", "c");
        redis.sadd("t", "b", "c", "d");

        assertThat(redis.sinterCard("s", "t")).isEqualTo(2);
        assertThat(redis.sinterCard(1, "s", "t")).isEqualTo(1);
        assertThat(redis.sinterCard(9, List.of("s", "t"))).isEqualTo(2);
        assertThat(redis.sinterCard(List.of("s", "missing"))).isZero();
    }

    @Test
    void saysThatAnOlderServerCannotCountWhatIsCommon() {
        assumeFalse(ServerKnows.intersectionCard(SERVER.server()), "SINTERCARD is since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.sinterCard("s", "t"));
    }

    @Test
    void scansPageByPage() {
        redis.sadd("s", MANY);
        Set<String> found = new HashSet<>();
        int pages = 0;
        ScanCursor cursor = ScanCursor.START;
        while (!cursor.isFinished()) {
            ScanPage<String> page =
                    redis.sscan("s", cursor, ElementScanArgs.all().count(100));
            found.addAll(page.elements());
            cursor = page.cursor();
            pages++;
        }

        assertThat(found).isEqualTo(MANY);
        assertThat(pages).isGreaterThan(1);
        assertThat(redis.sscan("missing", ScanCursor.START).isLast()).isTrue();
        assertThat(redis.sscan("missing", ScanCursor.START).elements()).isEmpty();
    }

    @Test
    void scansAllAsNeeded() {
        redis.sadd("s", MANY);

        assertThat(redis.sscanAll("s").stream().collect(Collectors.toSet())).isEqualTo(MANY);
        assertThat(redis.sscanAll("s", ElementScanArgs.match("m77*").count(50)).stream()
                        .distinct())
                .hasSize(11)
                .allMatch(member -> member.startsWith("m77"));
        assertThat(redis.sscanAll("missing")).isEmpty();
    }

    @Test
    void keepsBytesAsTheyAre() {
        RedisCommands<byte[], byte[]> bytes = path.commands(client, RedisCodec.bytes());
        byte[] key = {0, 13, 10};
        byte[] member = {(byte) 0xFF, 0, 13, 10};

        assertThat(bytes.sadd(key, member)).isEqualTo(1);

        assertThat(bytes.smembers(key)).containsExactly(member);
        assertThat(bytes.sismember(key, member)).isTrue();
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.sadd("text", "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.smembers("text"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.sunion("text", "s"));
    }
}
