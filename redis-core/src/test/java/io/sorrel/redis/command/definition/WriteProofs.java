package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.WriteProof.proof;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.FunctionRestorePolicy;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.GroupStart;
import io.sorrel.redis.command.args.HSetExArgs;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.args.SortArgs;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XAddArgs;
import io.sorrel.redis.command.args.ZAddCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All writes that may be repeated, with the arguments and the data on which it depends whether that is harmless. */
@SuppressWarnings("deprecation") // Deprecated commands are repeated as others are.
final class WriteProofs {
    private static final CommandDefinitions<String, String> REDIS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final Instant FUTURE = Instant.ofEpochSecond(4_000_000_000L);
    private static final Instant PAST = Instant.ofEpochSecond(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final String LIBRARY = "#!lua name=shop\nredis.register_function('one', function() return 1 end)";
    private static final String NEWER = "#!lua name=shop\nredis.register_function('two', function() return 2 end)";
    private static final String OTHER = "#!lua name=other\nredis.register_function('three', function() return 3 end)";

    private WriteProofs() {}

    /**
     * The proofs.
     *
     * @param libraries what FUNCTION DUMP has answered
     */
    static List<WriteProof> all(byte[] libraries) {
        return Stream.of(
                        strings(),
                        stringExpiries(),
                        keys(),
                        hashes(),
                        hashExpiries(),
                        lists(),
                        sets(),
                        sortedSets(),
                        bitmaps(),
                        hyperLogLogs(),
                        streams(),
                        vectorSets(),
                        functions(libraries))
                .flatMap(group -> group)
                .toList();
    }

    /** A library to dump. */
    static Command<?> library() {
        return REDIS.functions().functionLoad(LIBRARY);
    }

    private static Stream<WriteProof> strings() {
        var strings = REDIS.strings();
        Command<?> present = strings.set("k", "before", SetArgs.pxAt(FUTURE));
        Command<?> list = REDIS.lists().rpush("k", "a");
        return Stream.of(
                proof("a new key", strings.set("k", "v")),
                proof("a key with expiry", strings.set("k", "v"), present),
                proof("a list", strings.set("k", "v"), list),
                proof("KEEPTTL", strings.set("k", "v", SetArgs.keepTtl()), present),
                proof("XX", strings.set("k", "v", SetArgs.xx()), present),
                proof("XX without key", strings.set("k", "v", SetArgs.xx())),
                proof("XX of a list", strings.set("k", "v", SetArgs.xx()), list),
                proof("XX KEEPTTL", strings.set("k", "v", SetArgs.xx().keepTtl()), present),
                proof("new keys and others", strings.mset(Map.of("k", "1", "l", "2")), present),
                proof("a list", strings.mset(Map.of("k", "1")), list),
                proof("a new key", strings.setRange("k", 3, "v")),
                proof("a longer value", strings.setRange("k", 5, "longer"), present),
                proof("nothing", strings.setRange("k", 100, ""), present),
                proof("nothing of a new key", strings.setRange("k", 100, "")),
                proof("a list", strings.setRange("k", 0, "v"), list));
    }

    private static Stream<WriteProof> stringExpiries() {
        var strings = REDIS.strings();
        Command<?> present = strings.set("k", "before", SetArgs.pxAt(FUTURE));
        return Stream.of(
                proof("EX", strings.set("k", "v", SetArgs.ex(HOUR)), present).expiring("k"),
                proof("PX that passes", strings.set("k", "v", SetArgs.px(SHORT)), present)
                        .expiringSoon("k"),
                proof("EXAT", strings.set("k", "v", SetArgs.exAt(FUTURE)), present),
                proof("PXAT", strings.set("k", "v", SetArgs.pxAt(FUTURE.plusMillis(7)))),
                proof("EXAT in the past", strings.set("k", "v", SetArgs.exAt(PAST)), present),
                proof("seconds", strings.setEx("k", HOUR, "v"), present).expiring("k"),
                proof("milliseconds", strings.psetEx("k", HOUR, "v"), present).expiring("k"),
                proof("milliseconds that pass", strings.psetEx("k", SHORT, "v")).expiringSoon("k"),
                proof("PERSIST", strings.getEx("k", GetExArgs.persist()), present),
                proof("PERSIST without expiry", strings.getEx("k", GetExArgs.persist()), strings.set("k", "v")),
                proof("PERSIST without key", strings.getEx("k", GetExArgs.persist())));
    }

    private static Stream<WriteProof> keys() {
        var keys = REDIS.keys();
        Command<?> numbers = REDIS.lists().rpush("k", "3", "1", "2");
        Command<?> positions = REDIS.geo().geoAdd("g", 13.361389, 38.115556, "Palermo");
        return Stream.of(
                proof("without STORE", keys.sort("k"), numbers),
                proof("LIMIT", keys.sort("k", SortArgs.defaults().limit(1, 1).descending()), numbers),
                proof("no numbers", keys.sort("k"), REDIS.lists().rpush("k", "a")),
                proof("without STORE", REDIS.geoRadius().geoRadius("g", 15, 37, 200, GeoUnit.KILOMETERS), positions),
                proof(
                        "without STORE",
                        REDIS.geoRadius().geoRadiusByMember("g", "Palermo", 200, GeoUnit.KILOMETERS),
                        positions));
    }

    private static Stream<WriteProof> hashes() {
        var hashes = REDIS.hashes();
        return Stream.of(
                proof("new and old fields", hashes.hmset("h", Map.of("a", "1", "b", "2")), hashes.hset("h", "a", "0")),
                proof("a new key", hashes.hmset("h", Map.of("a", "1"))),
                proof(
                        "a string",
                        hashes.hmset("h", Map.of("a", "1")),
                        REDIS.strings().set("h", "v")));
    }

    private static Stream<WriteProof> hashExpiries() {
        var expiry = REDIS.hashExpiry();
        Command<?> present = REDIS.hashes().hset("h", Map.of("a", "0", "b", "0"));
        Command<?> expiring = expiry.hpexpireAt("h", FUTURE, "a");
        Map<String, String> both = Map.of("a", "1", "b", "1");
        return Stream.of(
                proof("PERSIST", expiry.hgetEx("h", GetExArgs.persist(), "a", "b", "c"), present, expiring),
                proof("PERSIST without key", expiry.hgetEx("h", GetExArgs.persist(), "a")),
                proof("EX", expiry.hsetEx("h", both, HSetExArgs.ex(HOUR)), present)
                        .expiring("h"),
                proof("PX that passes", expiry.hsetEx("h", both, HSetExArgs.px(SHORT)), present)
                        .expiringSoon("h"),
                proof("EXAT", expiry.hsetEx("h", both, HSetExArgs.exAt(FUTURE)), present),
                proof("PXAT in the past", expiry.hsetEx("h", "a", "1", HSetExArgs.pxAt(PAST)), present),
                proof("PXAT in the past, a new key", expiry.hsetEx("h", "a", "1", HSetExArgs.pxAt(PAST))),
                proof("KEEPTTL", expiry.hsetEx("h", both, HSetExArgs.keepTtl()), present, expiring),
                proof("FXX", expiry.hsetEx("h", both, HSetExArgs.fxx()), present, expiring),
                proof("FXX of a missing field", expiry.hsetEx("h", "c", "1", HSetExArgs.fxx()), present),
                proof("FXX KEEPTTL", expiry.hsetEx("h", both, HSetExArgs.fxx().keepTtl()), present, expiring));
    }

    private static Stream<WriteProof> lists() {
        var lists = REDIS.lists();
        Command<?> five = lists.rpush("l", "a", "b", "c", "d", "e");
        return Stream.of(
                proof("the first", lists.lset("l", 0, "v"), five),
                proof("counted from the end", lists.lset("l", -2, "v"), five),
                proof("out of range", lists.lset("l", 9, "v"), five),
                proof("a missing list", lists.lset("l", 0, "v")),
                proof("all", lists.ltrim("l", 0, -1), five),
                proof("the first two", lists.ltrim("l", 0, 1), five),
                proof("more than there are", lists.ltrim("l", 0, 100), five),
                proof("the last two", lists.ltrim("l", -2, -1), five),
                proof("more than there are, from the end", lists.ltrim("l", -100, -1), five),
                proof("a missing list", lists.ltrim("l", 0, 1)));
    }

    private static Stream<WriteProof> sets() {
        var sets = REDIS.setAlgebra();
        Command<?> some = REDIS.sets().sadd("a", "1", "2", "3", "x");
        Command<?> others = REDIS.sets().sadd("b", "2", "3", "4");
        Command<?> destination = REDIS.sets().sadd("d", "3", "4", "5");
        Command<?> expiring = REDIS.expiry().pexpireAt("d", FUTURE);
        Command<?> string = REDIS.strings().set("d", "v");
        return Stream.of(
                proof("a new key", sets.sinterStore("d", "a", "b"), some, others),
                proof("the destination is a source", sets.sinterStore("d", "a", "d"), some, destination, expiring),
                proof("the destination is the only source", sets.sinterStore("d", "d"), destination),
                proof(
                        "nothing in common",
                        sets.sinterStore("d", "d", "c"),
                        destination,
                        REDIS.sets().sadd("c", "0")),
                proof("a missing source", sets.sinterStore("d", "d", "c"), destination),
                proof("in place of a string", sets.sinterStore("d", "a", "b"), some, others, string),
                proof("a string is a source", sets.sinterStore("d", "a", "d"), some, string),
                proof("a new key", sets.sunionStore("d", "a", "b"), some, others),
                proof("the destination is a source", sets.sunionStore("d", "a", "d"), some, destination, expiring),
                proof("the destination is the only source", sets.sunionStore("d", "d"), destination),
                proof("missing sources", sets.sunionStore("d", "c", "e"), destination),
                proof("in place of a string", sets.sunionStore("d", "a", "b"), some, others, string));
    }

    private static Stream<WriteProof> sortedSets() {
        var sortedSets = REDIS.sortedSets();
        Command<?> present = sortedSets.zadd("z", Map.of("a", 1.0, "b", 5.0));
        Map<String, Double> changes = Map.of("a", 3.0, "b", 3.0, "c", 3.0);
        return Stream.of(ZAddCondition.values())
                .filter(condition -> !condition.isAdding())
                .flatMap(condition -> Stream.of(
                        proof(condition + ", changes", sortedSets.zadd("z", changes, condition), present),
                        proof(condition + ", one", sortedSets.zadd("z", 9, "a", condition), present),
                        proof(condition + ", a missing member", sortedSets.zadd("z", 9, "c", condition), present),
                        proof(condition + ", a missing key", sortedSets.zadd("z", 9, "c", condition))));
    }

    private static Stream<WriteProof> bitmaps() {
        var bitmaps = REDIS.bitmaps();
        Command<?> some = REDIS.strings().set("a", "abcd");
        Command<?> shorter = REDIS.strings().set("b", "xy");
        Command<?> destination = REDIS.strings().set("d", "longer than a", SetArgs.pxAt(FUTURE));
        return Stream.of(
                proof("AND, a new key", bitmaps.bitOpAnd("d", "a", "b"), some, shorter),
                proof("AND, the destination is a source", bitmaps.bitOpAnd("d", "a", "d"), some, destination),
                proof("AND, a shorter destination is a source", bitmaps.bitOpAnd("b", "a", "b"), some, shorter),
                proof("AND, the destination is the only source", bitmaps.bitOpAnd("d", "d"), destination),
                proof("AND, a missing source", bitmaps.bitOpAnd("d", "d", "c"), destination),
                proof("AND, missing sources", bitmaps.bitOpAnd("d", "c"), destination),
                proof("OR, a new key", bitmaps.bitOpOr("d", "a", "b"), some, shorter),
                proof("OR, the destination is a source", bitmaps.bitOpOr("d", "a", "d"), some, destination),
                proof("OR, a shorter destination is a source", bitmaps.bitOpOr("b", "a", "b"), some, shorter),
                proof("OR, missing sources", bitmaps.bitOpOr("d", "c"), destination));
    }

    private static Stream<WriteProof> hyperLogLogs() {
        var logs = REDIS.hyperLogLogs();
        Command<?> some = logs.pfadd("a", "1", "2", "3");
        Command<?> others = logs.pfadd("b", "3", "4");
        Command<?> destination = logs.pfadd("d", "9");
        return Stream.of(
                proof("a new key", logs.pfmerge("d", "a", "b"), some, others),
                proof("the destination has values", logs.pfmerge("d", "a"), some, destination),
                proof("the destination is a source", logs.pfmerge("d", "a", "d"), some, destination),
                proof("the destination is the only source", logs.pfmerge("d", "d"), destination),
                proof("dense", logs.pfmerge("d", "a"), some, destination, logs.pfdebugToDense("d")),
                proof("missing sources", logs.pfmerge("d", "c")),
                proof("SIMD", logs.pfdebugSimd(true)).since("8.0"));
    }

    private static Stream<WriteProof> streams() {
        var streams = REDIS.streams();
        var groups = REDIS.streamGroups();
        StreamId low = new StreamId(5, 1);
        StreamId high = new StreamId(9, 0);
        Command<?> entry =
                streams.xadd("s", Map.of("f", "v"), XAddArgs.defaults().id(low));
        Command<?> group = groups.xgroupCreate("s", "g", StreamStart.beginning());
        Command<?> read = groups.xreadGroup("g", "me", Map.of("s", GroupStart.undelivered()));
        return Stream.of(
                proof("a higher ID", streams.xsetId("s", high), entry),
                proof("the same ID", streams.xsetId("s", low), entry),
                proof("an ID that is too low", streams.xsetId("s", new StreamId(1, 1)), entry),
                proof("a missing stream", streams.xsetId("s", high)),
                proof("counts", streams.xsetId("s", high, 7, low), entry).since("7.0"),
                proof("after an ID", groups.xgroupSetId("s", "g", StreamStart.after(high)), entry, group),
                proof(
                        "back to the beginning",
                        groups.xgroupSetId("s", "g", StreamStart.beginning()),
                        entry,
                        group,
                        read),
                proof("a missing group", groups.xgroupSetId("s", "g", StreamStart.beginning()), entry),
                proof("counts", groups.xgroupSetId("s", "g", StreamStart.after(low), 1), entry, group)
                        .since("7.0"));
    }

    private static Stream<WriteProof> vectorSets() {
        var vectors = REDIS.vectorSets();
        Command<?> element = vectors.vadd("v", new float[] {1, 0}, "a");
        return Stream.of(
                proof("new attributes", vectors.vsetAttr("v", "a", "{\"b\":1}"), element),
                proof(
                        "no attributes",
                        vectors.vsetAttr("v", "a", ""),
                        element,
                        vectors.vsetAttr("v", "a", "{\"b\":0}")),
                proof("a missing element", vectors.vsetAttr("v", "b", "{}"), element),
                proof("a missing key", vectors.vsetAttr("v", "a", "{}")));
    }

    private static Stream<WriteProof> functions(byte[] libraries) {
        var functions = REDIS.functions();
        Command<?> newer = functions.functionLoad(NEWER);
        Command<?> other = functions.functionLoad(OTHER);
        return Stream.of(
                proof("a new library", functions.functionLoadReplace(LIBRARY)),
                proof("another text", functions.functionLoadReplace(LIBRARY), newer, other),
                proof("a mistake", functions.functionLoadReplace("#!lua name=shop\n("), newer),
                proof("REPLACE", functions.functionRestore(libraries, FunctionRestorePolicy.REPLACE), newer, other),
                proof("FLUSH", functions.functionRestore(libraries, FunctionRestorePolicy.FLUSH), newer, other),
                proof("in the background", functions.functionFlush(FlushMode.ASYNC), newer),
                proof("nothing there", functions.functionFlush()));
    }
}
