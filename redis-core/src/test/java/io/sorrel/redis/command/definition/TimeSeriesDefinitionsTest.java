package io.sorrel.redis.command.definition;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.TimeRange;
import io.sorrel.redis.command.args.TsAddArgs;
import io.sorrel.redis.command.args.TsAggregation;
import io.sorrel.redis.command.args.TsAggregator;
import io.sorrel.redis.command.args.TsAlterArgs;
import io.sorrel.redis.command.args.TsCreateArgs;
import io.sorrel.redis.command.args.TsDuplicatePolicy;
import io.sorrel.redis.command.args.TsEncoding;
import io.sorrel.redis.command.args.TsFilter;
import io.sorrel.redis.command.args.TsGroupBy;
import io.sorrel.redis.command.args.TsIncrByArgs;
import io.sorrel.redis.command.args.TsLabels;
import io.sorrel.redis.command.args.TsMRangeArgs;
import io.sorrel.redis.command.args.TsRangeArgs;
import io.sorrel.redis.command.args.TsReadArgs;
import io.sorrel.redis.command.args.TsSample;
import java.time.Duration;
import java.time.Instant;
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
class TimeSeriesDefinitionsTest {
    private static final TimeSeriesDefinitions<String, String> SERIES = new TimeSeriesDefinitions<>(RedisCodec.utf8());
    private static final TimeSampleDefinitions<String, String> SAMPLES = new TimeSampleDefinitions<>(RedisCodec.utf8());
    private static final TimeRangeDefinitions<String, String> RANGES = new TimeRangeDefinitions<>(RedisCodec.utf8());
    private static final Instant MOMENT = Instant.ofEpochMilli(1000);
    private static final TsFilter FILTER = TsFilter.equal("type", "temp");
    private static final TsAggregation AVERAGE = TsAggregation.of(TsAggregator.AVG, ofMillis(20));

