package io.sorrel.redis.command.definition;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.GroupStart;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XAddArgs;
import io.sorrel.redis.command.args.XClaimArgs;
import io.sorrel.redis.command.args.XGroupCreateArgs;
import io.sorrel.redis.command.args.XPendingArgs;
import io.sorrel.redis.command.args.XReadArgs;
import io.sorrel.redis.command.args.XReadGroupArgs;
import io.sorrel.redis.command.args.XTrimArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"NullAway", "DataFlowIssue"})
class StreamDefinitionsTest {
    private static final StreamId ONE = StreamId.of("1-0");
    private static final StreamId NINE = StreamId.of("9-9");
    private static final Instant MOMENT = Instant.ofEpochSecond(4_000_000_000L);
    private static final CommandDefinitions<String, String> ALL = new CommandDefinitions<>(RedisCodec.utf8());
    private static final StreamDefinitions<String, String> STREAMS = ALL.streams();
    private static final StreamInfoDefinitions<String, String> INFO = ALL.streamInfo();
    private static final StreamGroupDefinitions<String, String> GROUPS = ALL.streamGroups();
    private static final StreamPendingDefinitions<String, String> PENDING = ALL.streamPending();

    @ParameterizedTest
    @MethodSource({"additions", "ranges", "reads", "infos", "groups", "pending", "claims"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> additions() {
        XAddArgs auto = XAddArgs.defaults();
        return Stream.of(
                sends("XADD s * a 1 b 2", STREAMS.xadd("s", fields())),
                sends("XADD s 9-9 a 1 b 2", STREAMS.xadd("s", fields(), auto.id(NINE))),
                sends("XADD s 4000000000000-* a 1 b 2", STREAMS.xadd("s", fields(), auto.timestamp(MOMENT))),
                sends("XADD s MAXLEN = 5 * a 1 b 2", STREAMS.xadd("s", fields(), auto.trim(XTrimArgs.maxLen(5)))),
                sends(
                        "XADD s MINID ~ 1-0 LIMIT 0 9-9 a 1 b 2",
                        STREAMS.xadd(
                                "s",
                                fields(),
                                auto.trim(XTrimArgs.minId(ONE).approximately(0)).id(NINE))),
                sends("XADD s NOMKSTREAM * a 1 b 2", STREAMS.xaddExisting("s", fields())),
                sends(
                        "XADD s NOMKSTREAM MAXLEN ~ 5 * a 1 b 2",
                        STREAMS.xaddExisting(
                                "s", fields(), auto.trim(XTrimArgs.maxLen(5).approximately()))),
                sends("XDEL s 1-0 9-9", STREAMS.xdel("s", ONE, NINE)),
                sends("XDEL s 1-0 9-9", STREAMS.xdel("s", List.of(ONE, NINE))),
                sends("XLEN s", STREAMS.xlen("s")),
                sends("XSETID s 9-9", STREAMS.xsetId("s", NINE)),
                sends("XSETID s 9-9 ENTRIESADDED 7 MAXDELETEDID 0-0", STREAMS.xsetId("s", NINE, 7, StreamId.MIN)),
                sends("XTRIM s MAXLEN = 0", STREAMS.xtrim("s", XTrimArgs.maxLen(0))),
                sends(
                        "XTRIM s MAXLEN ~ 5 LIMIT 3",
                        STREAMS.xtrim("s", XTrimArgs.maxLen(5).approximately(3))),
                sends("XTRIM s MINID = 9-9", STREAMS.xtrim("s", XTrimArgs.minId(NINE))));
    }

    static Stream<ArgumentSet> ranges() {
        return Stream.of(
                sends("XRANGE s - +", STREAMS.xrange("s", StreamRange.all())),
                sends("XRANGE s 1-0 9-9", STREAMS.xrange("s", StreamRange.closed(ONE, NINE))),
                sends("XRANGE s (1-0 (9-9", STREAMS.xrange("s", StreamRange.open(ONE, NINE))),
                sends("XRANGE s 1-0 (9-9", STREAMS.xrange("s", StreamRange.closedOpen(ONE, NINE))),
                sends("XRANGE s (1-0 9-9", STREAMS.xrange("s", StreamRange.openClosed(ONE, NINE))),
                sends("XRANGE s 1-0 +", STREAMS.xrange("s", StreamRange.atLeast(ONE))),
                sends("XRANGE s - 9-9", STREAMS.xrange("s", StreamRange.atMost(NINE))),
                sends("XRANGE s - (9-9", STREAMS.xrange("s", StreamRange.lessThan(NINE))),
                sends("XRANGE s (1-0 + COUNT 3", STREAMS.xrange("s", StreamRange.greaterThan(ONE), 3)),
                sends(
                        "XRANGE s 4000000000000-0 4000000000001-18446744073709551615",
                        STREAMS.xrange("s", StreamRange.between(MOMENT, MOMENT.plusMillis(1)))),
                sends(
                        "XRANGE s (9-9 +",
                        STREAMS.xrange("s", StreamRange.atLeast(ONE).after(NINE))),
                sends(
                        "XRANGE s (1-0 (9-9",
                        STREAMS.xrange("s", StreamRange.all().after(ONE).before(NINE))),
                sends("XREVRANGE s + -", STREAMS.xrevRange("s", StreamRange.all())),
                sends("XREVRANGE s 9-9 (1-0 COUNT 3", STREAMS.xrevRange("s", StreamRange.openClosed(ONE, NINE), 3)));
    }

    static Stream<ArgumentSet> reads() {
        Map<String, StreamStart> both = new LinkedHashMap<>();
        both.put("s", StreamStart.after(NINE));
        both.put("t", StreamStart.newEntries());
        Map<String, GroupStart> three = new LinkedHashMap<>();
        three.put("s", GroupStart.undelivered());
        three.put("t", GroupStart.pending());
        three.put("u", GroupStart.pendingAfter(NINE));
        return Stream.of(
                sends("XREAD STREAMS s 0-0", STREAMS.xread(Map.of("s", StreamStart.beginning()))),
                sends("XREAD STREAMS s t 9-9 $", STREAMS.xread(both)),
                sends(
                        "XREAD COUNT 5 STREAMS s t 9-9 $",
                        STREAMS.xread(both, readArgs().count(5))),
                sends(
                        "XREAD BLOCK 1500 STREAMS s t 9-9 $",
                        STREAMS.xread(both, readArgs().block(ofMillis(1500)))),
                sends(
                        "XREAD COUNT 5 BLOCK 0 STREAMS s t 9-9 $",
                        STREAMS.xread(both, readArgs().block(Duration.ZERO).count(5))),
                sends("XREAD STREAMS s t + +", STREAMS.xreadLast("s", "t")),
                sends("XREADGROUP GROUP g c STREAMS s t u > 0-0 9-9", GROUPS.xreadGroup("g", "c", three)),
                sends(
                        "XREADGROUP GROUP g c COUNT 5 BLOCK 2000 NOACK STREAMS s t u > 0-0 9-9",
                        GROUPS.xreadGroup(
                                "g",
                                "c",
                                three,
                                XReadGroupArgs.defaults()
                                        .noAck()
                                        .block(ofSeconds(2))
                                        .count(5))));
    }

    static Stream<ArgumentSet> infos() {
        return Stream.of(
                sends("XINFO CONSUMERS s g", INFO.xinfoConsumers("s", "g")),
                sends("XINFO GROUPS s", INFO.xinfoGroups("s")),
                sends("XINFO HELP", INFO.xinfoHelp()),
                sends("XINFO STREAM s", INFO.xinfoStream("s")),
                sends("XINFO STREAM s FULL", INFO.xinfoStreamFull("s")),
                sends("XINFO STREAM s FULL COUNT 0", INFO.xinfoStreamFull("s", 0)));
    }

    static Stream<ArgumentSet> groups() {
        XGroupCreateArgs args = XGroupCreateArgs.defaults().makeStream();
        return Stream.of(
                sends("XACK s g 1-0 9-9", GROUPS.xack("s", "g", ONE, NINE)),
                sends("XACK s g 1-0", GROUPS.xack("s", "g", List.of(ONE))),
                sends("XGROUP CREATE s g $", GROUPS.xgroupCreate("s", "g", StreamStart.newEntries())),
                sends("XGROUP CREATE s g 9-9 MKSTREAM", GROUPS.xgroupCreate("s", "g", StreamStart.after(NINE), args)),
                sends(
                        "XGROUP CREATE s g 0-0 MKSTREAM ENTRIESREAD 7",
                        GROUPS.xgroupCreate("s", "g", StreamStart.beginning(), args.entriesRead(7))),
                sends("XGROUP CREATECONSUMER s g c", GROUPS.xgroupCreateConsumer("s", "g", "c")),
                sends("XGROUP DELCONSUMER s g c", GROUPS.xgroupDelConsumer("s", "g", "c")),
                sends("XGROUP DESTROY s g", GROUPS.xgroupDestroy("s", "g")),
                sends("XGROUP HELP", GROUPS.xgroupHelp()),
                sends("XGROUP SETID s g 9-9", GROUPS.xgroupSetId("s", "g", StreamStart.after(NINE))),
                sends("XGROUP SETID s g $ ENTRIESREAD 0", GROUPS.xgroupSetId("s", "g", StreamStart.newEntries(), 0)));
    }

    static Stream<ArgumentSet> pending() {
        XPendingArgs all = XPendingArgs.range(StreamRange.all(), 10);
        return Stream.of(
                sends("XPENDING s g", PENDING.xpending("s", "g")),
                sends("XPENDING s g - + 10", PENDING.xpendingEntries("s", "g", all)),
                sends("XPENDING s g - + 10 c", PENDING.xpendingEntries("s", "g", all.consumer("c"))),
                sends("XPENDING s g IDLE 0 - + 10", PENDING.xpendingEntries("s", "g", all.idle(Duration.ZERO))),
                sends(
                        "XPENDING s g IDLE 1500 (1-0 + 3 c",
                        PENDING.xpendingEntries(
                                "s",
                                "g",
                                XPendingArgs.range(StreamRange.greaterThan(ONE), 3)
                                        .consumer("c")
                                        .idle(ofMillis(1500)))));
    }

    static Stream<ArgumentSet> claims() {
        Duration age = ofSeconds(5);
        XClaimArgs args = XClaimArgs.defaults();
        XClaimArgs most = args.deliveredAt(MOMENT)
                .deliveredBefore(ofMillis(70))
                .deliveries(3)
                .force()
                .lastId(NINE);
        return Stream.of(
                sends("XAUTOCLAIM s g c 5000 0-0", PENDING.xautoClaim("s", "g", "c", age, StreamId.MIN)),
                sends("XAUTOCLAIM s g c 0 9-9 COUNT 5", PENDING.xautoClaim("s", "g", "c", Duration.ZERO, NINE, 5)),
                sends(
                        "XAUTOCLAIM s g c 5000 9-9 COUNT 5 JUSTID",
                        PENDING.xautoClaimJustId("s", "g", "c", age, NINE, 5)),
                sends("XCLAIM s g c 5000 1-0 9-9", PENDING.xclaim("s", "g", "c", age, ONE, NINE)),
                sends("XCLAIM s g c 5000 1-0", PENDING.xclaim("s", "g", "c", age, List.of(ONE))),
                sends("XCLAIM s g c 5000 1-0", PENDING.xclaim("s", "g", "c", age, args, ONE)),
                sends(
                        "XCLAIM s g c 5000 1-0 IDLE 70 RETRYCOUNT 3 FORCE LASTID 9-9",
                        PENDING.xclaim("s", "g", "c", age, most, List.of(ONE))),
                sends(
                        "XCLAIM s g c 5000 1-0 TIME 4000000000000",
                        PENDING.xclaim("s", "g", "c", age, args.deliveredAt(MOMENT), ONE)),
                sends("XCLAIM s g c 5000 1-0 JUSTID", PENDING.xclaimJustId("s", "g", "c", age, ONE)),
                sends("XCLAIM s g c 5000 1-0 JUSTID", PENDING.xclaimJustId("s", "g", "c", age, List.of(ONE))),
                sends(
                        "XCLAIM s g c 5000 1-0 RETRYCOUNT 0 JUSTID",
                        PENDING.xclaimJustId("s", "g", "c", age, args.deliveries(0), ONE)),
                sends(
                        "XCLAIM s g c 5000 1-0 FORCE JUSTID",
                        PENDING.xclaimJustId("s", "g", "c", age, args.force(), List.of(ONE))));
    }

    @ParameterizedTest
    @MethodSource({"wrongUse", "wrongUseOfGroups"})
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "XLEN null", () -> STREAMS.xlen(null)),
                refused("fields", "XADD of nothing", () -> STREAMS.xadd("s", Map.of())),
                refused("args", "XADD without options", () -> STREAMS.xadd("s", fields(), null)),
                refused("id", "XADD of the lowest ID", () -> XAddArgs.defaults().id(StreamId.MIN)),
                refused("id", "XADD without ID", () -> XAddArgs.defaults().id(null)),
                refused("moment", "XADD of the epoch", () -> XAddArgs.defaults().timestamp(Instant.EPOCH)),
                refused(
                        "trim",
                        "XADD without trimming",
                        () -> XAddArgs.defaults().trim(null)),
                refused("ids", "XDEL of nothing", () -> STREAMS.xdel("s")),
                refused("ids", "XDEL of an empty list", () -> STREAMS.xdel("s", List.of())),
                refused("an ID of ids", "XDEL null", () -> STREAMS.xdel("s", ONE, null)),
                refused("length", "XTRIM to less than nothing", () -> XTrimArgs.maxLen(-1)),
                refused("id", "XTRIM without ID", () -> XTrimArgs.minId(null)),
                refused(
                        "limit",
                        "XTRIM of less than nothing",
                        () -> XTrimArgs.maxLen(1).approximately(-1)),
                refused("range", "XRANGE null", () -> STREAMS.xrange("s", null)),
                refused("range", "XREVRANGE null", () -> STREAMS.xrevRange("s", null)),
                refused("count", "XRANGE of none", () -> STREAMS.xrange("s", StreamRange.all(), 0)),
                refused("first", "a range the wrong way round", () -> StreamRange.closed(NINE, ONE)),
                refused("last", "a range to null", () -> StreamRange.lessThan(null)),
                refused("id", "a range after null", () -> StreamRange.all().after(null)),
                refused("id", "a range before null", () -> StreamRange.all().before(null)),
                refused("streams", "XREAD of nothing", () -> STREAMS.xread(Map.of())),
                refused(
                        "a start of streams",
                        "XREAD from null",
                        () -> STREAMS.xread(Collections.singletonMap("s", null))),
                refused("id", "XREAD after null", () -> StreamStart.after(null)),
                refused("keys", "XREAD of the last of nothing", () -> STREAMS.xreadLast()),
                refused("count", "XREAD of none", () -> readArgs().count(0)),
                refused("timeout", "XREAD that waits -1", () -> readArgs().block(ofMillis(-1))),
                refused(
                        "timeout",
                        "XREAD that waits a nanosecond",
                        () -> readArgs().block(Duration.ofNanos(1))),
                refused("lastId", "XSETID null", () -> STREAMS.xsetId("s", null)),
                refused("entriesAdded", "XSETID -1", () -> STREAMS.xsetId("s", NINE, -1, ONE)),
                refused("maxDeletedId", "XSETID without deleted ID", () -> STREAMS.xsetId("s", NINE, 1, null)),
                refused("group", "XINFO CONSUMERS of null", () -> INFO.xinfoConsumers("s", null)),
                refused("count", "XINFO STREAM FULL of -1", () -> INFO.xinfoStreamFull("s", -1)));
    }

    static Stream<ArgumentSet> wrongUseOfGroups() {
        return Stream.of(
                refused("group", "XACK null", () -> GROUPS.xack("s", null, ONE)),
                refused("ids", "XACK of nothing", () -> GROUPS.xack("s", "g")),
                refused("start", "XGROUP CREATE without start", () -> GROUPS.xgroupCreate("s", "g", null)),
                refused(
                        "entries",
                        "XGROUP CREATE that read -1",
                        () -> XGroupCreateArgs.defaults().entriesRead(-1)),
                refused("start", "XGROUP SETID without start", () -> GROUPS.xgroupSetId("s", "g", null)),
                refused(
                        "entriesRead",
                        "XGROUP SETID that read -1",
                        () -> GROUPS.xgroupSetId("s", "g", StreamStart.beginning(), -1)),
                refused("consumer", "XGROUP DELCONSUMER null", () -> GROUPS.xgroupDelConsumer("s", "g", null)),
                refused(
                        "consumer",
                        "XREADGROUP null",
                        () -> GROUPS.xreadGroup("g", null, Map.of("s", GroupStart.pending()))),
                refused("id", "XREADGROUP after null", () -> GroupStart.pendingAfter(null)),
                refused("count", "XPENDING of none", () -> XPendingArgs.range(StreamRange.all(), 0)),
                refused("range", "XPENDING without range", () -> XPendingArgs.range(null, 1)),
                refused(
                        "atLeast",
                        "XPENDING since the future",
                        () -> pendingArgs().idle(ofMillis(-1))),
                refused("name", "XPENDING of null", () -> pendingArgs().consumer(null)),
                refused("args", "XPENDING without options", () -> PENDING.xpendingEntries("s", "g", null)),
                refused("minIdle", "XCLAIM from the future", () -> PENDING.xclaim("s", "g", "c", ofMillis(-1), ONE)),
                refused("ids", "XCLAIM of nothing", () -> PENDING.xclaim("s", "g", "c", Duration.ZERO)),
                refused(
                        "age",
                        "XCLAIM with a negative age",
                        () -> XClaimArgs.defaults().deliveredBefore(ofMillis(-1))),
                refused(
                        "deliveries",
                        "XCLAIM delivered -1 times",
                        () -> XClaimArgs.defaults().deliveries(-1)),
                refused(
                        "id",
                        "XCLAIM without last ID",
                        () -> XClaimArgs.defaults().lastId(null)),
                refused("start", "XAUTOCLAIM null", () -> PENDING.xautoClaim("s", "g", "c", Duration.ZERO, null)),
                refused("count", "XAUTOCLAIM 0", () -> PENDING.xautoClaim("s", "g", "c", Duration.ZERO, ONE, 0)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet(
                        "XADD", STREAMS.xadd("s", fields(), XAddArgs.defaults().id(NINE)), false),
                argumentSet("XDEL", STREAMS.xdel("s", ONE), false),
                argumentSet("XTRIM", STREAMS.xtrim("s", XTrimArgs.maxLen(1)), false),
                argumentSet("XSETID", STREAMS.xsetId("s", NINE), true),
                argumentSet("XREAD", STREAMS.xread(Map.of("s", StreamStart.after(ONE))), true),
                argumentSet("XREADGROUP", GROUPS.xreadGroup("g", "c", Map.of("s", GroupStart.pending())), false),
                argumentSet("XACK", GROUPS.xack("s", "g", ONE), false),
                argumentSet("XGROUP CREATE", GROUPS.xgroupCreate("s", "g", StreamStart.beginning()), false),
                argumentSet("XGROUP SETID", GROUPS.xgroupSetId("s", "g", StreamStart.after(ONE)), true),
                argumentSet("XGROUP SETID $", GROUPS.xgroupSetId("s", "g", StreamStart.newEntries()), false),
                argumentSet("XCLAIM", PENDING.xclaimJustId("s", "g", "c", ofSeconds(1), ONE), false));
    }

    @Test
    void saysForHowLongTheServerMayHoldBackTheReply() {
        Map<String, StreamStart> streams = Map.of("s", StreamStart.newEntries());

        assertThat(STREAMS.xread(streams).isBlocking()).isFalse();
        assertThat(STREAMS.xread(streams, readArgs().count(1)).isBlocking()).isFalse();
        assertThat(STREAMS.xread(streams, readArgs().block(ofMillis(1500))).serverTimeout())
                .isEqualTo(ofMillis(1500));
        assertThat(GROUPS.xreadGroup(
                                "g",
                                "c",
                                Map.of("s", GroupStart.undelivered()),
                                XReadGroupArgs.defaults().block(Duration.ZERO))
                        .serverTimeout())
                .isEqualTo(Duration.ZERO);
    }

    private static XReadArgs readArgs() {
        return XReadArgs.defaults();
    }

    private static XPendingArgs pendingArgs() {
        return XPendingArgs.range(StreamRange.all(), 1);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("a", "1");
        fields.put("b", "2");
        return fields;
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
