package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.CopyArgs;
import io.sorrel.redis.command.args.ExpireCondition;
import io.sorrel.redis.command.args.MigrateArgs;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.command.args.ScanArgs;
import io.sorrel.redis.command.args.SortArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDefinitionsTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final KeyDefinitions<String, String> KEYS = COMMANDS.keys();
    private static final ExpiryDefinitions<String, String> EXPIRY = COMMANDS.expiry();
    private static final Duration TTL = Duration.ofMinutes(2);
    private static final Instant MOMENT = Instant.ofEpochSecond(1_900_000_000);
    private static final byte[] DUMP = {'d', 'u', 'm', 'p'};
    private static final char[] PASSWORD = {'p', 'w'};

    static Stream<Arguments> commands() {
        return Stream.of(
                        Stream.of(
                                arguments("COPY a b", KEYS.copy("a", "b")),
                                arguments(
                                        "COPY a b DB 3 REPLACE",
                                        KEYS.copy(
                                                "a",
                                                "b",
                                                CopyArgs.defaults().replace().database(3))),
                                arguments("DEL a b c", KEYS.del("a", "b", "c")),
                                arguments("DEL a b", KEYS.del(List.of("a", "b"))),
                                arguments("DUMP a", KEYS.dump("a")),
                                arguments("EXISTS a a", KEYS.exists("a", "a")),
                                arguments("EXISTS a", KEYS.exists(Set.of("a"))),
                                arguments("KEYS user:*", KEYS.keys("user:*")),
                                arguments("MOVE a 3", KEYS.move("a", 3)),
                                arguments("OBJECT ENCODING a", KEYS.objectEncoding("a")),
                                arguments("OBJECT FREQ a", KEYS.objectFreq("a")),
                                arguments("OBJECT HELP", KEYS.objectHelp()),
                                arguments("OBJECT IDLETIME a", KEYS.objectIdleTime("a")),
                                arguments("OBJECT REFCOUNT a", KEYS.objectRefCount("a")),
                                arguments("RANDOMKEY", KEYS.randomKey()),
                                arguments("RENAME a b", KEYS.rename("a", "b")),
                                arguments("RENAMENX a b", KEYS.renameNx("a", "b")),
                                arguments("TOUCH a b", KEYS.touch("a", "b")),
                                arguments("TYPE a", KEYS.type("a")),
                                arguments("UNLINK a b", KEYS.unlink("a", "b")),
                                arguments("UNLINK a", KEYS.unlink(List.of("a"))),
                                arguments("WAIT 2 1500", KEYS.waitReplicas(2, Duration.ofMillis(1500))),
                                arguments("WAIT 0 0", KEYS.waitReplicas(0, Duration.ZERO)),
                                arguments("WAITAOF 1 2 1500", KEYS.waitAof(1, 2, Duration.ofMillis(1500)))),
                        expiries(),
                        moves(),
                        scansAndSorts())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> expiries() {
        return Stream.of(
                arguments("EXPIRE a 120", EXPIRY.expire("a", TTL)),
                arguments("EXPIRE a -120", EXPIRY.expire("a", TTL.negated())),
                arguments("EXPIRE a 120 NX", EXPIRY.expire("a", TTL, ExpireCondition.NX)),
                arguments("PEXPIRE a 120000", EXPIRY.pexpire("a", TTL)),
                arguments("PEXPIRE a 120000 XX", EXPIRY.pexpire("a", TTL, ExpireCondition.XX)),
                arguments("EXPIREAT a 1900000000", EXPIRY.expireAt("a", MOMENT)),
                arguments("EXPIREAT a 1900000000 GT", EXPIRY.expireAt("a", MOMENT, ExpireCondition.GT)),
                arguments("PEXPIRE a 1500", EXPIRY.expire("a", Duration.ofMillis(1500))),
                arguments("PEXPIRE a -1500", EXPIRY.expire("a", Duration.ofMillis(-1500))),
                arguments("PEXPIRE a 1500 GT", EXPIRY.expire("a", Duration.ofMillis(1500), ExpireCondition.GT)),
                arguments("PEXPIREAT a 1900000000008", EXPIRY.pexpireAt("a", MOMENT.plusNanos(7_000_001))),
                arguments("PEXPIREAT a 1900000000008", EXPIRY.expireAt("a", MOMENT.plusNanos(7_000_001))),
                arguments(
                        "PEXPIREAT a 1900000000007 NX", EXPIRY.expireAt("a", MOMENT.plusMillis(7), ExpireCondition.NX)),
                arguments("EXPIREAT a 1900000001", EXPIRY.expireAt("a", MOMENT.plusNanos(999_000_001))),
                arguments("PEXPIREAT a 1900000000000 LT", EXPIRY.pexpireAt("a", MOMENT, ExpireCondition.LT)),
                arguments("EXPIRETIME a", EXPIRY.expireTime("a")),
                arguments("PEXPIRETIME a", EXPIRY.pexpireTime("a")),
                arguments("PERSIST a", EXPIRY.persist("a")),
                arguments("PTTL a", EXPIRY.pttl("a")),
                arguments("TTL a", EXPIRY.ttl("a")));
    }

    private static Stream<Arguments> moves() {
        RestoreArgs restore = RestoreArgs.defaults();
        MigrateArgs migrate = MigrateArgs.defaults();
        return Stream.of(
                arguments("RESTORE a 0 dump", KEYS.restore("a", DUMP)),
                arguments(
                        "RESTORE a 120000 dump REPLACE IDLETIME 7",
                        KEYS.restore(
                                "a",
                                DUMP,
                                restore.ttl(TTL).idleTime(Duration.ofSeconds(7)).replace())),
                arguments(
                        "RESTORE a 1900000000000 dump ABSTTL FREQ 255",
                        KEYS.restore("a", DUMP, restore.frequency(255).expireAt(MOMENT))),
                arguments("MIGRATE host 6380 a 2 120000", KEYS.migrate("host", 6380, "a", 2, TTL)),
                arguments(
                        "MIGRATE host 6380  2 120000 KEYS a b", KEYS.migrate("host", 6380, 2, TTL, migrate, "a", "b")),
                arguments(
                        "MIGRATE host 6380  0 120000 COPY REPLACE AUTH pw KEYS a",
                        KEYS.migrate(
                                "host", 6380, 0, TTL, migrate.replace().copy().auth(PASSWORD), "a")),
                arguments(
                        "MIGRATE host 6380  0 120000 AUTH2 me pw KEYS a",
                        KEYS.migrate("host", 6380, 0, TTL, migrate.auth("me", PASSWORD), "a")));
    }

    private static Stream<Arguments> scansAndSorts() {
        SortArgs sort = SortArgs.defaults();
        return Stream.of(
                arguments("SCAN 0", KEYS.scan(ScanCursor.START)),
                arguments(
                        "SCAN 17 MATCH a* COUNT 100 TYPE hash",
                        KEYS.scan(
                                ScanCursor.of("17"),
                                ScanArgs.match("a*").type("hash").count(100))),
                arguments(
                        "SCAN 0 COUNT 5",
                        KEYS.scan(ScanCursor.START, ScanArgs.all().count(5))),
                arguments("SORT a", KEYS.sort("a")),
                arguments(
                        "SORT a BY w_* LIMIT 5 10 GET # GET h_*->name DESC ALPHA",
                        KEYS.sort(
                                "a",
                                sort.alphabetical()
                                        .descending()
                                        .get("#", "h_*->name")
                                        .limit(5, 10)
                                        .by("w_*"))),
                arguments("SORT_RO a", KEYS.sortReadOnly("a")),
                arguments("SORT_RO a BY nosort", KEYS.sortReadOnly("a", sort.unsorted())),
                arguments("SORT a STORE b", KEYS.sortStore("a", sort, "b")),
                arguments("SORT a DESC STORE b", KEYS.sortStore("a", sort.descending(), "b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void sends(String words, Command<?> command) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                wrong("key", () -> KEYS.type(null)),
                wrong("keys", () -> KEYS.del()),
                wrong("keys", () -> KEYS.unlink(List.of())),
                wrong("keys", () -> KEYS.exists("a", null)),
                wrong("destination", () -> KEYS.copy("a", null)),
                wrong("args", () -> KEYS.copy("a", "b", null)),
                wrong("newKey", () -> KEYS.rename("a", null)),
                wrong("pattern", () -> KEYS.keys(null)),
                wrong("database", () -> KEYS.move("a", -1)),
                wrong("database", () -> CopyArgs.defaults().database(-1)),
                wrong("port", () -> KEYS.migrate("host", 0, "a", 0, TTL)),
                wrong("port", () -> KEYS.migrate("host", 65536, "a", 0, TTL)),
                wrong("host", () -> KEYS.migrate(null, 1, "a", 0, TTL)),
                wrong("timeout", () -> KEYS.migrate("host", 1, "a", 0, Duration.ZERO)),
                wrong("keys", () -> KEYS.migrate("host", 1, 0, TTL, MigrateArgs.defaults())),
                wrong("password", () -> MigrateArgs.defaults().auth(null)),
                wrong("dump", () -> KEYS.restore("a", null)),
                wrong("frequency", () -> RestoreArgs.defaults().frequency(256)),
                wrong("idleTime", () -> RestoreArgs.defaults().idleTime(Duration.ofMillis(1))),
                wrong("idleTime", () -> RestoreArgs.defaults().frequency(1).idleTime(TTL)),
                wrong("expireAt", () -> RestoreArgs.defaults().ttl(TTL).expireAt(MOMENT)),
                wrong("ttl", () -> RestoreArgs.defaults().ttl(Duration.ZERO)),
                wrong("cursor", () -> KEYS.scan(ScanCursor.of("0"))),
                wrong("cursor", () -> KEYS.scan(null)),
                wrong("count", () -> ScanArgs.all().count(0)),
                wrong("pattern", () -> ScanArgs.match(null)),
                wrong("type", () -> ScanArgs.all().type(null)),
                wrong("pattern", () -> SortArgs.defaults().by("no-star")),
                wrong("patterns", () -> SortArgs.defaults().get()),
                wrong("offset", () -> SortArgs.defaults().limit(-1, 1)),
                wrong("count", () -> SortArgs.defaults().limit(0, -1)),
                wrong("replicas", () -> KEYS.waitReplicas(-1, TTL)),
                wrong("timeout", () -> KEYS.waitReplicas(1, TTL.negated())),
                wrong("local", () -> KEYS.waitAof(2, 0, TTL)),
                wrong("ttl", () -> EXPIRY.expire("a", Duration.ofNanos(1_500_000))),
                wrong("ttl", () -> EXPIRY.expire("a", Duration.ofSeconds(Long.MAX_VALUE))),
                wrong("ttl", () -> EXPIRY.pexpire("a", Duration.ofSeconds(Long.MAX_VALUE))),
                wrong("ttl", () -> EXPIRY.pexpire("a", Duration.ofSeconds(Long.MIN_VALUE), ExpireCondition.LT)),
                wrong("ttl", () -> EXPIRY.pexpire("a", Duration.ofNanos(1))),
                wrong("ttl", () -> EXPIRY.expire("a", null)),
                wrong("moment", () -> EXPIRY.expireAt("a", Instant.MAX)),
                wrong("moment", () -> EXPIRY.pexpireAt("a", Instant.MAX)),
                wrong("condition", () -> EXPIRY.expire("a", TTL, null)));
    }

    private static Arguments wrong(String parameter, ThrowingCallable use) {
        return arguments(parameter, use);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("wrongUses")
    void refusesWrongUseAndNamesTheParameter(String parameter, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(parameter);
    }
}
