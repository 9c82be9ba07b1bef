package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.IndexArgs;
import io.sorrel.redis.command.args.SearchField;
import io.sorrel.redis.command.args.SpellcheckArgs;
import io.sorrel.redis.command.args.SugAddArgs;
import io.sorrel.redis.command.args.SugGetArgs;
import io.sorrel.redis.command.args.SvsVectorIndex.Compression;
import io.sorrel.redis.command.args.VectorIndex;
import io.sorrel.redis.command.args.VectorMetric;
import io.sorrel.redis.command.args.VectorType;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"NullAway", "DataFlowIssue"})
class SearchIndexDefinitionsTest {
    private static final SearchIndexDefinitions<String, String> INDEXES =
            new SearchIndexDefinitions<>(RedisCodec.utf8());
    private static final SearchDictionaryDefinitions<String, String> DICTIONARIES =
            new SearchDictionaryDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"indexes", "options", "fields", "dictionaries"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> indexes() {
        SearchField title = SearchField.text("title");
        return Stream.of(
                sends("FT.ALIASADD a idx", INDEXES.ftAliasAdd("a", "idx")),
                sends("FT.ALIASDEL a", INDEXES.ftAliasDel("a")),
                sends("FT.ALIASLIST idx", INDEXES.ftAliasList("idx")),
                sends("FT.ALIASUPDATE a idx", INDEXES.ftAliasUpdate("a", "idx")),
                sends("FT.ALTER idx SCHEMA ADD title TEXT", INDEXES.ftAlter("idx", title)),
                sends(
                        "FT.ALTER idx SKIPINITIALSCAN SCHEMA ADD title TEXT place GEO",
                        INDEXES.ftAlterWithoutScan("idx", title, SearchField.geo("place"))),
                sends("FT.CONFIG GET *", INDEXES.ftConfigGet("*")),
                sends("FT.CONFIG SET TIMEOUT 500", INDEXES.ftConfigSet("TIMEOUT", "500")),
                sends("FT.CREATE idx SCHEMA title TEXT", INDEXES.ftCreate("idx", title)),
                sends("FT.DROPINDEX idx", INDEXES.ftDropIndex("idx")),
                sends("FT.DROPINDEX idx DD", INDEXES.ftDropIndexAndDocuments("idx")),
                sends("FT.INFO idx", INDEXES.ftInfo("idx")),
                sends("FT._LIST", INDEXES.ftList()),
                sends("FT.SYNDUMP idx", INDEXES.ftSynDump("idx")),
                sends("FT.SYNUPDATE idx g boy child", INDEXES.ftSynUpdate("idx", "g", "boy", "child")),
                sends("FT.SYNUPDATE idx g SKIPINITIALSCAN boy", INDEXES.ftSynUpdateWithoutScan("idx", "g", "boy")),
                sends("FT.TAGVALS idx kind", INDEXES.ftTagVals("idx", "kind")));
    }

    static Stream<ArgumentSet> options() {
        return Stream.of(
                created("ON HASH", IndexArgs.hashes()),
                created("ON JSON INDEXALL ENABLE", IndexArgs.json().indexAll()),
                created(
                        "ON HASH PREFIX 2 blog: é: FILTER @age>17",
                        IndexArgs.hashes().prefixes("blog:", "é:").filter("@age>17")),
                created(
                        "ON HASH PREFIX 1 b: LANGUAGE german",
                        IndexArgs.hashes().prefixes("a:").language("german").prefixes("b:")),
                created(
                        "ON JSON LANGUAGE german LANGUAGE_FIELD lang SCORE 0.5 SCORE_FIELD rank PAYLOAD_FIELD more",
                        IndexArgs.json()
                                .language("german")
                                .languageField("lang")
                                .score(0.5)
                                .scoreField("rank")
                                .payloadField("more")),
                created(
                        "ON HASH MAXTEXTFIELDS TEMPORARY 60 NOOFFSETS NOHL NOFIELDS NOFREQS",
                        IndexArgs.hashes()
                                .maxTextFields()
                                .temporary(Duration.ofMinutes(1))
                                .noOffsets()
                                .noHighlight()
                                .noFields()
                                .noFrequencies()),
                created(
                        "ON HASH STOPWORDS 2 the a SKIPINITIALSCAN",
                        IndexArgs.hashes().stopWords("the", "a").skipInitialScan()),
                created("ON HASH STOPWORDS 0", IndexArgs.hashes().stopWords()));
    }

