package io.sorrel.redis.command.definition;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.RequestPolicy;
import io.sorrel.redis.command.args.AggregateArgs;
import io.sorrel.redis.command.args.CursorArgs;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.args.HighlightArgs;
import io.sorrel.redis.command.args.HybridFusion;
import io.sorrel.redis.command.args.HybridQuery;
import io.sorrel.redis.command.args.HybridText;
import io.sorrel.redis.command.args.HybridVector;
import io.sorrel.redis.command.args.QueryField;
import io.sorrel.redis.command.args.QueryParams;
import io.sorrel.redis.command.args.Reducer;
import io.sorrel.redis.command.args.ScoreRange;
import io.sorrel.redis.command.args.SearchArgs;
import io.sorrel.redis.command.args.SortField;
import io.sorrel.redis.command.args.SummarizeArgs;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"NullAway", "DataFlowIssue"})
class SearchDefinitionsTest {
    private static final SearchDefinitions<String, String> SEARCH = new SearchDefinitions<>(RedisCodec.utf8());
    private static final float ABCD = Float.intBitsToFloat(0x64636261);
    private static final HybridText TEXT = HybridText.of("shoes");
    private static final HybridVector VECTOR = HybridVector.of("v", ABCD);

    @ParameterizedTest
    @MethodSource({"commands", "searches", "aggregates", "reducers", "hybrids"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        AggregateArgs counted = AggregateArgs.defaults().groupBy("kind", Reducer.count());
        String words = "GROUPBY 1 @kind REDUCE COUNT 0 DIALECT 2";
        return Stream.of(
                sends("FT.SEARCH idx @title:é DIALECT 2", SEARCH.ftSearch("idx", "@title:é")),
                sends("FT.AGGREGATE idx * " + words, SEARCH.ftAggregate("idx", "*", counted)),
                sends(
                        "FT.AGGREGATE idx * " + words + " WITHCURSOR",
                        SEARCH.ftAggregateWithCursor("idx", "*", counted, CursorArgs.defaults())),
                sends(
                        "FT.AGGREGATE idx * " + words + " WITHCURSOR COUNT 10 MAXIDLE 5000",
                        SEARCH.ftAggregateWithCursor(
                                "idx",
                                "*",
                                counted,
                                CursorArgs.defaults().count(10).maxIdle(Duration.ofSeconds(5)))),
                sends("FT.CURSOR READ idx 342459320", SEARCH.ftCursorRead("idx", 342459320)),
                sends("FT.CURSOR READ idx 342459320 COUNT 50", SEARCH.ftCursorRead("idx", 342459320, 50)),
                sends("FT.CURSOR DEL idx 342459320", SEARCH.ftCursorDel("idx", 342459320)),
                sends("FT.EXPLAIN idx a b DIALECT 2", SEARCH.ftExplain("idx", "a b")),
                sends("FT.EXPLAINCLI idx a b DIALECT 2", SEARCH.ftExplainCli("idx", "a b")),
                sends(
                        "FT.PROFILE idx SEARCH QUERY a b LIMIT 0 1 DIALECT 2",
                        SEARCH.ftProfileSearch(
                                "idx", "a b", SearchArgs.defaults().limit(0, 1))),
                sends("FT.PROFILE idx AGGREGATE QUERY * " + words, SEARCH.ftProfileAggregate("idx", "*", counted)),
                sends(
                        "FT.PROFILE idx SEARCH LIMITED QUERY a b DIALECT 2",
                        SEARCH.ftProfileSearchLimited("idx", "a b", SearchArgs.defaults())),
                sends(
                        "FT.PROFILE idx AGGREGATE LIMITED QUERY * " + words,
                        SEARCH.ftProfileAggregateLimited("idx", "*", counted)));
    }

    static Stream<ArgumentSet> searches() {
        SearchArgs args = SearchArgs.defaults();
        return Stream.of(
                search(
                        "NOCONTENT VERBATIM NOSTOPWORDS",
                        args.noContent().verbatim().noStopWords()),
                search(
                        "WITHSCORES WITHPAYLOADS WITHSORTKEYS",
                        args.withScores().withPayloads().withSortKeys()),
                search("WITHSCORES EXPLAINSCORE", args.explainScore()),
                search(
                        "FILTER price 1 (2.5 FILTER size -inf 7 GEOFILTER place -0.5 51 3 km"
                                + " GEOFILTER place 1 2 5 m",
                        args.filter("price", ScoreRange.closedOpen(1, 2.5))
                                .filter("@size", ScoreRange.atMost(7))
                                .geoFilter("place", -0.5, 51, 3, GeoUnit.KILOMETERS)
                                .geoFilter("@place", 1, 2, 5, GeoUnit.METERS)),
                search("INKEYS 2 a b INFIELDS 1 title", args.inKeys("a", "b").inFields("title")),
                search("RETURN 2 title $.price", args.returning("@title", "$.price")),
                search(
                        "RETURN 4 title $.price AS price",
                        args.returning(
                                QueryField.of("title"), QueryField.of("$.price").as("price"))),
                search(
                        "SUMMARIZE HIGHLIGHT",
                        args.summarize(SummarizeArgs.allFields()).highlight(HighlightArgs.allFields())),
                search(
                        "SUMMARIZE FIELDS 2 a b FRAGS 4 LEN 10 SEPARATOR ;" + " HIGHLIGHT FIELDS 1 a TAGS <i> </i>",
                        args.summarize(SummarizeArgs.fields("a", "b")
                                        .fragments(4)
                                        .length(10)
                                        .separator(";"))
                                .highlight(HighlightArgs.fields("a").tags("<i>", "</i>"))),
                search("SLOP 0 INORDER TIMEOUT 500", args.slop(0).inOrder().timeout(ofMillis(500))),
                search(
                        "LANGUAGE german EXPANDER own SCORER BM25STD PAYLOAD more",
                        args.language("german")
                                .expander("own")
                                .scorer("BM25STD")
                                .payload("more")),
                search(
                        "SORTBY price ASC LIMIT 10 5",
                        args.sortBy(SortField.ascending("price")).limit(10, 5)),
                search("SORTBY price DESC WITHCOUNT", args.sortByWithCount(SortField.descending("@price"))),
                sends(
                        "FT.SEARCH idx q WITHSCORES PARAMS 8 name é min -inf vec abcdabcd raw xyz DIALECT 3",
                        SEARCH.ftSearch(
                                "idx",
                                "q",
                                args.params(QueryParams.none()
                                                .text("name", "é")
                                                .number("min", Double.NEGATIVE_INFINITY)
                                                .vector("vec", ABCD, ABCD)
                                                .bytes("raw", new byte[] {'x', 'y', 'z'}))
                                        .dialect(3)
                                        .withScores())));
    }

    static Stream<ArgumentSet> aggregates() {
        AggregateArgs args = AggregateArgs.defaults();
        return Stream.of(
                aggregate("LOAD *", args.loadAll()),
                aggregate("LOAD 3 @__key $.a @title", args.load("__key", "$.a", "@title")),
                aggregate("LOAD 3 $.a AS b", args.load(QueryField.of("$.a").as("b"))),
                aggregate(
                        "VERBATIM ADDSCORES SCORER TFIDF TIMEOUT 10 LIMIT 0 3",
                        args.limit(0, 3).verbatim().addScores().scorer("TFIDF").timeout(ofMillis(10))),
                aggregate(
                        "APPLY year(@at) AS year GROUPBY 2 @year @kind REDUCE COUNT 0 AS num REDUCE SUM 1 @price"
                                + " FILTER @num > 3 SORTBY 4 @num DESC @year ASC APPLY @num / 2 AS half LIMIT 5 10",
                        args.apply("year(@at)", "year")
                                .groupBy(
                                        List.of("year", "@kind"),
                                        Reducer.count().as("num"),
                                        Reducer.sum("price"))
                                .filter("@num > 3")
                                .sortBy(SortField.descending("num"), SortField.ascending("@year"))
                                .apply("@num / 2", "@half")
                                .limit(5, 10)),
                aggregate(
                        "GROUPBY 0 REDUCE COUNT 0 AS n",
                        args.groupAll(Reducer.count().as("n"))),
                aggregate("GROUPBY 1 @kind", args.groupBy("kind")),
                aggregate("SORTBY 2 @num DESC MAX 5", args.sortByTop(5, SortField.descending("num"))),
                sends(
                        "FT.AGGREGATE idx q LOAD * PARAMS 2 a b DIALECT 1",
                        SEARCH.ftAggregate(
                                "idx",
                                "q",
                                args.dialect(1)
                                        .params(QueryParams.none().text("a", "b"))
                                        .loadAll())));
    }

    static Stream<ArgumentSet> reducers() {
        return Stream.of(
                reduce("COUNT 0", Reducer.count()),
                reduce("COUNT_DISTINCT 1 @a", Reducer.countDistinct("a")),
                reduce(
                        "COUNT_DISTINCTISH 1 @a AS b",
                        Reducer.countDistinctish("@a").as("b")),
                reduce("SUM 1 @a", Reducer.sum("a")),
                reduce("MIN 1 @a", Reducer.min("a")),
                reduce("MAX 1 @a", Reducer.max("a")),
                reduce("AVG 1 @a AS b", Reducer.avg("a").as("@b")),
                reduce("STDDEV 1 @a", Reducer.stddev("a")),
                reduce("QUANTILE 2 @a 0.5 AS median", Reducer.quantile("a", 0.5).as("median")),
                reduce("TOLIST 1 @a", Reducer.toList("a")),
                reduce("FIRST_VALUE 1 @a", Reducer.firstValue("a")),
                reduce(
                        "FIRST_VALUE 4 @a BY @b DESC AS c",
                        Reducer.firstValue("a", SortField.descending("b")).as("c")),
                reduce("RANDOM_SAMPLE 2 @a 10", Reducer.randomSample("a", 10)));
    }

    static Stream<ArgumentSet> hybrids() {
        HybridQuery query = HybridQuery.of(TEXT, VECTOR);
        String both = "SEARCH shoes VSIM @v $vsim";
        String vector = " PARAMS 2 vsim abcd";
        return Stream.of(
                hybrid(both + vector, query),
                hybrid(
                        "SEARCH shoes SCORER TFIDF YIELD_SCORE_AS t VSIM @v $vsim KNN 2 K 5 FILTER @a:[1 2]"
                                + " YIELD_SCORE_AS d COMBINE RRF 4 CONSTANT 30 WINDOW 50" + vector,
                        HybridQuery.of(
                                        TEXT.scorer("TFIDF").yieldScoreAs("@t"),
                                        VECTOR.nearest(5).filter("@a:[1 2]").yieldScoreAs("d"))
                                .combine(HybridFusion.byRank(30).window(50))),
                hybrid(
                        "SEARCH shoes VSIM @v $vsim KNN 4 K 5 EF_RUNTIME 20 COMBINE RRF 2 CONSTANT 60" + vector,
                        HybridQuery.of(TEXT, VECTOR.nearest(5, 20)).combine(HybridFusion.byRank())),
                hybrid(
                        "SEARCH shoes VSIM @v $vsim RANGE 2 RADIUS 0.5" + vector,
                        HybridQuery.of(TEXT, VECTOR.nearest(5).within(0.5))),
                hybrid(
                        "SEARCH shoes VSIM @v $vsim RANGE 4 RADIUS 0.5 EPSILON 0.1" + vector,
                        HybridQuery.of(TEXT, VECTOR.within(0.5, 0.1))),
                hybrid(
                        both + " COMBINE LINEAR 8 ALPHA 0.7 BETA 0.3 WINDOW 5 YIELD_SCORE_AS s" + vector
                                + " LOAD 2 @title $.a SORTBY 2 @s ASC LIMIT 0 5 TIMEOUT 20",
                        query.combine(HybridFusion.weighted(0.7, 0.3).window(5).yieldScoreAs("s"))
                                .load("title", "$.a")
                                .sortBy(SortField.ascending("s"))
                                .limit(0, 5)
                                .timeout(ofMillis(20))),
                hybrid(
                        both + " PARAMS 4 min 1 vsim abcd FILTER @a > 1 GROUPBY 1 @kind REDUCE COUNT 0 APPLY @a*2 AS b"
                                + " NOSORT",
                        query.filter("@a > 1")
                                .groupBy(List.of("kind"), Reducer.count())
                                .apply("@a*2", "b")
                                .noSort()
                                .params(QueryParams.none().number("min", 1))),
                hybrid(both + vector + " LOAD *", query.loadAll()),
                hybrid(
                        "SEARCH shoes VSIM @w $vsim PARAMS 2 vsim xy LOAD 3 @title AS t",
                        HybridQuery.of(TEXT, HybridVector.ofBytes("@w", new byte[] {'x', 'y'}))
                                .load(QueryField.of("title").as("t"))));
    }

    @ParameterizedTest
    @MethodSource({"wrongSearches", "wrongAggregates", "wrongHybrids"})
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongSearches() {
        SearchArgs args = SearchArgs.defaults();
        return Stream.of(
                refused("query", "FT.SEARCH null", () -> SEARCH.ftSearch("idx", null)),
                refused("args", "FT.SEARCH without options", () -> SEARCH.ftSearch("idx", "*", null)),
                refused("range", "FILTER null", () -> args.filter("a", null)),
                refused("longitude", "GEOFILTER 181", () -> args.geoFilter("a", 181, 0, 1, GeoUnit.FEET)),
                refused("radius", "GEOFILTER -1", () -> args.geoFilter("a", 0, 0, -1, GeoUnit.FEET)),
                refused("unit", "GEOFILTER null", () -> args.geoFilter("a", 0, 0, 1, null)),
                refused("keys", "INKEYS 0", () -> args.inKeys()),
                refused("fields", "RETURN 0", () -> args.returning(new String[0])),
                refused("a field of fields", "RETURN null", () -> args.returning((QueryField) null)),
                refused("parts", "FRAGS 0", () -> SummarizeArgs.allFields().fragments(0)),
                refused("open", "TAGS null", () -> HighlightArgs.allFields().tags(null, "")),
                refused("words", "SLOP -1", () -> args.slop(-1)),
                refused("timeout", "TIMEOUT 0", () -> args.timeout(Duration.ZERO)),
                refused("field", "SORTBY null", () -> args.sortBy(null)),
                refused("field", "sorted by nothing", () -> SortField.ascending("@")),
                refused("offset", "LIMIT -1 1", () -> args.limit(-1, 1)),
                refused("count", "LIMIT 0 -1", () -> args.limit(0, -1)),
                refused("newParams", "PARAMS null", () -> args.params(null)),
                refused("name", "PARAMS $a", () -> QueryParams.none().text("$a", "b")),
                refused(
                        "vector",
                        "a vector of nothing",
                        () -> QueryParams.none().vector("v")),
                refused(
                        "value",
                        "a number that is none",
                        () -> QueryParams.none().number("v", Double.NaN)),
                refused("newDialect", "DIALECT 0", () -> args.dialect(0)),
                refused("count", "COUNT 0", () -> SEARCH.ftCursorRead("idx", 1, 0)));
    }

    static Stream<ArgumentSet> wrongAggregates() {
        AggregateArgs args = AggregateArgs.defaults();
        return Stream.of(
                refused("args", "FT.AGGREGATE null", () -> SEARCH.ftAggregate("idx", "*", null)),
                refused("cursor", "WITHCURSOR null", () -> SEARCH.ftAggregateWithCursor("idx", "*", args, null)),
                refused("fields", "LOAD 0", () -> args.load(new String[0])),
                refused("fields", "GROUPBY nothing", () -> args.groupBy(List.of(), Reducer.count())),
                refused("a reducer", "REDUCE null", () -> args.groupBy("a", (Reducer) null)),
                refused("fields", "SORTBY 0", () -> args.sortBy()),
                refused("max", "MAX 0", () -> args.sortByTop(0, SortField.ascending("a"))),
                refused("expression", "APPLY nothing", () -> args.apply("", "a")),
                refused("alias", "APPLY AS nothing", () -> args.apply("1", "")),
                refused("expression", "FILTER null", () -> args.filter(null)),
                refused("part", "QUANTILE 2", () -> Reducer.quantile("a", 2)),
                refused("size", "RANDOM_SAMPLE 0", () -> Reducer.randomSample("a", 0)),
                refused("by", "FIRST_VALUE BY null", () -> Reducer.firstValue("a", null)),
                refused("rows", "COUNT 0", () -> CursorArgs.defaults().count(0)),
                refused("idle", "MAXIDLE 0", () -> CursorArgs.defaults().maxIdle(Duration.ZERO)));
    }

    static Stream<ArgumentSet> wrongHybrids() {
        return Stream.of(
                refused("query", "FT.HYBRID null", () -> SEARCH.ftHybrid("idx", null)),
                refused("query", "SEARCH nothing", () -> HybridText.of("")),
                refused("text", "no text", () -> HybridQuery.of(null, VECTOR)),
                refused("vector", "no vector", () -> HybridQuery.of(TEXT, null)),
                refused("a number of vector", "a vector of infinity", () -> HybridVector.of("v", 1 / 0f)),
                refused("count", "K 0", () -> VECTOR.nearest(0)),
                refused("candidates", "EF_RUNTIME 0", () -> VECTOR.nearest(1, 0)),
                refused("radius", "RADIUS -1", () -> VECTOR.within(-1)),
                refused("epsilon", "EPSILON -1", () -> VECTOR.within(1, -1)),
                refused("constant", "CONSTANT 0", () -> HybridFusion.byRank(0)),
                refused("textWeight", "ALPHA NaN", () -> HybridFusion.weighted(Double.NaN, 1)),
                refused("documents", "WINDOW 0", () -> HybridFusion.byRank().window(0)),
                refused(
                        "newParams",
                        "a second parameter of the vector's name",
                        () -> HybridQuery.of(TEXT, VECTOR)
                                .params(QueryParams.none().text("vsim", "a"))));
    }

    @Test
    void copiesTheBytesOfParameters() {
        byte[] bytes = {'a'};
        QueryParams params = QueryParams.none().bytes("p", bytes);
        bytes[0] = 'b';

        assertThat(SentWords.of(
                        SEARCH.ftSearch("idx", "*", SearchArgs.defaults().params(params))))
                .contains("a")
                .doesNotContain("b");
    }

    @Test
    void cursorsAreReadOnceWhereTheyWereMade() {
        Command<?> first = SEARCH.ftAggregateWithCursor("i", "*", AggregateArgs.defaults(), CursorArgs.defaults());

        for (Command<?> command : List.of(first, SEARCH.ftCursorRead("i", 1), SEARCH.ftCursorDel("i", 1))) {
            assertThat(command.spec().isIdempotent()).isFalse();
            assertThat(command.spec().isReadOnly()).isFalse();
            assertThat(command.spec().requestPolicy()).isEqualTo(RequestPolicy.SPECIAL);
        }
        assertThat(SEARCH.ftSearch("i", "*").spec().isReadOnly()).isTrue();
    }

    private static ArgumentSet search(String words, SearchArgs args) {
        return sends("FT.SEARCH idx q " + words + " DIALECT 2", SEARCH.ftSearch("idx", "q", args));
    }

    private static ArgumentSet aggregate(String words, AggregateArgs args) {
        return sends("FT.AGGREGATE idx q " + words + " DIALECT 2", SEARCH.ftAggregate("idx", "q", args));
    }

    private static ArgumentSet reduce(String words, Reducer reducer) {
        return aggregate(
                "GROUPBY 1 @g REDUCE " + words, AggregateArgs.defaults().groupBy("g", reducer));
    }

    private static ArgumentSet hybrid(String words, HybridQuery query) {
        return sends("FT.HYBRID idx " + words, SEARCH.ftHybrid("idx", query));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
