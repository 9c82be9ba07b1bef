package io.sorrel.redis.command.definition;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.args.ExpireCondition;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.HSetExArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class HashDefinitionsTest {
    private static final Instant MOMENT = Instant.ofEpochSecond(4_000_000_000L);
    private static final HashDefinitions<String, String> HASHES = new HashDefinitions<>(RedisCodec.utf8());
    private static final HashExpiryDefinitions<String, String> EXPIRY = new HashExpiryDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"commands", "expiryCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("HDEL h a b", HASHES.hdel("h", "a", "b")),
                sends("HDEL h a b", HASHES.hdel("h", List.of("a", "b"))),
                sends("HEXISTS h a", HASHES.hexists("h", "a")),
                sends("HGET h a", HASHES.hget("h", "a")),
                sends("HGETALL h", HASHES.hgetAll("h")),
                sends("HGETDEL h FIELDS 2 a b", HASHES.hgetDel("h", "a", "b")),
                sends("HINCRBY h a -2", HASHES.hincrBy("h", "a", -2)),
                sends("HINCRBYFLOAT h a 0.25", HASHES.hincrByFloat("h", "a", 0.25)),
                sends("HKEYS h", HASHES.hkeys("h")),
                sends("HLEN h", HASHES.hlen("h")),
                sends("HMGET h a b", HASHES.hmget("h", "a", "b")),
                sends("HMGET h a b", HASHES.hmget("h", List.of("a", "b"))),
                sends("HMSET h a 1 b 2", HASHES.hmset("h", pairs())),
                sends("HRANDFIELD h", HASHES.hrandField("h")),
                sends("HRANDFIELD h 3", HASHES.hrandField("h", 3)),
                sends("HRANDFIELD h 3 WITHVALUES", HASHES.hrandFieldWithValues("h", 3)),
                sends("HRANDFIELD h -3", HASHES.hrandFieldRepeating("h", 3)),
                sends("HRANDFIELD h -3 WITHVALUES", HASHES.hrandFieldRepeatingWithValues("h", 3)),
                sends("HSCAN h 0", HASHES.hscan("h", ScanCursor.START)),
                sends(
                        "HSCAN h 17 MATCH a* COUNT 100",
                        HASHES.hscan(
                                "h",
                                ScanCursor.of("17"),
                                ElementScanArgs.match("a*").count(100))),
                sends("HSCAN h 0 NOVALUES", HASHES.hscanNoValues("h", ScanCursor.START)),
                sends(
                        "HSCAN h 0 COUNT 5 NOVALUES",
                        HASHES.hscanNoValues(
                                "h", ScanCursor.START, ElementScanArgs.all().count(5))),
                sends("HSET h a 1", HASHES.hset("h", "a", "1")),
                sends("HSET h a 1 b 2", HASHES.hset("h", pairs())),
                sends("HSETNX h a 1", HASHES.hsetNx("h", "a", "1")),
                sends("HSTRLEN h a", HASHES.hstrlen("h", "a")),
                sends("HVALS h", HASHES.hvals("h")));
    }

    static Stream<ArgumentSet> expiryCommands() {
        return Stream.of(
                sends("HEXPIRE h 60 FIELDS 2 a b", EXPIRY.hexpire("h", ofSeconds(60), "a", "b")),
                sends("HEXPIRE h 60 GT FIELDS 1 a", EXPIRY.hexpire("h", ofSeconds(60), ExpireCondition.GT, "a")),
                sends("HPEXPIRE h 1500 FIELDS 1 a", EXPIRY.hexpire("h", ofMillis(1500), "a")),
                sends("HPEXPIRE h 1500 GT FIELDS 1 a", EXPIRY.hexpire("h", ofMillis(1500), ExpireCondition.GT, "a")),
                sends("HEXPIREAT h 4000000000 FIELDS 1 a", EXPIRY.hexpireAt("h", MOMENT, "a")),
                sends("HPEXPIREAT h 4000000000001 FIELDS 1 a", EXPIRY.hexpireAt("h", MOMENT.plusNanos(7), "a")),
                sends("HPEXPIREAT h 4000000000001 FIELDS 1 a", EXPIRY.hpexpireAt("h", MOMENT.plusNanos(7), "a")),
                sends(
                        "HPEXPIREAT h 4000000000001 LT FIELDS 1 a",
                        EXPIRY.hexpireAt("h", MOMENT.plusNanos(7), ExpireCondition.LT, "a")),
                sends("HEXPIREAT h 4000000000 LT FIELDS 1 a", EXPIRY.hexpireAt("h", MOMENT, ExpireCondition.LT, "a")),
                sends("HEXPIRETIME h FIELDS 1 a", EXPIRY.hexpireTime("h", "a")),
                sends("HGETEX h EX 5 FIELDS 2 a b", EXPIRY.hgetEx("h", GetExArgs.ex(ofSeconds(5)), "a", "b")),
                sends("HGETEX h PERSIST FIELDS 1 a", EXPIRY.hgetEx("h", GetExArgs.persist(), "a")),
                sends("HGETEX h PXAT 4000000000000 FIELDS 1 a", EXPIRY.hgetEx("h", GetExArgs.pxAt(MOMENT), "a")),
                sends("HPERSIST h FIELDS 2 a b", EXPIRY.hpersist("h", "a", "b")),
                sends("HPEXPIRE h 1500 FIELDS 1 a", EXPIRY.hpexpire("h", ofMillis(1500), "a")),
                sends("HPEXPIRE h 1500 NX FIELDS 1 a", EXPIRY.hpexpire("h", ofMillis(1500), ExpireCondition.NX, "a")),
                sends("HPEXPIREAT h 4000000000000 FIELDS 1 a", EXPIRY.hpexpireAt("h", MOMENT, "a")),
                sends(
                        "HPEXPIREAT h 4000000000000 XX FIELDS 1 a",
                        EXPIRY.hpexpireAt("h", MOMENT, ExpireCondition.XX, "a")),
                sends("HPEXPIRETIME h FIELDS 1 a", EXPIRY.hpexpireTime("h", "a")),
                sends("HPTTL h FIELDS 2 a b", EXPIRY.hpttl("h", "a", "b")),
                sends("HSETEX h EX 5 FIELDS 1 a 1", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.ex(ofSeconds(5)))),
                sends("HSETEX h PX 1500 FIELDS 1 a 1", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.ex(ofMillis(1500)))),
                sends(
                        "HSETEX h PXAT 4000000000001 FIELDS 1 a 1",
                        EXPIRY.hsetEx("h", "a", "1", HSetExArgs.exAt(MOMENT.plusNanos(7)))),
                sends(
                        "HSETEX h FNX PX 5 FIELDS 2 a 1 b 2",
                        EXPIRY.hsetEx("h", pairs(), HSetExArgs.px(ofMillis(5)).fnx())),
                sends(
                        "HSETEX h FXX EXAT 4000000000 FIELDS 1 a 1",
                        EXPIRY.hsetEx("h", "a", "1", HSetExArgs.fxx().exAt(MOMENT))),
                sends(
                        "HSETEX h FNX PXAT 4000000000000 FIELDS 1 a 1",
                        EXPIRY.hsetEx("h", "a", "1", HSetExArgs.fnx().pxAt(MOMENT))),
                sends("HSETEX h KEEPTTL FIELDS 1 a 1", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.keepTtl())),
                sends("HSETEX h FXX FIELDS 1 a 1", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.fxx())),
                sends("HTTL h FIELDS 1 a", EXPIRY.httl("h", "a")));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "HGETALL null", () -> HASHES.hgetAll(null)),
                refused("field", "HGET null", () -> HASHES.hget("h", null)),
                refused("value", "HSET null", () -> HASHES.hset("h", "a", null)),
                refused("values", "HSET of nothing", () -> HASHES.hset("h", Map.of())),
                refused("fields", "HDEL of nothing", () -> HASHES.hdel("h")),
                refused("fields", "HDEL of an empty list", () -> HASHES.hdel("h", List.of())),
                refused("fields", "HMGET null", () -> HASHES.hmget("h", "a", null)),
                refused("fields", "HGETDEL of nothing", () -> HASHES.hgetDel("h")),
                refused("fields", "HGETDEL of a null array", () -> HASHES.hgetDel("h", (String[]) null)),
                refused("increment", "HINCRBYFLOAT NaN", () -> HASHES.hincrByFloat("h", "a", Double.NaN)),
                refused("count", "HRANDFIELD 0", () -> HASHES.hrandField("h", 0)),
                refused("count", "HRANDFIELD -1", () -> HASHES.hrandFieldRepeating("h", -1)),
                refused("cursor", "HSCAN null", () -> HASHES.hscan("h", null)),
                refused("cursor", "HSCAN after the end", () -> HASHES.hscan("h", ScanCursor.of("0"))),
                refused("args", "HSCAN without options", () -> HASHES.hscan("h", ScanCursor.START, null)),
                refused("ttl", "HEXPIRE 0", () -> EXPIRY.hexpire("h", Duration.ZERO, "a")),
                refused("ttl", "HEXPIRE 1 ns", () -> EXPIRY.hexpire("h", Duration.ofNanos(1), "a")),
                refused("ttl", "HEXPIRE past counting", () -> EXPIRY.hexpire("h", ofSeconds(Long.MAX_VALUE), "a")),
                refused("moment", "HEXPIREAT past counting", () -> EXPIRY.hexpireAt("h", Instant.MAX, "a")),
                refused("ttl", "HPEXPIRE -1", () -> EXPIRY.hpexpire("h", ofMillis(-1), "a")),
                refused(
                        "condition",
                        "HEXPIRE null",
                        () -> EXPIRY.hexpire("h", ofSeconds(1), (ExpireCondition) null, "a")),
                refused("moment", "HEXPIREAT null", () -> EXPIRY.hexpireAt("h", null, "a")),
                refused("moment", "HPEXPIREAT of the epoch", () -> EXPIRY.hpexpireAt("h", Instant.EPOCH, "a")),
                refused("fields", "HTTL of nothing", () -> EXPIRY.httl("h")),
                refused("args", "HGETEX without options", () -> EXPIRY.hgetEx("h", null, "a")),
                refused("args", "HSETEX without options", () -> EXPIRY.hsetEx("h", "a", "1", null)),
                refused("values", "HSETEX of nothing", () -> EXPIRY.hsetEx("h", Map.of(), HSetExArgs.fnx())),
                refused("ttl", "HSETEX EX 0", () -> HSetExArgs.fnx().ex(Duration.ZERO)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("HGET", HASHES.hget("h", "a"), true),
                argumentSet("HSET counts what is new", HASHES.hset("h", "a", "1"), false),
                argumentSet("HMSET", HASHES.hmset("h", pairs()), true),
                argumentSet("HDEL", HASHES.hdel("h", "a"), false),
                argumentSet("HGETDEL", HASHES.hgetDel("h", "a"), false),
                argumentSet("HINCRBY", HASHES.hincrBy("h", "a", 1), false),
                argumentSet("HEXPIRE may have deleted by then", EXPIRY.hexpire("h", ofSeconds(1), "a"), false),
                argumentSet("HEXPIRE NX", EXPIRY.hexpire("h", ofSeconds(1), ExpireCondition.NX, "a"), false),
                argumentSet("HEXPIREAT deletes", EXPIRY.hexpireAt("h", MOMENT, "a"), false),
                argumentSet("HPEXPIRE may have deleted by then", EXPIRY.hpexpire("h", ofMillis(1), "a"), false),
                argumentSet("HPERSIST", EXPIRY.hpersist("h", "a"), false),
                argumentSet("HGETEX EX may have deleted", EXPIRY.hgetEx("h", GetExArgs.ex(ofSeconds(1)), "a"), false),
                argumentSet("HGETEX PERSIST", EXPIRY.hgetEx("h", GetExArgs.persist(), "a"), true),
                argumentSet("HGETEX EXAT deletes", EXPIRY.hgetEx("h", GetExArgs.exAt(MOMENT), "a"), false),
                argumentSet("HSETEX", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.ex(ofSeconds(1))), true),
                argumentSet("HSETEX FXX", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.fxx()), true),
                argumentSet(
                        "HSETEX FXX EX",
                        EXPIRY.hsetEx("h", "a", "1", HSetExArgs.fxx().ex(ofSeconds(1))),
                        false),
                argumentSet("HSETEX FNX", EXPIRY.hsetEx("h", "a", "1", HSetExArgs.fnx()), false));
    }

    private static Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("a", "1");
        pairs.put("b", "2");
        return pairs;
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
