package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.CopyArgs;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.error.BusyKeyException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about keys of one database and its neighbour, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeyCommandsIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = client(SERVER.server());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private RedisClient client(RedisServer server) {
        return path.client(server.uri());
    }

    @Test
    void copiesAKeyWithItsExpiry() {
        redis.set("a", "1");
        redis.expire("a", HOUR);

        assertThat(redis.copy("a", "b")).isTrue();
        assertThat(redis.get("b")).isEqualTo("1");
        assertThat(redis.ttl("b").expires()).isTrue();
        assertThat(redis.copy("missing", "c")).isFalse();
    }

    @Test
    void replacesTheCopyOnlyWhenAskedTo() {
        redis.set("a", "1");
        redis.set("b", "2");

        assertThat(redis.copy("a", "b")).isFalse();
        assertThat(redis.get("b")).isEqualTo("2");
        assertThat(redis.copy("a", "b", CopyArgs.defaults().replace())).isTrue();
        assertThat(redis.get("b")).isEqualTo("1");
    }

    @Test
    void copiesAndMovesIntoAnotherDatabase() {
        redis.set("a", "1");

        assertThat(redis.copy("a", "copied", CopyArgs.defaults().database(2))).isTrue();
        assertThat(redis.move("a", 2)).isTrue();
        assertThat(redis.move("a", 2)).isFalse();

        assertThat(redis.exists("a", "copied")).isZero();
        try (RedisSession session = client.openSession()) {
            session.sync().select(2);
            assertThat(session.sync().exists("a", "copied")).isEqualTo(2);
        }
    }

    @Test
    void countsDeletesAndTouchesKeys() {
        redis.mset(Map.of("a", "1", "b", "2", "c", "3", "d", "4"));

        assertThat(redis.exists("a", "a", "b", "missing")).isEqualTo(3);
        assertThat(redis.exists(Set.of("a", "b"))).isEqualTo(2);
        assertThat(redis.touch("a", "missing")).isEqualTo(1);
        assertThat(redis.del("a", "missing")).isEqualTo(1);
        assertThat(redis.del(List.of("b"))).isEqualTo(1);
        assertThat(redis.unlink("c", "missing")).isEqualTo(1);
        assertThat(redis.unlink(List.of("d"))).isEqualTo(1);
        assertThat(redis.exists("a", "b", "c", "d")).isZero();
    }

    @Test
    void findsKeysByPatternAndAtRandom() {
        assertThat(redis.randomKey()).isNull();
        assertThat(redis.keys("*")).isEmpty();
        redis.mset(Map.of("user:1", "a", "user:2", "b", "order:1", "c"));

        assertThat(redis.keys("user:*")).containsExactlyInAnyOrder("user:1", "user:2");
        assertThat(redis.keys("user:[2-9]")).containsExactly("user:2");
        assertThat(redis.randomKey()).isIn("user:1", "user:2", "order:1");
    }

    @Test
    void dumpsAndRestoresBytesWhateverTheCodec() {
        redis.set("a", "ä");
        byte[] dump = Objects.requireNonNull(redis.dump("a"));

        assertThat(redis.dump("missing")).isNull();
        assertThat(path.commands(client, RedisCodec.bytes()).dump(new byte[] {'a'}))
                .isEqualTo(dump);

        redis.restore("b", dump);
        assertThat(redis.get("b")).isEqualTo("ä");
        assertThat(redis.ttl("b").expires()).isFalse();
    }

    @Test
    void restoresOverAKeyOnlyWhenAskedTo() {
        redis.set("a", "1");
        redis.set("b", "2");
        byte[] dump = Objects.requireNonNull(redis.dump("a"));

        assertThatExceptionOfType(BusyKeyException.class).isThrownBy(() -> redis.restore("b", dump));
        redis.restore("b", dump, RestoreArgs.defaults().replace());

        assertThat(redis.get("b")).isEqualTo("1");
    }

    @Test
    void restoresWithAnExpiryAndAnIdleTime() {
        redis.set("a", "1");
        byte[] dump = Objects.requireNonNull(redis.dump("a"));
        Instant moment = Instant.now().plus(HOUR);
        RestoreArgs defaults = RestoreArgs.defaults();

        redis.restore("left", dump, defaults.ttl(HOUR));
        redis.restore("at", dump, defaults.expireAt(moment));
        redis.restore("past", dump, defaults.expireAt(Instant.ofEpochSecond(1)));
        redis.restore("idle", dump, defaults.idleTime(Duration.ofSeconds(500)));

        assertThat(redis.pttl("left").orElseThrow()).isBetween(Duration.ofMinutes(58), HOUR);
        assertThat(redis.pttl("at").orElseThrow()).isBetween(Duration.ofMinutes(58), HOUR.plusMillis(1));
        assertThat(redis.exists("past")).isZero();
        assertThat(redis.objectIdleTime("idle")).isBetween(Duration.ofSeconds(500), Duration.ofSeconds(560));
    }

    @Test
    void refusesADumpThatIsDamaged() {
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.restore("a", new byte[] {1, 2, 3}))
                .withMessageContaining("RESTORE");
    }

    @Test
    void looksIntoTheStoredObject() {
        redis.set("number", "12");

        assertThat(redis.objectEncoding("number")).isEqualTo("int");
        assertThat(redis.objectEncoding("missing")).isNull();
        assertThat(redis.objectRefCount("number")).isPositive();
        assertThat(redis.objectRefCount("missing")).isNull();
        redis.set("text", "not a shared number");
        assertThat(redis.objectIdleTime("text")).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(redis.objectIdleTime("missing")).isNull();
        assertThat(redis.objectHelp()).anyMatch(line -> line.contains("ENCODING"));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.objectFreq("number"))
                .withMessageContaining("LFU");
    }

    @Test
    void countsUseWhereEvictionGoesByFrequency() {
        try (RedisServer server = RedisServer.builder()
                        .config("maxmemory-policy", "allkeys-lfu")
                        .start();
                RedisClient other = client(server)) {
            RedisCommands<String, String> lfu = path.commands(other);
            lfu.set("a", "not a shared number");
            byte[] dump = Objects.requireNonNull(lfu.dump("a"));

            lfu.restore("b", dump, RestoreArgs.defaults().frequency(200));

            assertThat(lfu.objectFreq("a")).isBetween(1L, 20L);
            assertThat(lfu.objectFreq("b")).isBetween(150L, 255L);
            assertThat(lfu.objectFreq("missing")).isNull();
        }
    }

    @Test
    void renamesAKey() {
        redis.set("a", "1");
        redis.set("b", "2");

        assertThat(redis.renameNx("a", "b")).isFalse();
        redis.rename("a", "b");
        assertThat(redis.renameNx("b", "c")).isTrue();

        assertThat(redis.get("c")).isEqualTo("1");
        assertThat(redis.exists("a", "b")).isZero();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.rename("missing", "x"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.renameNx("missing", "x"));
    }

    @Test
    void tellsTheTypeOfAValue() {
        redis.set("string", "1");
        redis.hset("hash", "f", "v");
        push("list", "e");

        assertThat(redis.type("string")).isEqualTo("string");
        assertThat(redis.type("hash")).isEqualTo("hash");
        assertThat(redis.type("list")).isEqualTo("list");
        assertThat(redis.type("missing")).isNull();
    }

    private void push(String key, String... elements) {
        CommandBuilder<String, String> command = redis.commands().raw("RPUSH").key(key);
        for (String element : elements) {
            command.value(element);
        }
        client.execute(command.reply(ReplyDecoders.integer()));
    }
}
