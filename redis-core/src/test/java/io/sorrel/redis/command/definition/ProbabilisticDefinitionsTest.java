package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.BloomInsertArgs;
import io.sorrel.redis.command.args.BloomReserveArgs;
import io.sorrel.redis.command.args.CuckooInsertArgs;
import io.sorrel.redis.command.args.CuckooReserveArgs;
import io.sorrel.redis.command.args.TDigestMergeArgs;
import io.sorrel.redis.command.reply.FilterChunk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class ProbabilisticDefinitionsTest {
    private static final BloomDefinitions<String, String> BLOOM = new BloomDefinitions<>(RedisCodec.utf8());
    private static final CuckooDefinitions<String, String> CUCKOO = new CuckooDefinitions<>(RedisCodec.utf8());
    private static final CountMinDefinitions<String, String> COUNT_MIN = new CountMinDefinitions<>(RedisCodec.utf8());
    private static final TopKDefinitions<String, String> TOP_K = new TopKDefinitions<>(RedisCodec.utf8());
    private static final TDigestDefinitions<String, String> DIGEST = new TDigestDefinitions<>(RedisCodec.utf8());
    private static final FilterChunk CHUNK = new FilterChunk(9, new byte[] {'a', 'b'});

    @ParameterizedTest
    @MethodSource({"filters", "sketches", "digests"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> filters() {
        return Stream.of(
                sends("BF.ADD k a", BLOOM.bfAdd("k", "a")),
                sends("BF.CARD k", BLOOM.bfCard("k")),
                sends("BF.EXISTS k a", BLOOM.bfExists("k", "a")),
                sends("BF.INFO k", BLOOM.bfInfo("k")),
                sends("BF.INSERT k ITEMS a b", BLOOM.bfInsert("k", BloomInsertArgs.defaults(), "a", "b")),
                sends("BF.INSERT k NOCREATE ITEMS a", BLOOM.bfInsert("k", BloomInsertArgs.noCreate(), List.of("a"))),
                sends(
                        "BF.INSERT k CAPACITY 10 ERROR 0.25 EXPANSION 3 ITEMS a",
                        BLOOM.bfInsert(
                                "k",
                                BloomInsertArgs.defaults()
                                        .capacity(10)
                                        .errorRate(0.25)
                                        .expansion(3),
                                "a")),
                sends(
                        "BF.INSERT k NONSCALING ITEMS a",
                        BLOOM.bfInsert("k", BloomInsertArgs.defaults().nonScaling(), "a")),
                sends("BF.LOADCHUNK k 9 ab", BLOOM.bfLoadChunk("k", CHUNK)),
                sends("BF.MADD k a b", BLOOM.bfMadd("k", "a", "b")),
                sends("BF.MADD k a b", BLOOM.bfMadd("k", List.of("a", "b"))),
                sends("BF.MEXISTS k a b", BLOOM.bfMexists("k", "a", "b")),
                sends("BF.MEXISTS k a b", BLOOM.bfMexists("k", List.of("a", "b"))),
                sends("BF.RESERVE k 0.01 1000", BLOOM.bfReserve("k", 0.01, 1000)),
                sends(
                        "BF.RESERVE k 0.01 10 EXPANSION 4",
                        BLOOM.bfReserve("k", 0.01, 10, BloomReserveArgs.expansion(4))),
                sends("BF.RESERVE k 0.01 10 NONSCALING", BLOOM.bfReserve("k", 0.01, 10, BloomReserveArgs.nonScaling())),
                sends("BF.SCANDUMP k 0", BLOOM.bfScanDump("k", 0)),
                sends("CF.ADD k a", CUCKOO.cfAdd("k", "a")),
                sends("CF.ADDNX k a", CUCKOO.cfAddNx("k", "a")),
                sends("CF.COUNT k a", CUCKOO.cfCount("k", "a")),
                sends("CF.DEL k a", CUCKOO.cfDel("k", "a")),
                sends("CF.EXISTS k a", CUCKOO.cfExists("k", "a")),
                sends("CF.INFO k", CUCKOO.cfInfo("k")),
                sends("CF.INSERT k ITEMS a b", CUCKOO.cfInsert("k", CuckooInsertArgs.defaults(), "a", "b")),
                sends("CF.INSERT k NOCREATE ITEMS a", CUCKOO.cfInsert("k", CuckooInsertArgs.noCreate(), List.of("a"))),
                sends("CF.INSERTNX k CAPACITY 9 ITEMS a", CUCKOO.cfInsertNx("k", CuckooInsertArgs.capacity(9), "a")),
                sends(
                        "CF.INSERTNX k ITEMS a b",
                        CUCKOO.cfInsertNx("k", CuckooInsertArgs.defaults(), List.of("a", "b"))),
                sends("CF.LOADCHUNK k 9 ab", CUCKOO.cfLoadChunk("k", CHUNK)),
                sends("CF.MEXISTS k a b", CUCKOO.cfMexists("k", "a", "b")),
                sends("CF.MEXISTS k a", CUCKOO.cfMexists("k", List.of("a"))),
                sends("CF.RESERVE k 1000", CUCKOO.cfReserve("k", 1000)),
                sends(
                        "CF.RESERVE k 1000 BUCKETSIZE 4 MAXITERATIONS 10 EXPANSION 0",
                        CUCKOO.cfReserve(
                                "k",
                                1000,
                                CuckooReserveArgs.defaults()
                                        .bucketSize(4)
                                        .maxIterations(10)
                                        .expansion(0))),
                sends("CF.SCANDUMP k 9", CUCKOO.cfScanDump("k", 9)));
    }

    static Stream<ArgumentSet> sketches() {
        return Stream.of(
                sends("CMS.INCRBY k a 3", COUNT_MIN.cmsIncrBy("k", "a", 3)),
                sends("CMS.INCRBY k a 1 b 2", COUNT_MIN.cmsIncrBy("k", weights())),
                sends("CMS.INFO k", COUNT_MIN.cmsInfo("k")),
                sends("CMS.INITBYDIM k 2000 7", COUNT_MIN.cmsInitByDim("k", 2000, 7)),
                sends("CMS.INITBYPROB k 0.25 0.5", COUNT_MIN.cmsInitByProb("k", 0.25, 0.5)),
                sends("CMS.MERGE d 2 a b", COUNT_MIN.cmsMerge("d", "a", "b")),
                sends("CMS.MERGE d 2 a b WEIGHTS 1 2", COUNT_MIN.cmsMerge("d", weights())),
                sends("CMS.QUERY k a b", COUNT_MIN.cmsQuery("k", "a", "b")),
                sends("CMS.QUERY k a", COUNT_MIN.cmsQuery("k", List.of("a"))),
                sends("TOPK.ADD k a b", TOP_K.topkAdd("k", "a", "b")),
                sends("TOPK.ADD k a", TOP_K.topkAdd("k", List.of("a"))),
                sends("TOPK.COUNT k a b", TOP_K.topkCount("k", "a", "b")),
                sends("TOPK.INCRBY k a 3", TOP_K.topkIncrBy("k", "a", 3)),
                sends("TOPK.INCRBY k a 1 b 2", TOP_K.topkIncrBy("k", weights())),
                sends("TOPK.INFO k", TOP_K.topkInfo("k")),
                sends("TOPK.LIST k", TOP_K.topkList("k")),
                sends("TOPK.LIST k WITHCOUNT", TOP_K.topkListWithCount("k")),
                sends("TOPK.QUERY k a b", TOP_K.topkQuery("k", "a", "b")),
                sends("TOPK.QUERY k a", TOP_K.topkQuery("k", List.of("a"))),
                sends("TOPK.RESERVE k 50", TOP_K.topkReserve("k", 50)),
                sends("TOPK.RESERVE k 50 2000 7 0.925", TOP_K.topkReserve("k", 50, 2000, 7, 0.925)));
    }

    static Stream<ArgumentSet> digests() {
        return Stream.of(
                sends("TDIGEST.ADD k 1 2.5", DIGEST.tdigestAdd("k", 1, 2.5)),
                sends("TDIGEST.BYRANK k 0 9", DIGEST.tdigestByRank("k", 0, 9)),
                sends("TDIGEST.BYREVRANK k 0 9", DIGEST.tdigestByRevRank("k", 0, 9)),
                sends("TDIGEST.CDF k -1 2", DIGEST.tdigestCdf("k", -1, 2)),
                sends("TDIGEST.CREATE k", DIGEST.tdigestCreate("k")),
                sends("TDIGEST.CREATE k COMPRESSION 1000", DIGEST.tdigestCreate("k", 1000)),
                sends("TDIGEST.INFO k", DIGEST.tdigestInfo("k")),
                sends("TDIGEST.MAX k", DIGEST.tdigestMax("k")),
                sends("TDIGEST.MERGE d 2 a b", DIGEST.tdigestMerge("d", "a", "b")),
                sends(
                        "TDIGEST.MERGE d 1 a COMPRESSION 200 OVERRIDE",
                        DIGEST.tdigestMerge(
                                "d",
                                TDigestMergeArgs.defaults().compression(200).override(),
                                "a")),
                sends("TDIGEST.MIN k", DIGEST.tdigestMin("k")),
                sends("TDIGEST.QUANTILE k 0 0.5 1", DIGEST.tdigestQuantile("k", 0, 0.5, 1)),
                sends("TDIGEST.RANK k 1 2", DIGEST.tdigestRank("k", 1, 2)),
                sends("TDIGEST.RESET k", DIGEST.tdigestReset("k")),
                sends("TDIGEST.REVRANK k 1 2", DIGEST.tdigestRevRank("k", 1, 2)),
                sends("TDIGEST.TRIMMED_MEAN k 0.1 0.9", DIGEST.tdigestTrimmedMean("k", 0.1, 0.9)));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "BF.ADD null", () -> BLOOM.bfAdd(null, "a")),
                refused("item", "BF.ADD of no item", () -> BLOOM.bfAdd("k", null)),
                refused("items", "BF.MADD of nothing", () -> BLOOM.bfMadd("k")),
                refused("items", "BF.MEXISTS of an empty list", () -> BLOOM.bfMexists("k", List.of())),
                refused("args", "BF.INSERT without options", () -> BLOOM.bfInsert("k", null, "a")),
                refused(
                        "noCreate",
                        "NOCREATE with CAPACITY",
                        () -> BloomInsertArgs.noCreate().capacity(1)),
                refused(
                        "noCreate",
                        "NOCREATE with ERROR",
                        () -> BloomInsertArgs.noCreate().errorRate(0.1)),
                refused("items", "CAPACITY 0", () -> BloomInsertArgs.defaults().capacity(0)),
                refused("rate", "ERROR 1", () -> BloomInsertArgs.defaults().errorRate(1)),
                refused("factor", "EXPANSION 0", () -> BloomReserveArgs.expansion(0)),
                refused("errorRate", "BF.RESERVE NaN", () -> BLOOM.bfReserve("k", Double.NaN, 1)),
                refused("errorRate", "BF.RESERVE 0", () -> BLOOM.bfReserve("k", 0, 1)),
                refused("capacity", "BF.RESERVE for nothing", () -> BLOOM.bfReserve("k", 0.1, 0)),
                refused("iterator", "BF.SCANDUMP -1", () -> BLOOM.bfScanDump("k", -1)),
                refused("chunk", "BF.LOADCHUNK null", () -> BLOOM.bfLoadChunk("k", null)),
                refused("items", "CF.INSERT of nothing", () -> CUCKOO.cfInsert("k", CuckooInsertArgs.defaults())),
                refused("items", "CF CAPACITY 0", () -> CuckooInsertArgs.capacity(0)),
                refused(
                        "items",
                        "BUCKETSIZE 256",
                        () -> CuckooReserveArgs.defaults().bucketSize(256)),
                refused(
                        "attempts",
                        "MAXITERATIONS 0",
                        () -> CuckooReserveArgs.defaults().maxIterations(0)),
                refused(
                        "factor",
                        "CF EXPANSION -1",
                        () -> CuckooReserveArgs.defaults().expansion(-1)),
                refused("capacity", "CF.RESERVE 0", () -> CUCKOO.cfReserve("k", 0)),
                refused("chunk", "CF.LOADCHUNK null", () -> CUCKOO.cfLoadChunk("k", null)),
                refused("increment", "CMS.INCRBY 0", () -> COUNT_MIN.cmsIncrBy("k", "a", 0)),
                refused("increments", "CMS.INCRBY of nothing", () -> COUNT_MIN.cmsIncrBy("k", Map.of())),
                refused("an increment", "CMS.INCRBY -1", () -> COUNT_MIN.cmsIncrBy("k", Map.of("a", -1L))),
                refused("width", "CMS.INITBYDIM 0", () -> COUNT_MIN.cmsInitByDim("k", 0, 1)),
                refused("error", "CMS.INITBYPROB 0", () -> COUNT_MIN.cmsInitByProb("k", 0, 0.1)),
                refused("probability", "CMS.INITBYPROB 1", () -> COUNT_MIN.cmsInitByProb("k", 0.1, 1)),
                refused("sources", "CMS.MERGE of nothing", () -> COUNT_MIN.cmsMerge("d")),
                refused("weights", "CMS.MERGE without weights", () -> COUNT_MIN.cmsMerge("d", Map.of())),
                refused("increment", "TOPK.INCRBY 100001", () -> TOP_K.topkIncrBy("k", "a", 100_001)),
                refused("an increment", "TOPK.INCRBY 0", () -> TOP_K.topkIncrBy("k", Map.of("a", 0L))),
                refused("k", "TOPK.RESERVE 0", () -> TOP_K.topkReserve("k", 0)),
                refused("decay", "a decay of 1.1", () -> TOP_K.topkReserve("k", 1, 1, 1, 1.1)),
                refused("observations", "TDIGEST.ADD of nothing", () -> DIGEST.tdigestAdd("k")),
                refused("an observation", "TDIGEST.ADD NaN", () -> DIGEST.tdigestAdd("k", Double.NaN)),
                refused("ranks", "TDIGEST.BYRANK of nothing", () -> DIGEST.tdigestByRank("k")),
                refused("a rank", "TDIGEST.BYRANK -1", () -> DIGEST.tdigestByRank("k", -1)),
                refused("numbers", "TDIGEST.RANK null", () -> DIGEST.tdigestRank("k", (double[]) null)),
                refused("a quantile", "TDIGEST.QUANTILE 1.1", () -> DIGEST.tdigestQuantile("k", 1.1)),
                refused("compression", "COMPRESSION 0", () -> DIGEST.tdigestCreate("k", 0)),
                refused(
                        "newCompression",
                        "merged COMPRESSION 0",
                        () -> TDigestMergeArgs.defaults().compression(0)),
                refused("sources", "TDIGEST.MERGE of nothing", () -> DIGEST.tdigestMerge("d")),
                refused("lowCut", "nothing between cuts", () -> DIGEST.tdigestTrimmedMean("k", 0.5, 0.5)),
                refused("highCut", "a cut above 1", () -> DIGEST.tdigestTrimmedMean("k", 0.5, 2)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("BF.EXISTS", BLOOM.bfExists("k", "a"), true),
                argumentSet("BF.ADD tells what is new", BLOOM.bfAdd("k", "a"), false),
                argumentSet("BF.RESERVE fails then", BLOOM.bfReserve("k", 0.1, 1), false),
                argumentSet("BF.SCANDUMP counts as a write", BLOOM.bfScanDump("k", 0), false),
                argumentSet("CF.ADD adds again", CUCKOO.cfAdd("k", "a"), false),
                argumentSet("CMS.QUERY", COUNT_MIN.cmsQuery("k", "a"), true),
                argumentSet("CMS.MERGE may add to itself", COUNT_MIN.cmsMerge("k", "k"), false),
                argumentSet("TOPK.ADD", TOP_K.topkAdd("k", "a"), false),
                argumentSet("TDIGEST.ADD", DIGEST.tdigestAdd("k", 1), false),
                argumentSet("TDIGEST.RESET is not proved", DIGEST.tdigestReset("k"), false));
    }

    private static Map<String, Long> weights() {
        Map<String, Long> weights = new LinkedHashMap<>();
        weights.put("a", 1L);
        weights.put("b", 2L);
        return weights;
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