    static Stream<ArgumentSet> fields() {
        return Stream.of(
                field("title TEXT", SearchField.text("title")),
                field(
                        "$.title AS title TEXT NOSTEM WEIGHT 2.5 PHONETIC dm:en WITHSUFFIXTRIE INDEXEMPTY"
                                + " INDEXMISSING SORTABLE UNF NOINDEX",
                        SearchField.text("$.title")
                                .noIndex()
                                .sortableUnnormalized()
                                .indexMissing()
                                .as("title")
                                .noStem()
                                .weight(2.5)
                                .phonetic("dm:en")
                                .withSuffixTrie()
                                .indexEmpty()),
                field(
                        "kind TAG SEPARATOR ; CASESENSITIVE WITHSUFFIXTRIE INDEXEMPTY SORTABLE",
                        SearchField.tag("kind")
                                .separator(';')
                                .caseSensitive()
                                .withSuffixTrie()
                                .indexEmpty()
                                .sortable()),
                field(
                        "price NUMERIC INDEXMISSING SORTABLE",
                        SearchField.numeric("price").sortable().indexMissing()),
                field(
                        "at AS place GEO NOINDEX",
                        SearchField.geo("at").as("@place").noIndex()),
                field("area GEOSHAPE", SearchField.geoShape("area")),
                field(
                        "area GEOSHAPE FLAT",
                        SearchField.geoShape("area").spherical().flat()),
                field(
                        "area AS a GEOSHAPE SPHERICAL INDEXMISSING",
                        SearchField.geoShape("area").as("a").spherical().indexMissing()),
                field(
                        "v VECTOR FLAT 6 TYPE FLOAT32 DIM 3 DISTANCE_METRIC L2",
                        SearchField.vector("v", VectorIndex.flat(VectorType.FLOAT32, 3, VectorMetric.EUCLIDEAN))),
                field(
                        "v AS w VECTOR FLAT 10 TYPE INT8 DIM 3 DISTANCE_METRIC IP INITIAL_CAP 100 BLOCK_SIZE 10",
                        SearchField.vector(
                                        "v",
                                        VectorIndex.flat(VectorType.INT8, 3, VectorMetric.INNER_PRODUCT)
                                                .initialCapacity(100)
                                                .blockSize(10))
                                .as("w")),
                field(
                        "v VECTOR HNSW 16 TYPE FLOAT64 DIM 3 DISTANCE_METRIC COSINE INITIAL_CAP 9 M 40"
                                + " EF_CONSTRUCTION 250 EF_RUNTIME 20 EPSILON 0.8 INDEXMISSING",
                        SearchField.vector(
                                        "v",
                                        VectorIndex.hnsw(VectorType.FLOAT64, 3, VectorMetric.COSINE)
                                                .initialCapacity(9)
                                                .maxLinks(40)
                                                .constructionCandidates(250)
                                                .queryCandidates(20)
                                                .epsilon(0.8))
                                .indexMissing()),
                field(
                        "v VECTOR SVS-VAMANA 20 TYPE FLOAT16 DIM 768 DISTANCE_METRIC COSINE COMPRESSION LeanVec4x8"
                                + " CONSTRUCTION_WINDOW_SIZE 200 GRAPH_MAX_DEGREE 64 SEARCH_WINDOW_SIZE 15 EPSILON 0.1"
                                + " TRAINING_THRESHOLD 10240 REDUCE 384",
                        SearchField.vector(
                                "v",
                                VectorIndex.svsVamana(VectorType.FLOAT16, 768, VectorMetric.COSINE)
                                        .compression(Compression.LEANVEC4X8)
                                        .constructionCandidates(200)
                                        .maxLinks(64)
                                        .queryCandidates(15)
                                        .epsilon(0.1)
                                        .trainingThreshold(10240)
                                        .reduce(384))));
    }

