package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"NullAway", "DataFlowIssue"})
class SetDefinitionsTest {
    private static final SetDefinitions<String, String> SETS = new SetDefinitions<>(RedisCodec.utf8());
    private static final SetAlgebraDefinitions<String, String> ALGEBRA = new SetAlgebraDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"commands", "algebraCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("SADD s a b", SETS.sadd("s", "a", "b")),
                sends("SADD s a b", SETS.sadd("s", List.of("a", "b"))),
                sends("SCARD s", SETS.scard("s")),
                sends("SISMEMBER s a", SETS.sismember("s", "a")),
                sends("SMEMBERS s", SETS.smembers("s")),
                sends("SMISMEMBER s a b", SETS.smismember("s", "a", "b")),
                sends("SMISMEMBER s a b", SETS.smismember("s", List.of("a", "b"))),
                sends("SMOVE s t a", SETS.smove("s", "t", "a")),
                sends("SPOP s", SETS.spop("s")),
                sends("SPOP s 2", SETS.spop("s", 2)),
                sends("SRANDMEMBER s", SETS.srandMember("s")),
                sends("SRANDMEMBER s 2", SETS.srandMember("s", 2)),
                sends("SRANDMEMBER s -2", SETS.srandMemberRepeating("s", 2)),
                sends("SREM s a b", SETS.srem("s", "a", "b")),
                sends("SREM s a b", SETS.srem("s", List.of("a", "b"))),
                sends("SSCAN s 0", SETS.sscan("s", ScanCursor.START)),
                sends(
                        "SSCAN s 17 MATCH a* COUNT 100",
                        SETS.sscan(
                                "s",
                                ScanCursor.of("17"),
                                ElementScanArgs.match("a*").count(100))));
    }

    static Stream<ArgumentSet> algebraCommands() {
        return Stream.of(
                sends("SDIFF s t", ALGEBRA.sdiff("s", "t")),
                sends("SDIFF s t", ALGEBRA.sdiff(List.of("s", "t"))),
                sends("SDIFFSTORE d s t", ALGEBRA.sdiffStore("d", "s", "t")),
                sends("SDIFFSTORE d s t", ALGEBRA.sdiffStore("d", List.of("s", "t"))),
                sends("SINTER s t", ALGEBRA.sinter("s", "t")),
                sends("SINTER s t", ALGEBRA.sinter(List.of("s", "t"))),
                sends("SINTERCARD 2 s t", ALGEBRA.sinterCard("s", "t")),
                sends("SINTERCARD 2 s t", ALGEBRA.sinterCard(List.of("s", "t"))),
                sends("SINTERCARD 2 s t LIMIT 10", ALGEBRA.sinterCard(10, "s", "t")),
                sends("SINTERCARD 2 s t LIMIT 10", ALGEBRA.sinterCard(10, List.of("s", "t"))),
                sends("SINTERSTORE d s t", ALGEBRA.sinterStore("d", "s", "t")),
                sends("SINTERSTORE d s t", ALGEBRA.sinterStore("d", List.of("s", "t"))),
                sends("SUNION s t", ALGEBRA.sunion("s", "t")),
                sends("SUNION s t", ALGEBRA.sunion(List.of("s", "t"))),
                sends("SUNIONSTORE d s t", ALGEBRA.sunionStore("d", "s", "t")),
                sends("SUNIONSTORE d s t", ALGEBRA.sunionStore("d", List.of("s", "t"))));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "SCARD null", () -> SETS.scard(null)),
                refused("members", "SADD of nothing", () -> SETS.sadd("s")),
                refused("members", "SADD of an empty list", () -> SETS.sadd("s", List.of())),
                refused("members", "SADD null", () -> SETS.sadd("s", "a", null)),
                refused("members", "SREM of nothing", () -> SETS.srem("s")),
                refused("members", "SMISMEMBER of nothing", () -> SETS.smismember("s")),
                refused("member", "SISMEMBER null", () -> SETS.sismember("s", null)),
                refused("member", "SMOVE null", () -> SETS.smove("s", "t", null)),
                refused("destination", "SMOVE to null", () -> SETS.smove("s", null, "a")),
                refused("count", "SPOP 0", () -> SETS.spop("s", 0)),
                refused("count", "SRANDMEMBER 0", () -> SETS.srandMember("s", 0)),
                refused("count", "SRANDMEMBER -1", () -> SETS.srandMemberRepeating("s", -1)),
                refused("cursor", "SSCAN after the end", () -> SETS.sscan("s", ScanCursor.of("0"))),
                refused("args", "SSCAN without options", () -> SETS.sscan("s", ScanCursor.START, null)),
                refused("keys", "SDIFF of nothing", () -> ALGEBRA.sdiff()),
                refused("keys", "SINTER of an empty list", () -> ALGEBRA.sinter(List.of())),
                refused("keys", "SINTERCARD of nothing", () -> ALGEBRA.sinterCard()),
                refused("limit", "SINTERCARD LIMIT 0", () -> ALGEBRA.sinterCard(0, "s")),
                refused("keys", "SUNION null", () -> ALGEBRA.sunion("s", null)),
                refused("destination", "SUNIONSTORE to null", () -> ALGEBRA.sunionStore(null, "s")),
                refused("keys", "SINTERSTORE of nothing", () -> ALGEBRA.sinterStore("d")));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("SMEMBERS", SETS.smembers("s"), true),
                argumentSet("SADD counts what is new", SETS.sadd("s", "a"), false),
                argumentSet("SREM", SETS.srem("s", "a"), false),
                argumentSet("SPOP", SETS.spop("s"), false),
                argumentSet("SMOVE", SETS.smove("s", "t", "a"), false),
                argumentSet("SINTERSTORE", ALGEBRA.sinterStore("d", "s", "t"), true),
                argumentSet("SUNIONSTORE", ALGEBRA.sunionStore("d", "s", "t"), true),
                argumentSet("SDIFFSTORE may have its destination among the keys", ALGEBRA.sdiffStore("d", "s"), false));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
