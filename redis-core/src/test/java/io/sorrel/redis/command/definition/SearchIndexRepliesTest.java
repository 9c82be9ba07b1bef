package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.RecordedReply.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.SearchField;
import io.sorrel.redis.command.args.SugGetArgs;
import io.sorrel.redis.command.reply.IndexField;
import io.sorrel.redis.command.reply.IndexInfo;
import io.sorrel.redis.command.reply.SpellingSuggestion;
import io.sorrel.redis.command.reply.Suggestion;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about indexes and dictionaries as the documentation of the module shows them, in both protocols. */
class SearchIndexRepliesTest {
    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());
    private final SearchIndexDefinitions<String, String> indexes = commands.searchIndexes();
    private final SearchDictionaryDefinitions<String, String> dictionaries = commands.searchDictionaries();

    @Test
    void readsThatAllWentWell() throws IOException {
        assertThat(read(indexes.ftCreate("idx", SearchField.text("t")), "+OK")).isNull();
        assertThat(read(indexes.ftAlter("idx", SearchField.text("t")), "+OK")).isNull();
        assertThat(read(indexes.ftDropIndex("idx"), "+OK")).isNull();
        assertThat(read(indexes.ftAliasAdd("a", "idx"), "+OK")).isNull();
        assertThat(read(indexes.ftSynUpdate("idx", "g", "a"), "+OK")).isNull();
        assertThat(read(indexes.ftConfigSet("TIMEOUT", "1"), "+OK")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*18|'index_name|'idx|'index_options|*1|'NOFREQS"
                        + "|'index_definition|*6|'key_type|'HASH|'prefixes|*1|'bike:|'default_score|'1"
                        + "|'attributes|*3"
                        + "|*12|'identifier|'SORTABLE|'attribute|'name|'type|'TEXT|'WEIGHT|'1|'SORTABLE|'UNF|'NOSTEM"
                        + "|'NOINDEX"
                        + "|*8|'identifier|'kind|'attribute|'kind|'type|'TAG|'SEPARATOR|',"
                        + "|*10|'identifier|'v|'attribute|'v|'type|'VECTOR|'algorithm|'FLAT|'dim|:3"
                        + "|'num_docs|'5|'num_terms|:12|'percent_indexed|'0.5|'indexing|'1|'gc_stats|*2|'bytes|'nan",
                "%9|'index_name|'idx|'index_options|*1|'NOFREQS"
                        + "|'index_definition|%3|'key_type|'HASH|'prefixes|*1|'bike:|'default_score|,1"
                        + "|'attributes|*3"
                        + "|%5|'identifier|'SORTABLE|'attribute|'name|'type|'TEXT|'WEIGHT|'1|'flags|*4|'SORTABLE|'UNF"
                        + "|'NOSTEM|'NOINDEX"
                        + "|%5|'identifier|'kind|'attribute|'kind|'type|'TAG|'SEPARATOR|',|'flags|*0"
                        + "|%6|'identifier|'v|'attribute|'v|'type|'VECTOR|'algorithm|'FLAT|'dim|:3|'flags|*0"
                        + "|'num_docs|:5|'num_terms|:12|'percent_indexed|,0.5|'indexing|:1|'gc_stats|%1|'bytes|,nan"
            })
    void readsWhatAnIndexKnows(String wire) throws IOException {
        IndexInfo info = read(indexes.ftInfo("idx"), wire);

        assertThat(info.name()).isEqualTo("idx");
        assertThat(info.documentType()).isEqualTo("HASH");
        assertThat(info.prefixes()).containsExactly("bike:");
        assertThat(info.options()).containsExactly("NOFREQS");
        assertThat(info.fields())
                .containsExactly(
                        new IndexField(
                                "SORTABLE",
                                "name",
                                "TEXT",
                                Map.of("WEIGHT", "1"),
                                List.of("SORTABLE", "UNF", "NOSTEM", "NOINDEX")),
                        new IndexField("kind", "kind", "TAG", Map.of("SEPARATOR", ","), List.of()),
                        new IndexField("v", "v", "VECTOR", Map.of("algorithm", "FLAT", "dim", "3"), List.of()));
        assertThat(info.documents()).isEqualTo(5);
        assertThat(info.terms()).isEqualTo(12);
        assertThat(info.records()).isEqualTo(-1);
        assertThat(info.failures()).isEqualTo(-1);
        assertThat(info.indexing()).isTrue();
        assertThat(info.indexed()).isEqualTo(0.5);
        assertThat(info.all()).containsKeys("gc_stats", "index_name").hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'index_name|'i", "%1|'index_name|'i"})
    void toleratesThatMuchIsMissing(String wire) throws IOException {
        IndexInfo info = read(indexes.ftInfo("i"), wire);

        assertThat(info.documentType()).isNull();
        assertThat(info.fields()).isEmpty();
        assertThat(info.documents()).isEqualTo(-1);
        assertThat(info.indexing()).isFalse();
        assertThat(info.indexed()).isNaN();
    }

    @Test
    void refusesAFieldWithoutAType() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(indexes.ftInfo("i"), "*2|'attributes|*1|*4|'identifier|'a|'attribute|'a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'b|'a", "~2|'b|'a", "*2|+b|+a"})
    void readsNames(String wire) throws IOException {
        assertThat(read(indexes.ftList(), wire)).containsExactly("b", "a");
        assertThat(read(indexes.ftAliasList("idx"), wire)).containsExactly("b", "a");
        assertThat(read(indexes.ftTagVals("idx", "t"), wire)).containsExactly("b", "a");
        assertThat(read(dictionaries.ftDictDump("d"), wire)).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*4|'boy|*1|'group1|'child|*2|'group1|'group2", "%2|'boy|*1|'group1|'child|*2|'group1|'group2"})
    void readsGroupsOfWords(String wire) throws IOException {
        assertThat(read(indexes.ftSynDump("idx"), wire))
                .containsExactly(entry("boy", List.of("group1")), entry("child", List.of("group1", "group2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*3|*2|'TIMEOUT|'500|*2|'EXTLOAD|$-1|*1|'SAFEMODE", "%3|'TIMEOUT|'500|'EXTLOAD|_|'SAFEMODE|_"})
    void readsSettings(String wire) throws IOException {
        assertThat(read(indexes.ftConfigGet("*"), wire))
                .containsExactly(entry("TIMEOUT", "500"), entry("EXTLOAD", null), entry("SAFEMODE", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*3|'TERM|'helo|*2|*2|'0.75|'hello|*2|'0|'halo|*3|'TERM|'wrld|*0",
                "%1|'results|%2|'helo|*2|%1|'hello|,0.75|%1|'halo|,0|'wrld|*0",
                "%2|'more|*0|'results|%2|'helo|*2|%1|'hello|,0.75|%1|'halo|,0|'wrld|*0"
            })
    void readsHowWordsMayBeMeant(String wire) throws IOException {
        assertThat(read(dictionaries.ftSpellcheck("idx", "helo wrld"), wire))
                .containsExactly(
                        entry(
                                "helo",
                                List.of(new SpellingSuggestion("hello", 0.75), new SpellingSuggestion("halo", 0))),
                        entry("wrld", List.of()));
    }

    @Test
    void refusesWhatIsNoSpelling() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(dictionaries.ftSpellcheck("idx", "a"), "*1|*2|'TERM|'a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*6|'hello|'0.5|'more|'help|'1.25|$-1", "*6|'hello|,0.5|'more|'help|,1.25|_"})
    void readsCompletions(String wire) throws IOException {
        assertThat(read(dictionaries.ftSugGetWithDetails("k", "he", SugGetArgs.defaults()), wire))
                .containsExactly(new Suggestion("hello", 0.5, "more"), new Suggestion("help", 1.25, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "*-1", "_", "*0"})
    void readsThatNothingBeginsSo(String wire) throws IOException {
        assertThat(read(dictionaries.ftSugGet("k", "he"), wire)).isEmpty();
        assertThat(read(dictionaries.ftSugGetWithDetails("k", "he", SugGetArgs.defaults()), wire))
                .isEmpty();
    }

    @Test
    void readsTextsAndNumbers() throws IOException {
        assertThat(read(dictionaries.ftSugGet("k", "he"), "*2|'hello|'help")).containsExactly("hello", "help");
        assertThat(read(dictionaries.ftSugAdd("k", "hello", 1), ":3")).isEqualTo(3);
        assertThat(read(dictionaries.ftSugDel("k", "hello"), ":1")).isTrue();
        assertThat(read(dictionaries.ftSugDel("k", "hello"), ":0")).isFalse();
        assertThat(read(dictionaries.ftSugLen("k"), ":2")).isEqualTo(2);
        assertThat(read(dictionaries.ftDictAdd("d", "a"), ":1")).isEqualTo(1);
        assertThat(read(dictionaries.ftDictDel("d", "a"), ":0")).isZero();
    }
}