    static Stream<ArgumentSet> dictionaries() {
        return Stream.of(
                sends("FT.DICTADD d a é", DICTIONARIES.ftDictAdd("d", "a", "é")),
                sends("FT.DICTDEL d a", DICTIONARIES.ftDictDel("d", "a")),
                sends("FT.DICTDUMP d", DICTIONARIES.ftDictDump("d")),
                sends("FT.SPELLCHECK idx helo DIALECT 2", DICTIONARIES.ftSpellcheck("idx", "helo")),
                sends(
                        "FT.SPELLCHECK idx helo DISTANCE 2 TERMS EXCLUDE slang TERMS INCLUDE names ann bob DIALECT 1",
                        DICTIONARIES.ftSpellcheck(
                                "idx",
                                "helo",
                                SpellcheckArgs.defaults()
                                        .dialect(1)
                                        .distance(2)
                                        .exclude("slang")
                                        .include("names", "ann", "bob"))),
                sends("FT.SUGADD k hello 1", DICTIONARIES.ftSugAdd("k", "hello", 1)),
                sends(
                        "FT.SUGADD k hello 0.5 INCR PAYLOAD more",
                        DICTIONARIES.ftSugAdd(
                                "k",
                                "hello",
                                0.5,
                                SugAddArgs.defaults().increment().payload("more"))),
                sends("FT.SUGDEL k hello", DICTIONARIES.ftSugDel("k", "hello")),
                sends("FT.SUGGET k he", DICTIONARIES.ftSugGet("k", "he")),
                sends(
                        "FT.SUGGET k he FUZZY MAX 3",
                        DICTIONARIES.ftSugGet(
                                "k", "he", SugGetArgs.defaults().fuzzy().max(3))),
                sends(
                        "FT.SUGGET k he MAX 3 WITHSCORES WITHPAYLOADS",
                        DICTIONARIES.ftSugGetWithDetails(
                                "k", "he", SugGetArgs.defaults().max(3))),
                sends("FT.SUGLEN k", DICTIONARIES.ftSugLen("k")));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        IndexArgs args = IndexArgs.hashes();
        VectorType type = VectorType.FLOAT32;
        VectorMetric metric = VectorMetric.COSINE;
        return Stream.of(
                refused("index", "FT.INFO null", () -> INDEXES.ftInfo(null)),
                refused("fields", "FT.CREATE without fields", () -> INDEXES.ftCreate("idx")),
                refused("a field of fields", "FT.ALTER null", () -> INDEXES.ftAlter("idx", (SearchField) null)),
                refused("args", "FT.CREATE null", () -> INDEXES.ftCreate("i", (IndexArgs) null, SearchField.geo("a"))),
                refused("words", "a group of nothing", () -> INDEXES.ftSynUpdate("idx", "g")),
                refused("words", "no words", () -> DICTIONARIES.ftDictAdd("d")),
                refused("a word of words", "a word that is null", () -> DICTIONARIES.ftDictDel("d", "a", null)),
                refused("prefixes", "PREFIX 0", () -> args.prefixes()),
                refused("a text of prefixes", "an empty prefix", () -> args.prefixes("")),
                refused("expression", "an empty filter", () -> args.filter("")),
                refused("score", "SCORE 2", () -> args.score(2)),
                refused("unused", "TEMPORARY 0", () -> args.temporary(Duration.ZERO)),
                refused("identifier", "a field without a name", () -> SearchField.text("")),
                refused(
                        "alias",
                        "an alias of an at sign",
                        () -> SearchField.tag("a").as("@")),
                refused("weight", "WEIGHT -1", () -> SearchField.text("a").weight(-1)),
                refused("separator", "SEPARATOR é", () -> SearchField.tag("a").separator('é')),
                refused("index", "a vector without index", () -> SearchField.vector("a", null)),
                refused("type", "vectors of nothing", () -> VectorIndex.flat(null, 3, metric)),
                refused("type", "compressed whole numbers", () -> VectorIndex.svsVamana(VectorType.INT8, 3, metric)),
                refused("dimensions", "DIM 0", () -> VectorIndex.hnsw(type, 0, metric)),
                refused("metric", "no metric", () -> VectorIndex.hnsw(type, 1, null)),
                refused("links", "M 0", () -> VectorIndex.hnsw(type, 1, metric).maxLinks(0)),
                refused(
                        "part",
                        "EPSILON -1",
                        () -> VectorIndex.hnsw(type, 1, metric).epsilon(-1)),
                refused(
                        "compression",
                        "no compression",
                        () -> VectorIndex.svsVamana(type, 1, metric).compression(null)),
                refused("letters", "DISTANCE 5", () -> SpellcheckArgs.defaults().distance(5)),
                refused(
                        "newDialect",
                        "DIALECT 0",
                        () -> SpellcheckArgs.defaults().dialect(0)),
                refused("score", "FT.SUGADD NaN", () -> DICTIONARIES.ftSugAdd("k", "a", Double.NaN)),
                refused("texts", "MAX 0", () -> SugGetArgs.defaults().max(0)),
                refused("args", "FT.SUGADD without options", () -> DICTIONARIES.ftSugAdd("k", "a", 1, null)));
    }

    @Test
    void onlySuggestionsHaveKeys() {
        assertThat(DICTIONARIES.ftSugLen("k").spec().keys().first()).isEqualTo(1);
        assertThat(DICTIONARIES.ftDictDump("d").spec().keys().first()).isZero();
        assertThat(INDEXES.ftInfo("idx").spec().keys().first()).isZero();
    }

    private static ArgumentSet created(String words, IndexArgs args) {
        return sends("FT.CREATE idx " + words + " SCHEMA t TEXT", INDEXES.ftCreate("idx", args, SearchField.text("t")));
    }

    private static ArgumentSet field(String words, SearchField field) {
        return sends("FT.CREATE idx SCHEMA " + words, INDEXES.ftCreate("idx", field));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
