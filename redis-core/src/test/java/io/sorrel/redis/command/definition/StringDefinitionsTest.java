package io.sorrel.redis.command.definition;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.SetArgs;
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
class StringDefinitionsTest {
    private static final Instant MOMENT = Instant.ofEpochSecond(4_000_000_000L);
    private static final StringDefinitions<String, String> STRINGS = new StringDefinitions<>(RedisCodec.utf8());
    private static final CounterDefinitions<String, String> COUNTERS = new CounterDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource("commands")
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("a", "1");
        pairs.put("b", "2");
        return Stream.of(
                sends("APPEND k v", STRINGS.append("k", "v")),
                sends("DECR k", COUNTERS.decr("k")),
                sends("DECRBY k 5", COUNTERS.decrBy("k", 5)),
                sends("DECRBY k -9223372036854775808", COUNTERS.decrBy("k", Long.MIN_VALUE)),
                sends("GET k", STRINGS.get("k")),
                sends("GETDEL k", STRINGS.getDel("k")),
                sends("GETEX k EX 60", STRINGS.getEx("k", GetExArgs.ex(Duration.ofMinutes(1)))),
                sends("GETEX k PX 1500", STRINGS.getEx("k", GetExArgs.px(ofMillis(1500)))),
                sends("GETEX k EXAT 4000000000", STRINGS.getEx("k", GetExArgs.exAt(MOMENT))),
                sends("GETEX k PX 1500", STRINGS.getEx("k", GetExArgs.ex(ofMillis(1500)))),
                sends("GETEX k PXAT 4000000000001", STRINGS.getEx("k", GetExArgs.pxAt(MOMENT.plusNanos(7)))),
                sends("GETEX k PXAT 4000000000001", STRINGS.getEx("k", GetExArgs.exAt(MOMENT.plusNanos(7)))),
                sends("GETEX k EXAT 4000000001", STRINGS.getEx("k", GetExArgs.exAt(MOMENT.plusNanos(999_999_999)))),
                sends("GETEX k PERSIST", STRINGS.getEx("k", GetExArgs.persist())),
                sends("GETRANGE k 0 -1", STRINGS.getRange("k", 0, -1)),
                sends("GETSET k v", STRINGS.getSet("k", "v")),
                sends("INCR k", COUNTERS.incr("k")),
                sends("INCRBY k -3", COUNTERS.incrBy("k", -3)),
                sends("INCRBYFLOAT k 1.5", COUNTERS.incrByFloat("k", 1.5)),
                sends("LCS a b", STRINGS.lcs("a", "b")),
                sends("LCS a b LEN", STRINGS.lcsLen("a", "b")),
                sends("LCS a b IDX WITHMATCHLEN", STRINGS.lcsIdx("a", "b")),
                sends("LCS a b IDX MINMATCHLEN 4 WITHMATCHLEN", STRINGS.lcsIdx("a", "b", 4)),
                sends("MGET a b", STRINGS.mget("a", "b")),
                sends("MGET a b", STRINGS.mget(List.of("a", "b"))),
                sends("MSET a 1 b 2", STRINGS.mset(pairs)),
                sends("MSETNX a 1 b 2", STRINGS.msetNx(pairs)),
                sends("PSETEX k 250 v", STRINGS.psetEx("k", ofMillis(250), "v")),
                sends("SET k v", STRINGS.set("k", "v")),
                sends("SET k v EX 5", STRINGS.set("k", "v", SetArgs.ex(ofSeconds(5)))),
                sends("SET k v PX 1500", STRINGS.set("k", "v", SetArgs.ex(ofMillis(1500)))),
                sends("SET k v NX PX 1500", STRINGS.set("k", "v", SetArgs.nx().ex(ofMillis(1500)))),
                sends("SET k v PX 5000", STRINGS.set("k", "v", SetArgs.px(ofSeconds(5)))),
                sends("SET k v PXAT 4000000000250", STRINGS.set("k", "v", SetArgs.exAt(MOMENT.plusMillis(250)))),
                sends("SET k v PX 5", STRINGS.set("k", "v", SetArgs.px(ofMillis(5)))),
                sends("SET k v EXAT 4000000000", STRINGS.set("k", "v", SetArgs.exAt(MOMENT))),
                sends("SET k v PXAT 4000000000000", STRINGS.set("k", "v", SetArgs.pxAt(MOMENT))),
                sends("SET k v KEEPTTL", STRINGS.set("k", "v", SetArgs.keepTtl())),
                sends("SET k v NX", STRINGS.set("k", "v", SetArgs.nx())),
                sends("SET k v XX", STRINGS.set("k", "v", SetArgs.xx())),
                sends(
                        "SET k v NX EX 5",
                        STRINGS.set("k", "v", SetArgs.ex(ofSeconds(5)).nx())),
                sends(
                        "SET k v XX PX 5",
                        STRINGS.set("k", "v", SetArgs.px(ofMillis(5)).xx())),
                sends("SET k v NX EX 5", STRINGS.set("k", "v", SetArgs.nx().ex(ofSeconds(5)))),
                sends("SET k v XX PX 5", STRINGS.set("k", "v", SetArgs.xx().px(ofMillis(5)))),
                sends(
                        "SET k v NX EXAT 4000000000",
                        STRINGS.set("k", "v", SetArgs.nx().exAt(MOMENT))),
                sends(
                        "SET k v NX PXAT 4000000000000",
                        STRINGS.set("k", "v", SetArgs.nx().pxAt(MOMENT))),
                sends("SET k v XX KEEPTTL", STRINGS.set("k", "v", SetArgs.xx().keepTtl())),
                sends("SETEX k 5 v", STRINGS.setEx("k", ofSeconds(5), "v")),
                sends("PSETEX k 1500 v", STRINGS.setEx("k", ofMillis(1500), "v")),
                sends("SET k v GET", STRINGS.setGet("k", "v")),
                sends(
                        "SET k v GET NX EX 5",
                        STRINGS.setGet("k", "v", SetArgs.nx().ex(ofSeconds(5)))),
                sends("SETNX k v", STRINGS.setNx("k", "v")),
                sends("SETRANGE k 3 v", STRINGS.setRange("k", 3, "v")),
                sends("STRLEN k", STRINGS.strlen("k")),
                sends("SUBSTR k 1 2", STRINGS.substr("k", 1, 2)));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "GET null", () -> STRINGS.get(null)),
                refused("value", "SET null", () -> STRINGS.set("k", null)),
                refused("args", "SET without options", () -> STRINGS.set("k", "v", null)),
                refused("args", "SET GET without options", () -> STRINGS.setGet("k", "v", null)),
                refused("args", "GETEX without options", () -> STRINGS.getEx("k", null)),
                refused("key1", "LCS null", () -> STRINGS.lcs(null, "b")),
                refused("key2", "LCS null", () -> STRINGS.lcsLen("a", null)),
                refused("minMatchLen", "LCS of nothing", () -> STRINGS.lcsIdx("a", "b", 0)),
                refused("keys", "MGET of nothing", () -> STRINGS.mget()),
                refused("keys", "MGET of an empty list", () -> STRINGS.mget(List.of())),
                refused("keys", "MGET null", () -> STRINGS.mget("a", null)),
                refused("keys", "MGET of a null array", () -> STRINGS.mget((String[]) null)),
                refused("values", "MSET of nothing", () -> STRINGS.mset(Map.of())),
                refused("values", "MSETNX null", () -> STRINGS.msetNx(null)),
                refused("offset", "SETRANGE before the start", () -> STRINGS.setRange("k", -1, "v")),
                refused("ttl", "SETEX 0", () -> STRINGS.setEx("k", Duration.ZERO, "v")),
                refused("ttl", "SETEX 0.1 ms", () -> STRINGS.setEx("k", Duration.ofNanos(100_000), "v")),
                refused("ttl", "SETEX past counting", () -> STRINGS.setEx("k", ofSeconds(Long.MAX_VALUE), "v")),
                refused("ttl", "PSETEX -1", () -> STRINGS.psetEx("k", ofMillis(-1), "v")),
                refused("ttl", "EX null", () -> SetArgs.ex(null)),
                refused("ttl", "EX 0", () -> SetArgs.ex(Duration.ZERO)),
                refused("ttl", "EX 1.5 ms", () -> SetArgs.nx().ex(Duration.ofNanos(1_500_000))),
                refused("ttl", "EX past counting", () -> SetArgs.ex(ofSeconds(Long.MAX_VALUE))),
                refused("ttl", "PX 0.5", () -> SetArgs.px(Duration.ofNanos(500_000))),
                refused("moment", "EXAT of the epoch", () -> SetArgs.exAt(Instant.EPOCH)),
                refused("moment", "EXAT past counting", () -> GetExArgs.exAt(Instant.MAX)),
                refused("moment", "PXAT null", () -> GetExArgs.pxAt(null)),
                refused("increment", "INCRBYFLOAT NaN", () -> COUNTERS.incrByFloat("k", Double.NaN)),
                refused("increment", "INCRBYFLOAT inf", () -> COUNTERS.incrByFloat("k", Double.NEGATIVE_INFINITY)),
                refused("key", "INCR null", () -> COUNTERS.incr(null)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("GET", STRINGS.get("k"), true),
                argumentSet("APPEND", STRINGS.append("k", "v"), false),
                argumentSet("INCR", COUNTERS.incr("k"), false),
                argumentSet("GETDEL", STRINGS.getDel("k"), false),
                argumentSet("GETEX PX may have expired by then", STRINGS.getEx("k", GetExArgs.px(ofMillis(5))), false),
                argumentSet("GETEX PERSIST", STRINGS.getEx("k", GetExArgs.persist()), true),
                argumentSet("GETEX PXAT deletes", STRINGS.getEx("k", GetExArgs.pxAt(MOMENT)), false),
                argumentSet("MSET", STRINGS.mset(Map.of("a", "1")), true),
                argumentSet("MSETNX", STRINGS.msetNx(Map.of("a", "1")), false),
                argumentSet("SET", STRINGS.set("k", "v"), true),
                argumentSet("SET PXAT", STRINGS.set("k", "v", SetArgs.pxAt(MOMENT)), true),
                argumentSet("SET XX", STRINGS.set("k", "v", SetArgs.xx().keepTtl()), true),
                argumentSet("SET PX", STRINGS.set("k", "v", SetArgs.px(ofMillis(5))), true),
                argumentSet("SET XX PX", STRINGS.set("k", "v", SetArgs.xx().px(ofMillis(5))), false),
                argumentSet("SET XX PXAT", STRINGS.set("k", "v", SetArgs.xx().pxAt(MOMENT)), false),
                argumentSet("SET NX", STRINGS.set("k", "v", SetArgs.nx()), false),
                argumentSet("SET GET", STRINGS.setGet("k", "v"), false),
                argumentSet("SETRANGE", STRINGS.setRange("k", 1, "v"), true));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