    @ParameterizedTest
    @MethodSource({"series", "samples", "ranges"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> series() {
        TsCreateArgs created = TsCreateArgs.defaults()
                .retention(ofSeconds(60))
                .encoding(TsEncoding.UNCOMPRESSED)
                .chunkSize(128)
                .duplicatePolicy(TsDuplicatePolicy.LAST)
                .ignore(ofMillis(5), 0.5)
                .labels(labels());
        TsAlterArgs altered = TsAlterArgs.nothing()
                .retention(Duration.ZERO)
                .chunkSize(48)
                .duplicatePolicy(TsDuplicatePolicy.MAX)
                .ignore(Duration.ZERO, 0)
                .labels(Map.of());
        return Stream.of(
                sends("TS.CREATE k", SERIES.tsCreate("k")),
                sends(
                        "TS.CREATE k ENCODING UNCOMPRESSED RETENTION 60000 CHUNK_SIZE 128 DUPLICATE_POLICY LAST"
                                + " IGNORE 5 0.5 LABELS type temp room study é",
                        SERIES.tsCreate("k", created)),
                sends(
                        "TS.ALTER k RETENTION 0 CHUNK_SIZE 48 DUPLICATE_POLICY MAX IGNORE 0 0 LABELS",
                        SERIES.tsAlter("k", altered)),
                sends("TS.ALTER k", SERIES.tsAlter("k", TsAlterArgs.nothing())),
                sends(
                        "TS.CREATERULE a b AGGREGATION std.p 60000",
                        SERIES.tsCreateRule("a", "b", TsAggregator.STD_P, ofSeconds(60))),
                sends(
                        "TS.CREATERULE a b AGGREGATION twa 20 1000",
                        SERIES.tsCreateRule("a", "b", TsAggregator.TWA, ofMillis(20), MOMENT)),
                sends("TS.DELETERULE a b", SERIES.tsDeleteRule("a", "b")),
                sends("TS.INFO k", SERIES.tsInfo("k")),
                sends("TS.INFO k DEBUG", SERIES.tsInfoDebug("k")),
                sends(
                        "TS.QUERYINDEX type=temp room=(a,\"b c\") floor!=1 floor!=(2,3) name!= old=",
                        SERIES.tsQueryIndex(FILTER.andEqual("room", "a", "b c")
                                .andNotEqual("floor", "1")
                                .andNotEqual("floor", "2", "3")
                                .andHas("name")
                                .andHasNot("old"))),
                sends("TS.QUERYLABELS LABELS", SERIES.tsQueryLabels()),
                sends("TS.QUERYLABELS LABELS FILTER type=temp", SERIES.tsQueryLabels(FILTER)),
                sends("TS.QUERYLABELS VALUES room", SERIES.tsQueryLabelValues("room")),
                sends("TS.QUERYLABELS VALUES room FILTER type=temp", SERIES.tsQueryLabelValues("room", FILTER)));
    }

    static Stream<ArgumentSet> samples() {
        TsCreateArgs created = TsCreateArgs.defaults().retention(ofMillis(9)).labels(Map.of("a", "b"));
        return Stream.of(
                sends("TS.ADD k * 1.5", SAMPLES.tsAdd("k", 1.5)),
                sends("TS.ADD k * NaN", SAMPLES.tsAdd("k", Double.NaN)),
                sends("TS.ADD k 1000 2", SAMPLES.tsAdd("k", MOMENT, 2)),
                sends("TS.ADD k 0 2", SAMPLES.tsAdd("k", Instant.EPOCH, 2)),
                sends(
                        "TS.ADD k 1000 2 ON_DUPLICATE SUM RETENTION 9 LABELS a b",
                        SAMPLES.tsAdd(
                                "k",
                                MOMENT,
                                2,
                                TsAddArgs.defaults()
                                        .onDuplicate(TsDuplicatePolicy.SUM)
                                        .creation(created))),
                sends("TS.INCRBY k 2", SAMPLES.tsIncrBy("k", 2)),
                sends(
                        "TS.INCRBY k 2 TIMESTAMP 1000 RETENTION 9 LABELS a b",
                        SAMPLES.tsIncrBy(
                                "k", 2, TsIncrByArgs.defaults().at(MOMENT).creation(created))),
                sends("TS.DECRBY k 0.5", SAMPLES.tsDecrBy("k", 0.5)),
                sends(
                        "TS.DECRBY k 0.5 TIMESTAMP 1000",
                        SAMPLES.tsDecrBy("k", 0.5, TsIncrByArgs.defaults().at(MOMENT))),
                sends("TS.DEL k 0 1000", SAMPLES.tsDel("k", TimeRange.between(Instant.EPOCH, MOMENT))),
                sends("TS.GET k", SAMPLES.tsGet("k")),
                sends("TS.GET k LATEST", SAMPLES.tsGetLatest("k")),
                sends(
                        "TS.MADD k 1000 1 l * NaN",
                        SAMPLES.tsMadd(new TsSample<>("k", MOMENT, 1), TsSample.now("l", Double.NaN))),
                sends("TS.MADD k 1000 1", SAMPLES.tsMadd(List.of(new TsSample<>("k", MOMENT, 1)))),
                sends("TS.MGET FILTER type=temp", SAMPLES.tsMget(FILTER, TsLabels.none())),
                sends("TS.MGET WITHLABELS FILTER type=temp", SAMPLES.tsMget(FILTER, TsLabels.all())),
                sends(
                        "TS.MGET LATEST SELECTED_LABELS a b FILTER type=temp",
                        SAMPLES.tsMgetLatest(FILTER, TsLabels.selected("a", "b"))),
                sends("TS.READ k -", SAMPLES.tsRead("k", TsReadArgs.fromEarliest())),
                sends("TS.READ k +", SAMPLES.tsRead("k", TsReadArgs.fromLatest())),
                sends(
                        "TS.READ k $ BLOCK 5000 1",
                        SAMPLES.tsRead("k", TsReadArgs.onlyNew().block(ofSeconds(5), 1))),
                sends(
                        "TS.READ k 1000 BLOCK 0 2 MAX_COUNT 10",
                        SAMPLES.tsRead("k", TsReadArgs.from(MOMENT).count(10).block(Duration.ZERO, 2))));
    }

    static Stream<ArgumentSet> ranges() {
        TsRangeArgs some = TsRangeArgs.all()
                .latest()
                .filterByTime(Instant.EPOCH, MOMENT)
                .filterByValue(-1, 2.5)
                .count(3)
                .aggregation(AVERAGE.alignToStart().reportEnd().withEmpty());
        String filter = " LATEST FILTER_BY_TS 0 1000 FILTER_BY_VALUE -1 2.5";
        String aggregation = " COUNT 3 ALIGN - AGGREGATION avg 20 BUCKETTIMESTAMP + EMPTY";
        TsGroupBy byType = new TsGroupBy("type", TsAggregator.MAX);
        TsRangeArgs each =
                TsRangeArgs.all().aggregation(TsAggregation.forEach(ofMillis(20), TsAggregator.AVG, TsAggregator.SUM));
        return Stream.of(
                sends("TS.RANGE k - +", RANGES.tsRange("k", TimeRange.all())),
                sends("TS.RANGE k 1000 +" + filter + aggregation, RANGES.tsRange("k", TimeRange.since(MOMENT), some)),
                sends(
                        "TS.REVRANGE k - 1000 ALIGN 1000 AGGREGATION avg 20 BUCKETTIMESTAMP ~",
                        RANGES.tsRevRange(
                                "k",
                                TimeRange.until(MOMENT),
                                TsRangeArgs.all()
                                        .aggregation(AVERAGE.alignTo(MOMENT).reportMiddle()))),
                sends(
                        "TS.REVRANGE k - 1000 ALIGN + AGGREGATION avg 20",
                        RANGES.tsRevRange(
                                "k", TimeRange.until(MOMENT), TsRangeArgs.all().aggregation(AVERAGE.alignToEnd()))),
                sends("TS.MRANGE - + FILTER type=temp", RANGES.tsMrange(TimeRange.all(), FILTER)),
                sends(
                        "TS.MRANGE - +" + filter + " SELECTED_LABELS room" + aggregation + " FILTER type=temp",
                        RANGES.tsMrange(
                                TimeRange.all(),
                                FILTER,
                                TsMRangeArgs.all().samples(some).labels(TsLabels.selected("room")))),
                sends(
                        "TS.MREVRANGE - + WITHLABELS FILTER type=temp",
                        RANGES.tsMrevRange(
                                TimeRange.all(), FILTER, TsMRangeArgs.all().labels(TsLabels.all()))),
                sends(
                        "TS.MRANGE - +" + filter + " WITHLABELS" + aggregation
                                + " FILTER type=temp GROUPBY type REDUCE max",
                        RANGES.tsMrangeGrouped(TimeRange.all(), FILTER, byType, some)),
                sends(
                        "TS.MREVRANGE - + WITHLABELS FILTER type=temp GROUPBY type REDUCE max",
                        RANGES.tsMrevRangeGrouped(TimeRange.all(), FILTER, byType, TsRangeArgs.all())),
                sends("TS.NRANGE 2 a b - +", RANGES.tsNrange(TimeRange.all(), TsRangeArgs.all(), "a", "b")),
                sends(
                        "TS.NREVRANGE 2 a b - + AGGREGATION avg sum 20",
                        RANGES.tsNrevRange(TimeRange.all(), each, "a", "b")));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        Instant before = Instant.EPOCH.minusMillis(1);
        TsRangeArgs each =
                TsRangeArgs.all().aggregation(TsAggregation.forEach(ofMillis(1), TsAggregator.AVG, TsAggregator.SUM));
        return Stream.of(
                refused("key", "TS.CREATE null", () -> SERIES.tsCreate(null)),
                refused("args", "TS.ALTER without changes", () -> SERIES.tsAlter("k", null)),
                refused("age", "RETENTION -1", () -> TsCreateArgs.defaults().retention(ofMillis(-1))),
                refused("bytes", "CHUNK_SIZE 50", () -> TsCreateArgs.defaults().chunkSize(50)),
                refused("bytes", "CHUNK_SIZE 40", () -> TsAlterArgs.nothing().chunkSize(40)),
                refused(
                        "maxValueDifference",
                        "IGNORE -1",
                        () -> TsCreateArgs.defaults().ignore(ofMillis(1), -1)),
                refused("policy", "no policy", () -> TsAlterArgs.nothing().duplicatePolicy(null)),
                refused("labels", "no labels", () -> TsCreateArgs.defaults().labels(null)),
                refused(
                        "bucket",
                        "an empty bucket",
                        () -> SERIES.tsCreateRule("a", "b", TsAggregator.AVG, Duration.ZERO)),
                refused(
                        "alignment",
                        "an alignment before the epoch",
                        () -> SERIES.tsCreateRule("a", "b", TsAggregator.AVG, ofMillis(1), before)),
                refused("filter", "TS.QUERYINDEX null", () -> SERIES.tsQueryIndex(null)),
                refused("values", "a filter without values", () -> TsFilter.equal("a")),
                refused("a value", "a filter for nothing", () -> TsFilter.equal("a", "")),
                refused("a value", "a value with a quote", () -> TsFilter.equal("a", "b\"c")),
                refused("a value", "a value with a comma", () -> FILTER.andNotEqual("a", "b,c")),
                refused("label", "a label with an equals sign", () -> FILTER.andHas("a=b")),
                refused("value", "TS.ADD infinity", () -> SAMPLES.tsAdd("k", 1 / 0.0)),
                refused("moment", "TS.ADD before the epoch", () -> SAMPLES.tsAdd("k", before, 1)),
                refused("args", "TS.ADD without options", () -> SAMPLES.tsAdd("k", 1, null)),
                refused("increment", "TS.INCRBY NaN", () -> SAMPLES.tsIncrBy("k", Double.NaN)),
                refused("decrement", "TS.DECRBY infinity", () -> SAMPLES.tsDecrBy("k", 1 / 0.0)),
                refused(
                        "newMoment",
                        "TIMESTAMP null",
                        () -> TsIncrByArgs.defaults().at(null)),
                refused("samples", "TS.MADD of nothing", () -> SAMPLES.tsMadd(List.of())),
                refused("value", "a sample of infinity", () -> TsSample.now("k", 1 / 0.0)),
                refused("moment", "a sample before the epoch", () -> new TsSample<>("k", before, 1)),
                refused("names", "no labels selected", () -> TsLabels.selected()),
                refused("labels", "TS.MGET without labels", () -> SAMPLES.tsMget(FILTER, null)),
                refused("from", "a range that ends before it starts", () -> TimeRange.between(MOMENT, Instant.EPOCH)),
                refused("to", "a range before the epoch", () -> TimeRange.until(before)),
                refused("min", "no values", () -> TsRangeArgs.all().filterByValue(2, 1)),
                refused("newMoments", "no moments", () -> TsRangeArgs.all().filterByTime()),
                refused("maximum", "COUNT 0", () -> TsRangeArgs.all().count(0)),
                refused("aggregators", "no aggregators", () -> TsAggregation.forEach(ofMillis(1))),
                refused("reducer", "GROUPBY twa", () -> new TsGroupBy("a", TsAggregator.TWA)),
                refused("args", "two ways for one series", () -> RANGES.tsRange("k", TimeRange.all(), each)),
                refused(
                        "newSamples",
                        "two ways for each series",
                        () -> TsMRangeArgs.all().samples(each)),
                refused(
                        "args",
                        "two ways for three series",
                        () -> RANGES.tsNrange(TimeRange.all(), each, "a", "b", "c")),
                refused("keys", "TS.NRANGE of nothing", () -> RANGES.tsNrange(TimeRange.all(), TsRangeArgs.all())),
                refused(
                        "atLeast",
                        "BLOCK for nothing",
                        () -> TsReadArgs.onlyNew().block(ofSeconds(1), 0)),
                refused(
                        "atLeast",
                        "BLOCK for more than MAX_COUNT",
                        () -> TsReadArgs.onlyNew().count(2).block(ofSeconds(1), 3)));
    }

    @Test
    void waitsOnlyWhereItIsToldTo() {
        Command<?> blocking = SAMPLES.tsRead("k", TsReadArgs.onlyNew().block(ofSeconds(5), 1));

        assertThat(blocking.spec().isBlocking()).isTrue();
        assertThat(blocking.serverTimeout()).isEqualTo(ofSeconds(5));
        assertThat(SAMPLES.tsRead("k", TsReadArgs.fromEarliest()).spec().isBlocking())
                .isFalse();
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("type", "temp");
        labels.put("room", "study é");
        return labels;
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
