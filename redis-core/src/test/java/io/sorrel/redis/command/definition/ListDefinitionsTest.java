package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.args.ListEnd.LEFT;
import static io.sorrel.redis.command.args.ListEnd.RIGHT;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.LPosArgs;
import io.sorrel.redis.command.args.ListPosition;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class ListDefinitionsTest {
    private static final Duration SECOND = ofSeconds(1);
    private static final ListDefinitions<String, String> LISTS = new ListDefinitions<>(RedisCodec.utf8());
    private static final BlockingListDefinitions<String, String> BLOCKING =
            new BlockingListDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"commands", "blockingCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("LINDEX l -1", LISTS.lindex("l", -1)),
                sends("LINSERT l BEFORE a b", LISTS.linsert("l", ListPosition.BEFORE, "a", "b")),
                sends("LINSERT l AFTER a b", LISTS.linsert("l", ListPosition.AFTER, "a", "b")),
                sends("LLEN l", LISTS.llen("l")),
                sends("LMOVE l m LEFT RIGHT", LISTS.lmove("l", "m", LEFT, RIGHT)),
                sends("LMPOP 2 l m RIGHT", LISTS.lmpop(RIGHT, "l", "m")),
                sends("LMPOP 1 l LEFT COUNT 3", LISTS.lmpop(LEFT, 3, "l")),
                sends("LPOP l", LISTS.lpop("l")),
                sends("LPOP l 2", LISTS.lpop("l", 2)),
                sends("LPOS l a", LISTS.lpos("l", "a")),
                sends(
                        "LPOS l a RANK -2 MAXLEN 100",
                        LISTS.lpos("l", "a", LPosArgs.defaults().maxLen(100).rank(-2))),
                sends("LPOS l a COUNT 0", LISTS.lposCount("l", "a", 0)),
                sends(
                        "LPOS l a RANK 2 COUNT 3",
                        LISTS.lposCount("l", "a", 3, LPosArgs.defaults().rank(2))),
                sends("LPUSH l a b", LISTS.lpush("l", "a", "b")),
                sends("LPUSH l a b", LISTS.lpush("l", List.of("a", "b"))),
                sends("LPUSHX l a", LISTS.lpushx("l", "a")),
                sends("LPUSHX l a b", LISTS.lpushx("l", List.of("a", "b"))),
                sends("LRANGE l 0 -1", LISTS.lrange("l", 0, -1)),
                sends("LREM l -2 a", LISTS.lrem("l", -2, "a")),
                sends("LSET l 3 a", LISTS.lset("l", 3, "a")),
                sends("LTRIM l 1 -2", LISTS.ltrim("l", 1, -2)),
                sends("RPOP l", LISTS.rpop("l")),
                sends("RPOP l 2", LISTS.rpop("l", 2)),
                sends("RPOPLPUSH l m", LISTS.rpoplpush("l", "m")),
                sends("RPUSH l a b", LISTS.rpush("l", "a", "b")),
                sends("RPUSH l a b", LISTS.rpush("l", List.of("a", "b"))),
                sends("RPUSHX l a", LISTS.rpushx("l", "a")),
                sends("RPUSHX l a b", LISTS.rpushx("l", List.of("a", "b"))));
    }

    static Stream<ArgumentSet> blockingCommands() {
        return Stream.of(
                sends("BLMOVE l m RIGHT LEFT 1", BLOCKING.blmove("l", "m", RIGHT, LEFT, SECOND)),
                sends("BLMPOP 1.5 2 l m LEFT", BLOCKING.blmpop(ofMillis(1500), LEFT, "l", "m")),
                sends("BLMPOP 0 1 l RIGHT COUNT 7", BLOCKING.blmpop(ZERO, RIGHT, 7, "l")),
                sends("BLPOP l m 10", BLOCKING.blpop(ofSeconds(10), "l", "m")),
                sends("BLPOP l 0.002", BLOCKING.blpop(ofMillis(2), "l")),
                sends("BLPOP l 0.002", BLOCKING.blpop(ofMillis(1), "l")),
                sends("BRPOP l m 0", BLOCKING.brpop(ZERO, "l", "m")),
                sends("BRPOPLPUSH l m 0.25", BLOCKING.brpoplpush("l", "m", ofMillis(250))));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void tellsForHowLongTheServerMayHoldItBack(Command<?> command, Duration timeout) {
        assertThat(command.isBlocking()).isTrue();
        assertThat(command.serverTimeout()).isEqualTo(timeout);
        assertThat(command.spec().isBlocking()).isTrue();
    }

    static Stream<ArgumentSet> waiting() {
        return Stream.of(
                argumentSet("BLMOVE", BLOCKING.blmove("l", "m", RIGHT, LEFT, SECOND), SECOND),
                argumentSet("BLMPOP", BLOCKING.blmpop(ofMillis(1500), LEFT, "l"), ofMillis(1500)),
                argumentSet("BLMPOP COUNT", BLOCKING.blmpop(ZERO, LEFT, 2, "l"), ZERO),
                argumentSet("BLPOP", BLOCKING.blpop(ofMillis(1), "l"), ofMillis(1)),
                argumentSet("BRPOP", BLOCKING.brpop(SECOND, "l"), SECOND),
                argumentSet("BRPOPLPUSH", BLOCKING.brpoplpush("l", "m", SECOND), SECOND));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "LLEN null", () -> LISTS.llen(null)),
                refused("position", "LINSERT null", () -> LISTS.linsert("l", null, "a", "b")),
                refused("pivot", "LINSERT of null", () -> LISTS.linsert("l", ListPosition.AFTER, null, "b")),
                refused("element", "LINSERT null element", () -> LISTS.linsert("l", ListPosition.AFTER, "a", null)),
                refused("source", "LMOVE from null", () -> LISTS.lmove(null, "m", LEFT, LEFT)),
                refused("destination", "LMOVE to null", () -> LISTS.lmove("l", null, LEFT, LEFT)),
                refused("from", "LMOVE from no end", () -> LISTS.lmove("l", "m", null, LEFT)),
                refused("to", "LMOVE to no end", () -> LISTS.lmove("l", "m", LEFT, null)),
                refused("end", "LMPOP from no end", () -> LISTS.lmpop(null, "l")),
                refused("keys", "LMPOP of nothing", () -> LISTS.lmpop(LEFT)),
                refused("keys", "LMPOP null", () -> LISTS.lmpop(LEFT, "l", null)),
                refused("count", "LMPOP 0", () -> LISTS.lmpop(LEFT, 0, "l")),
                refused("count", "LPOP 0", () -> LISTS.lpop("l", 0)),
                refused("element", "LPOS null", () -> LISTS.lpos("l", null)),
                refused("args", "LPOS without options", () -> LISTS.lpos("l", "a", null)),
                refused("count", "LPOS COUNT -1", () -> LISTS.lposCount("l", "a", -1)),
                refused("rank", "RANK 0", () -> LPosArgs.defaults().rank(0)),
                refused("rank", "RANK out of range", () -> LPosArgs.defaults().rank(Long.MIN_VALUE)),
                refused("maxLen", "MAXLEN 0", () -> LPosArgs.defaults().maxLen(0)),
                refused("elements", "LPUSH of nothing", () -> LISTS.lpush("l")),
                refused("elements", "LPUSH of an empty list", () -> LISTS.lpush("l", List.of())),
                refused("elements", "LPUSH null", () -> LISTS.lpush("l", "a", null)),
                refused("elements", "LPUSHX of nothing", () -> LISTS.lpushx("l")),
                refused("elements", "RPUSH of a null array", () -> LISTS.rpush("l", (String[]) null)),
                refused("elements", "RPUSHX of nothing", () -> LISTS.rpushx("l", List.of())),
                refused("element", "LREM null", () -> LISTS.lrem("l", 0, null)),
                refused("element", "LSET null", () -> LISTS.lset("l", 0, null)),
                refused("count", "RPOP -1", () -> LISTS.rpop("l", -1)),
                refused("timeout", "BLPOP -1", () -> BLOCKING.blpop(ofMillis(-1), "l")),
                refused("timeout", "BLPOP null", () -> BLOCKING.blpop(null, "l")),
                refused("timeout", "BLPOP of nanoseconds", () -> BLOCKING.blpop(ofNanos(1), "l")),
                refused("keys", "BLPOP of nothing", () -> BLOCKING.blpop(SECOND)),
                refused("keys", "BRPOP null", () -> BLOCKING.brpop(SECOND, (String) null)),
                refused("count", "BLMPOP 0", () -> BLOCKING.blmpop(SECOND, LEFT, 0, "l")),
                refused("end", "BLMPOP from no end", () -> BLOCKING.blmpop(SECOND, null, "l")),
                refused("to", "BLMOVE to no end", () -> BLOCKING.blmove("l", "m", LEFT, null, SECOND)),
                refused("destination", "BRPOPLPUSH to null", () -> BLOCKING.brpoplpush("l", null, SECOND)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("LRANGE", LISTS.lrange("l", 0, -1), true),
                argumentSet("LSET", LISTS.lset("l", 0, "a"), true),
                argumentSet("LPUSH", LISTS.lpush("l", "a"), false),
                argumentSet("LPOP", LISTS.lpop("l"), false),
                argumentSet("LREM counts what is deleted", LISTS.lrem("l", 0, "a"), false),
                argumentSet("LMOVE", LISTS.lmove("l", "m", LEFT, LEFT), false),
                argumentSet("LTRIM to the first 100", LISTS.ltrim("l", 0, 99), true),
                argumentSet("LTRIM to the last 100", LISTS.ltrim("l", -100, -1), true),
                argumentSet("LTRIM of nothing", LISTS.ltrim("l", 0, -1), true),
                argumentSet("LTRIM of the last", LISTS.ltrim("l", 0, -2), false),
                argumentSet("LTRIM of the first", LISTS.ltrim("l", 1, -1), false),
                argumentSet("LTRIM of the second last", LISTS.ltrim("l", -3, -2), false),
                argumentSet("BLPOP", BLOCKING.blpop(SECOND, "l"), false),
                argumentSet("BLMOVE", BLOCKING.blmove("l", "m", LEFT, LEFT, SECOND), false));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
