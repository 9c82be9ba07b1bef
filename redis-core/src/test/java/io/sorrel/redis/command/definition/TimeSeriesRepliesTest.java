package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.RecordedReply.read;
import static java.time.Instant.ofEpochMilli;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.TimeRange;
import io.sorrel.redis.command.args.TsAggregator;
import io.sorrel.redis.command.args.TsFilter;
import io.sorrel.redis.command.args.TsGroupBy;
import io.sorrel.redis.command.args.TsLabels;
import io.sorrel.redis.command.args.TsRangeArgs;
import io.sorrel.redis.command.args.TsReadArgs;
import io.sorrel.redis.command.args.TsSample;
import io.sorrel.redis.command.reply.SampleAdded;
import io.sorrel.redis.command.reply.TimeRow;
import io.sorrel.redis.command.reply.TimeSample;
import io.sorrel.redis.command.reply.TimeSeriesGroup;
import io.sorrel.redis.command.reply.TimeSeriesInfo;
import io.sorrel.redis.command.reply.TimeSeriesInfo.Chunk;
import io.sorrel.redis.command.reply.TimeSeriesInfo.Rule;
import io.sorrel.redis.command.reply.TimeSeriesSample;
import io.sorrel.redis.command.reply.TimeSeriesSamples;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about time series as the documentation of the module shows them, in both protocols. */
class TimeSeriesRepliesTest {
    private static final TsFilter FILTER = TsFilter.equal("type", "stock");
    private static final TsGroupBy BY_TYPE = new TsGroupBy("type", TsAggregator.MAX);

    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());
    private final TimeSeriesDefinitions<String, String> series = commands.timeSeries();
    private final TimeSampleDefinitions<String, String> samples = commands.timeSamples();
    private final TimeRangeDefinitions<String, String> ranges = commands.timeRanges();

    @Test
    void readsMoments() throws IOException {
        assertThat(read(samples.tsAdd("k", 1), ":1548149183000")).isEqualTo(ofEpochMilli(1548149183000L));
        assertThat(read(samples.tsIncrBy("k", 1), ":1000")).isEqualTo(ofEpochMilli(1000));
        assertThat(read(samples.tsDecrBy("k", 1), ":0")).isEqualTo(Instant.EPOCH);
        assertThat(read(samples.tsDel("k", TimeRange.all()), ":4")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*3|*2|:1000|+30|*2|:1010|+NaN|*2|:1020|+-1.5E-7",
                "*3|*2|:1000|'30|*2|:1010|'nan|*2|:1020|'-1.5e-7",
                "*3|*2|:1000|,30|*2|:1010|,nan|*2|:1020|,-1.5e-7"
            })
    void readsSamples(String wire) throws IOException {
        List<TimeSample> expected = List.of(sample(1000, 30), sample(1010, Double.NaN), sample(1020, -1.5e-7));

        assertThat(read(ranges.tsRange("k", TimeRange.all()), wire)).isEqualTo(expected);
        assertThat(read(ranges.tsRevRange("k", TimeRange.all(), TsRangeArgs.all()), wire))
                .isEqualTo(expected);
        assertThat(read(samples.tsRead("k", TsReadArgs.fromEarliest()), wire)).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoSample() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(ranges.tsRange("k", TimeRange.all()), "*1|*1|:1000"));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(ranges.tsRange("k", TimeRange.all()), "*1|*2|:1000|+hot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|:1000|+inf", "*2|:1000|,inf"})
    void readsTheLatestSample(String wire) throws IOException {
        assertThat(read(samples.tsGet("k"), wire)).isEqualTo(sample(1000, Double.POSITIVE_INFINITY));
        assertThat(read(samples.tsGetLatest("k"), "*0")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*2|*2|:1000|*2|+10|+20|*2|:2000|*2|+12|+NaN", "*2|*2|:1000|*2|,10|,20|*2|:2000|*2|,12|,nan"})
    void readsSeriesSideBySide(String wire) throws IOException {
        assertThat(read(ranges.tsNrange(TimeRange.all(), TsRangeArgs.all(), "a", "b"), wire))
                .containsExactly(
                        new TimeRow(ofEpochMilli(1000), List.of(10.0, 20.0)),
                        new TimeRow(ofEpochMilli(2000), List.of(12.0, Double.NaN)));
    }

    @Test
    void tellsWhatBecameOfEachSample() throws IOException {
        List<SampleAdded> added =
                read(samples.tsMadd(TsSample.now("k", 1)), "*2|:1000|-TSDB: Error at upsert, update is not supported");

        assertThat(added.get(0)).isEqualTo(new SampleAdded(ofEpochMilli(1000), null));
        assertThat(added.get(0).isAdded()).isTrue();
        assertThat(added.get(1).isAdded()).isFalse();
        assertThat(added.get(1).time()).isNull();
        assertThat(added.get(1).error()).hasMessageContaining("update is not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*3|'temp:JLM|*2|*2|'type|'temp|*2|'room|$-1|*2|:1035|+40|*3|'temp:TLV|*0|*0",
                "%2|'temp:JLM|*2|%2|'type|'temp|'room|_|*2|:1035|,40|'temp:TLV|*2|%0|*0",
                "%2|'temp:JLM|*2|*2|*2|'type|'temp|*2|'room|_|*2|:1035|,40|'temp:TLV|*2|*0|*0"
            })
    void readsTheLatestSamplesOfSeveralSeries(String wire) throws IOException {
        List<TimeSeriesSample<String>> latest = read(samples.tsMget(FILTER, TsLabels.all()), wire);

        assertThat(latest).extracting(TimeSeriesSample::key).containsExactly("temp:JLM", "temp:TLV");
        assertThat(latest.get(0).labels()).containsExactly(entry("type", "temp"), entry("room", null));
        assertThat(latest.get(0).sample()).isEqualTo(sample(1035, 40));
        assertThat(latest.get(1).labels()).isEmpty();
        assertThat(latest.get(1).sample()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*3|'stock:A|*1|*2|'type|'stock|*2|*2|:1000|+120|*2|:1010|+110|*3|'stock:B|*0|*0",
                "%2|'stock:A|*3|%1|'type|'stock|%1|'aggregators|*1|'avg|*2|*2|:1000|,120|*2|:1010|,110"
                        + "|'stock:B|*3|%0|%1|'aggregators|*0|*0"
            })
    void readsSamplesOfSeveralSeries(String wire) throws IOException {
        assertThat(read(ranges.tsMrange(TimeRange.all(), FILTER), wire))
                .containsExactly(
                        new TimeSeriesSamples<>(
                                "stock:A", Map.of("type", "stock"), List.of(sample(1000, 120), sample(1010, 110))),
                        new TimeSeriesSamples<>("stock:B", Map.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1|*3|'type=stock|*3|*2|'type|'stock|*2|'__reducer__|'max|*2|'__source__|'stock:A,stock:B"
                        + "|*1|*2|:1000|+120",
                "%1|'type=stock|*4|%1|'type|'stock|%1|'reducers|*1|'max|%1|'sources|*2|'stock:A|'stock:B"
                        + "|*1|*2|:1000|,120"
            })
    void readsGroups(String wire) throws IOException {
        List<TimeSeriesGroup> expected = List.of(
                new TimeSeriesGroup("type", "stock", List.of("stock:A", "stock:B"), List.of(sample(1000, 120))));

        assertThat(read(ranges.tsMrangeGrouped(TimeRange.all(), FILTER, BY_TYPE, TsRangeArgs.all()), wire))
                .isEqualTo(expected);
        assertThat(read(ranges.tsMrevRangeGrouped(TimeRange.all(), FILTER, BY_TYPE, TsRangeArgs.all()), wire))
                .isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoSeriesOrGroup() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(ranges.tsMrange(TimeRange.all(), FILTER), "*1|*2|'k|*0"));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(
                        ranges.tsMrangeGrouped(TimeRange.all(), FILTER, BY_TYPE, TsRangeArgs.all()),
                        "*1|*3|'stock|*0|*0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'a|'b", "~2|'a|'b"})
    void readsWhatIsFound(String wire) throws IOException {
        assertThat(read(series.tsQueryIndex(FILTER), wire)).containsExactly("a", "b");
        assertThat(read(series.tsQueryLabels(), wire)).containsExactly("a", "b");
        assertThat(read(series.tsQueryLabelValues("room"), wire)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*32|+totalSamples|:2|+memoryUsage|:4246|+firstTimestamp|:1000|+lastTimestamp|:2000|+retentionTime"
                        + "|:60000|+chunkCount|:1|+chunkSize|:4096|+chunkType|+compressed|+duplicatePolicy|+block"
                        + "|+labels|*2|*2|'room|'kitchen|*2|'type|'temp|+sourceKey|'raw|+rules|*1|*4|'daily|:86400000"
                        + "|+AVG|:5|+keySelfName|'k|+Chunks|*1|*10|+startTimestamp|:1000|+endTimestamp|:2000|+samples|:2"
                        + "|+size|:32|+bytesPerSample|'16|+ignoreMaxTimeDiff|:0|+ignoreMaxValDiff|'0",
                "%16|+totalSamples|:2|+memoryUsage|:4246|+firstTimestamp|:1000|+lastTimestamp|:2000|+retentionTime"
                        + "|:60000|+chunkCount|:1|+chunkSize|:4096|+chunkType|+compressed|+duplicatePolicy|+block"
                        + "|+labels|%2|'room|'kitchen|'type|'temp|+sourceKey|'raw|+rules|%1|'daily|*3|:86400000|+AVG|:5"
                        + "|+keySelfName|'k|+Chunks|*1|%5|+startTimestamp|:1000|+endTimestamp|:2000|+samples|:2"
                        + "|+size|:32|+bytesPerSample|,16|+ignoreMaxTimeDiff|:0|+ignoreMaxValDiff|,0"
            })
    void readsHowASeriesIsKeptAndPassesOverTheRest(String wire) throws IOException {
        assertThat(read(series.tsInfoDebug("k"), wire))
                .isEqualTo(new TimeSeriesInfo<>(
                        2,
                        4246,
                        ofEpochMilli(1000),
                        ofEpochMilli(2000),
                        Duration.ofMinutes(1),
                        1,
                        4096,
                        "compressed",
                        "block",
                        Map.of("room", "kitchen", "type", "temp"),
                        "raw",
                        List.of(new Rule<>("daily", Duration.ofDays(1), "AVG", ofEpochMilli(5))),
                        List.of(new Chunk(ofEpochMilli(1000), ofEpochMilli(2000), 2, 32, 16))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*12|+totalSamples|:0|+firstTimestamp|:0|+lastTimestamp|:0|+duplicatePolicy|$-1|+sourceKey|$-1"
                        + "|+rules|*0",
                "%6|+totalSamples|:0|+firstTimestamp|:0|+lastTimestamp|:0|+duplicatePolicy|_|+sourceKey|_|+rules|%0"
            })
    void readsAnEmptySeries(String wire) throws IOException {
        TimeSeriesInfo<String> info = read(series.tsInfo("k"), wire);

        assertThat(info.samples()).isZero();
        assertThat(info.first()).isNull();
        assertThat(info.last()).isNull();
        assertThat(info.duplicatePolicy()).isNull();
        assertThat(info.source()).isNull();
        assertThat(info.rules()).isEmpty();
        assertThat(info.chunkDetails()).isEmpty();
        assertThat(info.memory()).isEqualTo(-1);
    }

    private static TimeSample sample(long millis, double value) {
        return new TimeSample(ofEpochMilli(millis), value);
    }
}
