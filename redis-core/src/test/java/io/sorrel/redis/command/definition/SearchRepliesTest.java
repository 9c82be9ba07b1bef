package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.RecordedReply.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.AggregateArgs;
import io.sorrel.redis.command.args.CursorArgs;
import io.sorrel.redis.command.args.HybridQuery;
import io.sorrel.redis.command.args.HybridText;
import io.sorrel.redis.command.args.HybridVector;
import io.sorrel.redis.command.args.SearchArgs;
import io.sorrel.redis.command.reply.AggregatePage;
import io.sorrel.redis.command.reply.AggregateResult;
import io.sorrel.redis.command.reply.AggregateRow;
import io.sorrel.redis.command.reply.ProfiledQuery;
import io.sorrel.redis.command.reply.ScoreExplanation;
import io.sorrel.redis.command.reply.SearchDocument;
import io.sorrel.redis.command.reply.SearchResult;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies to queries as the documentation of the module shows them, in both protocols. */
class SearchRepliesTest {
    private static final SearchArgs ALL = SearchArgs.defaults();
    private static final AggregateArgs NOTHING = AggregateArgs.defaults();

    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());
    private final SearchDefinitions<String, String> search = commands.search();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*5|:7|'bike:1|*4|'title|'a é|'price|'270|'bike:2|*2|'$|'{\"a\":1}",
                "%5|'attributes|*0|'format|'STRING|'results|*2"
                        + "|%3|'id|'bike:1|'extra_attributes|%2|'title|'a é|'price|'270|'values|*0"
                        + "|%3|'id|'bike:2|'extra_attributes|%1|'$|'{\"a\":1}|'values|*0"
                        + "|'total_results|:7|'warning|*0",
                "%3|'results|*2|%2|'id|'bike:1|'extra_attributes|%2|'title|'a é|'price|,270"
                        + "|%3|'id|'bike:2|'fields|*1|'$|'extra_attributes|%1|'$|'{\"a\":1}"
                        + "|'total_results|:7|'error|*0"
            })
    void readsDocuments(String wire) throws IOException {
        SearchResult<String, String> result = read(search.ftSearch("idx", "*"), wire);

        assertThat(result.total()).isEqualTo(7);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.documents())
                .containsExactly(
                        new SearchDocument<>("bike:1", null, null, null, null, Map.of("title", "a é", "price", "270")),
                        new SearchDocument<>("bike:2", null, null, null, null, Map.of("$", "{\"a\":1}")));
        assertThat(result.documents().get(0).fields()).containsExactly(entry("title", "a é"), entry("price", "270"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*11|:2|'a|'1.5|'more|'#270|*2|'t|'x|'b|'inf|$-1|$-1|*0",
                "%2|'total_results|:2|'results|*2"
                        + "|%6|'id|'a|'score|,1.5|'payload|'more|'sortkey|'#270|'extra_attributes|%1|'t|'x|'values|*0"
                        + "|%5|'id|'b|'score|,inf|'payload|_|'sortkey|_|'extra_attributes|%0"
            })
    void readsWhatWasAskedForWithDocuments(String wire) throws IOException {
        SearchArgs args = ALL.withScores().withPayloads().withSortKeys();

        assertThat(read(search.ftSearch("idx", "*", args), wire).documents())
                .containsExactly(
                        new SearchDocument<>("a", 1.5, null, "more", "#270", Map.of("t", "x")),
                        new SearchDocument<>("b", Double.POSITIVE_INFINITY, null, null, null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*5|:2|'a|*2|'2.5|*2|'sum|*2|'left|*2|'right|*1|'inner|'b|*2|'1|'all",
                "%2|'total_results|:2|'results|*2|%2|'id|'a|'score|*2|,2.5|*2|'sum|*2|'left|*2|'right|*1|'inner"
                        + "|%2|'id|'b|'score|*2|,1|'all"
            })
    void readsHowScoresCameAbout(String wire) throws IOException {
        SearchArgs args = ALL.noContent().explainScore();
        ScoreExplanation right = new ScoreExplanation("right", List.of(new ScoreExplanation("inner", List.of())));
        ScoreExplanation sum = new ScoreExplanation("sum", List.of(new ScoreExplanation("left", List.of()), right));

        assertThat(read(search.ftSearch("idx", "*", args), wire).documents())
                .containsExactly(
                        new SearchDocument<>("a", 2.5, sum, null, null, Map.of()),
                        new SearchDocument<>("b", 1.0, new ScoreExplanation("all", List.of()), null, null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*5|:9|'a|'2|'b|'0.5",
                "%2|'results|*2|%2|'id|'a|'score|,2|%3|'id|'b|'score|,0.5|'values|*0|'total_results|:9"
            })
    void readsKeysAndScoresAlone(String wire) throws IOException {
        assertThat(read(search.ftSearch("idx", "*", ALL.noContent().withScores()), wire)
                        .documents())
                .containsExactly(
                        new SearchDocument<>("a", 2.0, null, null, null, Map.of()),
                        new SearchDocument<>("b", 0.5, null, null, null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*5|:2|'a|*-1|'b|*2|'t|'x",
                "*5|:2|'a|_|'b|%1|'t|'x",
                "%2|'results|*2|%2|'id|'a|'extra_attributes|_|%2|'id|'b|'extra_attributes|%1|'t|'x|'total_results|:2"
            })
    void readsADocumentThatHasEndedMeanwhile(String wire) throws IOException {
        assertThat(read(search.ftSearch("idx", "*"), wire).documents())
                .extracting(SearchDocument::fields)
                .containsExactly(Map.of(), Map.of("t", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|:3", "%2|'total_results|:3|'results|*0"})
    void readsTheNumberOfDocumentsAlone(String wire) throws IOException {
        SearchResult<String, String> result = read(search.ftSearch("idx", "*", ALL.limit(0, 0)), wire);

        assertThat(result).isEqualTo(new SearchResult<>(3, List.of(), List.of()));
    }

    @Test
    void tellsWhatWentWrong() throws IOException {
        String wire = "%3|'results|*0|'total_results|:0|'warning|*1|'Timeout limit was reached";

        assertThat(read(search.ftSearch("idx", "*"), wire).warnings()).containsExactly("Timeout limit was reached");
    }

    @Test
    void readsThroughTheCodec() throws IOException {
        SearchDefinitions<byte[], byte[]> raw = new SearchDefinitions<>(RedisCodec.bytes());
        String wire = "%2|'total_results|:1|'results|*1|%2|'id|'a|'extra_attributes|%4|'t|'é|'n|:12|'d|,0.25|'w|,-3";

        SearchDocument<byte[], byte[]> document =
                read(raw.ftSearch("idx", "*"), wire).documents().get(0);

        assertThat(document.key()).asString().isEqualTo("a");
        assertThat(document.fields().get("t")).hasSize(2);
        assertThat(document.fields().get("n")).asString().isEqualTo("12");
        assertThat(document.fields().get("d")).asString().isEqualTo("0.25");
        assertThat(document.fields().get("w")).asString().isEqualTo("-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*4|:2|*6|'kind|'road|'num|'3|'names|*2|'a|'b|*6|'kind|$-1|'num|'1|'names|*0|*0",
                "%5|'attributes|*0|'warning|*0|'total_results|:2|'format|'STRING|'results|*3"
                        + "|%2|'extra_attributes|%3|'kind|'road|'num|'3|'names|*2|'a|'b|'values|*0"
                        + "|%2|'extra_attributes|%3|'kind|_|'num|,1|'names|*0|'values|*0"
                        + "|%2|'values|*0|'extra_attributes|%0"
            })
    void readsRows(String wire) throws IOException {
        AggregateResult<String> result = read(search.ftAggregate("idx", "*", NOTHING), wire);

        assertThat(result.total()).isEqualTo(2);
        assertThat(result.rows())
                .containsExactly(
                        new AggregateRow<>(
                                Map.of("kind", List.of("road"), "num", List.of("3"), "names", List.of("a", "b"))),
                        new AggregateRow<>(Map.of("kind", List.of(), "num", List.of("1"), "names", List.of())),
                        new AggregateRow<>(Map.of()));
        assertThat(result.rows().get(0).value("names")).isEqualTo("a");
        assertThat(result.rows().get(1).value("kind")).isNull();
        assertThat(result.rows().get(2).value("none")).isNull();
        assertThat(result.rows().get(2).values("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*2|:5|*2|'num|'3|:342459320",
                "*2|%2|'total_results|:5|'results|*1|%1|'extra_attributes|%1|'num|'3|:342459320",
                "*3|*2|:5|*2|'num|'3|:342459320|*0"
            })
    void readsPortionsOfRows(String wire) throws IOException {
        AggregatePage<String> page = new AggregatePage<>(
                new AggregateResult<>(5, List.of(new AggregateRow<>(Map.of("num", List.of("3")))), List.of()),
                342459320);

        assertThat(read(search.ftAggregateWithCursor("idx", "*", NOTHING, CursorArgs.defaults()), wire))
                .isEqualTo(page);
        assertThat(read(search.ftCursorRead("idx", 1), wire)).isEqualTo(page);
        assertThat(read(search.ftCursorRead("idx", 1, 1), wire).isLast()).isFalse();
    }

    @Test
    void knowsTheLastPortion() throws IOException {
        assertThat(read(search.ftCursorRead("idx", 1), "*2|*1|:0|:0").isLast()).isTrue();
        assertThat(read(search.ftCursorDel("idx", 1), "+OK")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*8|'total_results|:3|'results|*2|*4|'__key|'a|'__score|'0.5|*2|'__key|'b|'warnings|*1|'slow"
                        + "|'execution_time|'0.4",
                "%4|'total_results|:3|'results|*2|%2|'__key|'a|'__score|,0.5|%1|'__key|'b|'warnings|*1|'slow"
                        + "|'execution_time|,0.4"
            })
    void readsRowsOfBothSearches(String wire) throws IOException {
        HybridQuery query = HybridQuery.of(HybridText.of("a"), HybridVector.of("v", 1));

        assertThat(read(search.ftHybrid("idx", query), wire))
                .isEqualTo(new AggregateResult<>(
                        3,
                        List.of(
                                new AggregateRow<>(Map.of("__key", List.of("a"), "__score", List.of("0.5"))),
                                new AggregateRow<>(Map.of("__key", List.of("b")))),
                        List.of("slow")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*3|:1|'a|*2|'t|'x|*1|*2|'Total profile time|'0.3",
                "%2|'Results|%2|'total_results|:1|'results|*1|%2|'id|'a|'extra_attributes|%1|'t|'x"
                        + "|'Profile|*1|*2|'Total profile time|'0.3",
                "%3|'total_results|:1|'results|*1|%2|'id|'a|'extra_attributes|%1|'t|'x"
                        + "|'profile|*1|*2|'Total profile time|'0.3"
            })
    void readsHowDocumentsWereFound(String wire) throws IOException {
        ProfiledQuery<SearchResult<String, String>> profiled = read(search.ftProfileSearch("idx", "*", ALL), wire);

        assertThat(profiled.result())
                .isEqualTo(new SearchResult<>(
                        1, List.of(new SearchDocument<>("a", null, null, null, null, Map.of("t", "x"))), List.of()));
        assertThat(profiled.profile()).isEqualTo(List.of(List.of("Total profile time", "0.3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*2|:1|*2|'num|'3|*0",
                "%2|'Results|%2|'total_results|:1|'results|*1|%1|'extra_attributes|%1|'num|'3|'Profile|*0"
            })
    void readsHowRowsWereMade(String wire) throws IOException {
        ProfiledQuery<AggregateResult<String>> profiled = read(search.ftProfileAggregate("idx", "*", NOTHING), wire);

        assertThat(profiled.result().rows()).containsExactly(new AggregateRow<>(Map.of("num", List.of("3"))));
        assertThat(profiled.profile()).isEqualTo(List.of());
    }

    @Test
    void readsHowAQueryIsRead() throws IOException {
        assertThat(read(search.ftExplain("idx", "a"), "'UNION {\n}\n")).isEqualTo("UNION {\n}\n");
        assertThat(read(search.ftExplain("idx", "a"), "=9|txt:a {\n}")).isEqualTo("a {\n}");
        assertThat(read(search.ftExplainCli("idx", "a"), "*2|+UNION {|+}")).containsExactly("UNION {", "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*0", "*2|:1|'a", "%1|'results|*1|%1|'score|,1", "*4|:1|'a|*0|'b"})
    void refusesRepliesThatAreNoDocuments(String wire) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(search.ftSearch("idx", "*"), wire));
    }

    @Test
    void refusesRepliesThatAreNoRows() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(search.ftCursorRead("idx", 1), "*1|*1|:0"));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(search.ftProfileSearch("idx", "*", ALL), "*1|*1|:0"));
    }
}
