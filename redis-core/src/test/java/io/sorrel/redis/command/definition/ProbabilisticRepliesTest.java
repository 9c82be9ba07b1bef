package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.RecordedReply.read;
import static io.sorrel.redis.command.reply.FilterAddResult.ADDED;
import static io.sorrel.redis.command.reply.FilterAddResult.FULL;
import static io.sorrel.redis.command.reply.FilterAddResult.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.BloomInsertArgs;
import io.sorrel.redis.command.args.CuckooInsertArgs;
import io.sorrel.redis.command.reply.BloomInfo;
import io.sorrel.redis.command.reply.CountMinInfo;
import io.sorrel.redis.command.reply.CuckooInfo;
import io.sorrel.redis.command.reply.FilterChunk;
import io.sorrel.redis.command.reply.TDigestInfo;
import io.sorrel.redis.command.reply.TopKInfo;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies of filters and sketches as the documentation of the module shows them, in both protocols. */
@SuppressWarnings("deprecation")
class ProbabilisticRepliesTest {
    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());
    private final BloomDefinitions<String, String> bloom = commands.bloomFilters();
    private final CuckooDefinitions<String, String> cuckoo = commands.cuckooFilters();
    private final CountMinDefinitions<String, String> countMin = commands.countMinSketches();
    private final TopKDefinitions<String, String> topK = commands.topK();
    private final TDigestDefinitions<String, String> digest = commands.tdigests();

    @ParameterizedTest
    @ValueSource(strings = {":1", "#t"})
    void readsYes(String yes) throws IOException {
        assertThat(read(bloom.bfAdd("k", "a"), yes)).isTrue();
        assertThat(read(bloom.bfExists("k", "a"), yes)).isTrue();
        assertThat(read(cuckoo.cfAdd("k", "a"), yes)).isTrue();
        assertThat(read(cuckoo.cfAddNx("k", "a"), yes)).isTrue();
        assertThat(read(cuckoo.cfDel("k", "a"), yes)).isTrue();
        assertThat(read(cuckoo.cfExists("k", "a"), yes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|:1|:0", "*2|#t|#f"})
    void readsAnswersOfSeveralItems(String wire) throws IOException {
        assertThat(read(bloom.bfMexists("k", "a", "b"), wire)).containsExactly(true, false);
        assertThat(read(cuckoo.cfMexists("k", "a", "b"), wire)).containsExactly(true, false);
        assertThat(read(topK.topkQuery("k", "a", "b"), wire)).containsExactly(true, false);
        assertThat(read(bloom.bfMadd("k", "a", "b"), wire)).containsExactly(ADDED, PRESENT);
        assertThat(read(cuckoo.cfInsertNx("k", CuckooInsertArgs.defaults(), "a", "b"), wire))
                .containsExactly(ADDED, PRESENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*3|:1|:0|-ERR non scaling filter is full",
                "*3|#t|#f|-ERR non scaling filter is full",
                "*3|:1|:0|:-1",
                "*3|#t|#f|:-1"
            })
    void tellsWhatBecameOfEachItem(String wire) throws IOException {
        assertThat(read(bloom.bfInsert("k", BloomInsertArgs.defaults(), "a", "b", "c"), wire))
                .containsExactly(ADDED, PRESENT, FULL);
        assertThat(read(cuckoo.cfInsert("k", CuckooInsertArgs.defaults(), "a", "b", "c"), wire))
                .containsExactly(ADDED, PRESENT, FULL);
    }

    @Test
    void refusesACodeThatNoServerIsKnownToSend() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(cuckoo.cfInsert("k", CuckooInsertArgs.defaults(), "a"), "*1|:2"));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(bloom.bfMadd("k", "a"), "*1|+full"));
    }

    @Test
    void raisesAnErrorThatDoesNotTellOfAFullFilter() {
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> read(bloom.bfMadd("k", "a"), "*1|-ERR problem inserting into filter"))
                .withMessageContaining("problem inserting");
    }

    @Test
    void readsAFilterPartByPart() throws IOException {
        FilterChunk first = read(bloom.bfScanDump("k", 0), "*2|:9|'abc");

        assertThat(first.iterator()).isEqualTo(9);
        assertThat(first.data()).containsExactly('a', 'b', 'c');
        assertThat(first.isEnd()).isFalse();
        assertThat(first).hasToString("FilterChunk[9, 3 bytes]");
        for (String end : new String[] {"*2|:0|'", "*2|:0|$-1", "*2|:0|_"}) {
            FilterChunk last = read(cuckoo.cfScanDump("k", 9), end);
            assertThat(last.isEnd()).isTrue();
            assertThat(last.data()).isEmpty();
        }
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(bloom.bfScanDump("k", 0), "*1|:0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*12|+Capacity|:100|+Size|:240|+Number of filters|:1|+Number of items inserted|:7"
                        + "|+Expansion rate|:2|+later|*1|:1",
                "%6|+Capacity|:100|+Size|:240|+Number of filters|:1|+Number of items inserted|:7"
                        + "|+Expansion rate|:2|+later|*1|:1"
            })
    void readsHowABloomFilterIsBuilt(String wire) throws IOException {
        assertThat(read(bloom.bfInfo("k"), wire)).isEqualTo(new BloomInfo(100, 240, 1, 7, 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|+Capacity|:100|+Expansion rate|$-1", "%2|+Capacity|:100|+Expansion rate|_"})
    void knowsABloomFilterThatDoesNotGrow(String wire) throws IOException {
        assertThat(read(bloom.bfInfo("k"), wire)).isEqualTo(new BloomInfo(100, -1, -1, -1, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*16|+Size|:1080|+Number of buckets|:512|+Number of filter|:1|+Number of items inserted|:3"
                        + "|+Number of items deleted|:2|+Bucket size|:4|+Expansion rate|:5|+Max iteration|:20",
                "%8|+Size|:1080|+Number of buckets|:512|+Number of filters|:1|+Number of items inserted|:3"
                        + "|+Number of items deleted|:2|+Bucket size|:4|+Expansion rate|:5|+Max iterations|:20"
            })
    void readsHowACuckooFilterIsBuilt(String wire) throws IOException {
        assertThat(read(cuckoo.cfInfo("k"), wire)).isEqualTo(new CuckooInfo(1080, 512, 1, 3, 2, 4, 5, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*8|+width|:2000|+depth|:7|+count|:3|+cell size|:4",
                "%4|+width|:2000|+depth|:7|+count|:3|+cell size|:4"
            })
    void readsHowASketchIsBuilt(String wire) throws IOException {
        assertThat(read(countMin.cmsInfo("k"), wire)).isEqualTo(new CountMinInfo(2000, 7, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*8|+k|:50|+width|:2000|+depth|:7|+decay|'0.92500000000000004",
                "*8|+k|:50|+width|:2000|+depth|:7|+decay|+0.92500000000000004",
                "%4|+k|:50|+width|:2000|+depth|:7|+decay|,0.925"
            })
    void readsHowAListIsBuilt(String wire) throws IOException {
        assertThat(read(topK.topkInfo("k"), wire)).isEqualTo(new TopKInfo(50, 2000, 7, 0.925));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*18|+Compression|:100|+Capacity|:610|+Merged nodes|:1|+Unmerged nodes|:5|+Merged weight|:2"
                        + "|+Unmerged weight|:6|+Observations|:8|+Total compressions|:3|+Memory usage|:9768",
                "%9|+Compression|:100|+Capacity|:610|+Merged nodes|:1|+Unmerged nodes|:5|+Merged weight|'2"
                        + "|+Unmerged weight|,6|+Observations|:8|+Total compressions|:3|+Memory usage|:9768"
            })
    void readsHowADigestIsBuilt(String wire) throws IOException {
        assertThat(read(digest.tdigestInfo("k"), wire)).isEqualTo(new TDigestInfo(100, 610, 1, 5, 2, 6, 8, 3, 9768));
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(countMin.cmsInfo("k"), "*2|+width|+wide"))
                .withMessageContaining("width");
    }

    @Test
    void readsCounts() throws IOException {
        assertThat(read(countMin.cmsIncrBy("k", "a", 10), "*1|:10")).isEqualTo(10);
        assertThat(read(countMin.cmsIncrBy("k", Map.of("a", 10L)), "*2|:10|:42"))
                .containsExactly(10L, 42L);
        assertThat(read(countMin.cmsQuery("k", "a", "b"), "*2|:10|:42")).containsExactly(10L, 42L);
        assertThat(read(cuckoo.cfCount("k", "a"), ":2")).isEqualTo(2);
        assertThat(read(bloom.bfCard("k"), ":2")).isEqualTo(2);
        assertThat(read(topK.topkCount("k", "a", "b"), "*2|:3|:0")).containsExactly(3L, 0L);
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(countMin.cmsIncrBy("k", "a", 10), "*2|:10|:42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|$-1|$-1|+foo", "*3|_|_|+foo", "*3|$-1|$-1|'foo"})
    void readsWhatWasDrivenOut(String wire) throws IOException {
        assertThat(read(topK.topkAdd("k", "a", "b", "c"), wire)).containsExactly(null, null, "foo");
        assertThat(read(topK.topkIncrBy("k", Map.of("a", 1L)), wire)).containsExactly(null, null, "foo");
        assertThat(read(topK.topkIncrBy("k", "a", 1), "*1|+foo")).isEqualTo("foo");
        assertThat(read(topK.topkIncrBy("k", "a", 1), "*1|_")).isNull();
    }

    @Test
    void readsTheMostFrequentItems() throws IOException {
        assertThat(read(topK.topkList("k"), "*3|'foo|'42|'bar")).containsExactly("foo", "42", "bar");
        assertThat(read(topK.topkListWithCount("k"), "*6|'foo|:12|'42|:7|'bar|:2"))
                .containsExactly(entry("foo", 12L), entry("42", 7L), entry("bar", 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*5|'1|'0.13333333333333333|'inf|'-inf|'nan", "*5|,1|,0.13333333333333333|,inf|,-inf|,nan"})
    void readsNumbers(String wire) throws IOException {
        Double[] expected = {1.0, 0.13333333333333333, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        assertThat(read(digest.tdigestByRank("k", 1), wire)).containsExactly(expected);
        assertThat(read(digest.tdigestByRevRank("k", 1), wire)).containsExactly(expected);
        assertThat(read(digest.tdigestCdf("k", 1), wire)).containsExactly(expected);
        assertThat(read(digest.tdigestQuantile("k", 1), wire)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'6.5", "+6.5", ",6.5"})
    void readsANumber(String wire) throws IOException {
        assertThat(read(digest.tdigestMin("k"), wire)).isEqualTo(6.5);
        assertThat(read(digest.tdigestMax("k"), wire)).isEqualTo(6.5);
        assertThat(read(digest.tdigestTrimmedMean("k", 0, 1), wire)).isEqualTo(6.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'nan", ",nan"})
    void readsThatThereIsNoNumber(String wire) throws IOException {
        assertThat(read(digest.tdigestMin("k"), wire)).isNaN();
    }

    @Test
    void readsRanks() throws IOException {
        assertThat(read(digest.tdigestRank("k", 0, 10), "*2|:-1|:0")).containsExactly(-1L, 0L);
        assertThat(read(digest.tdigestRevRank("k", 0, 10), "*2|:6|:5")).containsExactly(6L, 5L);
    }
}
