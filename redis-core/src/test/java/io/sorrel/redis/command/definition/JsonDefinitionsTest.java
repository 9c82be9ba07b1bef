package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.JsonFloatType;
import io.sorrel.redis.command.args.JsonGetArgs;
import io.sorrel.redis.command.args.JsonSetArgs;
import io.sorrel.redis.command.args.JsonUpdate;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class JsonDefinitionsTest {
    private static final JsonDefinitions<String, String> JSON = new JsonDefinitions<>(RedisCodec.utf8());
    private static final JsonArrayDefinitions<String, String> ARRAYS = new JsonArrayDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"commands", "arrayCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("JSON.CLEAR k $.a", JSON.jsonClear("k", "$.a")),
                sends("JSON.DEBUG MEMORY k $", JSON.jsonDebugMemory("k", "$")),
                sends("JSON.DEL k $", JSON.jsonDel("k", "$")),
                sends("JSON.FORGET k $..a", JSON.jsonForget("k", "$..a")),
                sends("JSON.GET k", JSON.jsonGet("k")),
                sends("JSON.GET k $.a $..b", JSON.jsonGet("k", "$.a", "$..b")),
                sends("JSON.GET k INDENT    NEWLINE \n SPACE  ", JSON.jsonGet("k", JsonGetArgs.pretty())),
                sends(
                        "JSON.GET k INDENT - NEWLINE ; SPACE _ $",
                        JSON.jsonGet(
                                "k",
                                JsonGetArgs.defaults().indent("-").newline(";").space("_"),
                                "$")),
                sends("JSON.MERGE k $.a {\"b\":null}", JSON.jsonMerge("k", "$.a", "{\"b\":null}")),
                sends("JSON.MGET k l $..a", JSON.jsonMget("$..a", "k", "l")),
                sends(
                        "JSON.MSET k $ 1 l $.a [2]",
                        JSON.jsonMset(new JsonUpdate<>("k", "$", "1"), new JsonUpdate<>("l", "$.a", "[2]"))),
                sends("JSON.MSET k $ 1", JSON.jsonMset(List.of(new JsonUpdate<>("k", "$", "1")))),
                sends("JSON.NUMINCRBY k $.a -2", JSON.jsonNumIncrBy("k", "$.a", -2)),
                sends("JSON.NUMINCRBY k $.a 0.5", JSON.jsonNumIncrBy("k", "$.a", 0.5)),
                sends("JSON.NUMMULTBY k $.a 1.10", JSON.jsonNumMultBy("k", "$.a", new BigDecimal("1.10"))),
                sends("JSON.OBJKEYS k $..a", JSON.jsonObjKeys("k", "$..a")),
                sends("JSON.OBJLEN k $", JSON.jsonObjLen("k", "$")),
                sends("JSON.RESP k $", JSON.jsonResp("k", "$")),
                sends("JSON.SET k $ {\"a\":\"é\"}", JSON.jsonSet("k", "$", "{\"a\":\"é\"}")),
                sends(
                        "JSON.SET k $.a 1 NX",
                        JSON.jsonSet(
                                "k", "$.a", "1", JsonSetArgs.defaults().xx().nx())),
                sends(
                        "JSON.SET k $.a [1.5] XX FPHA FP32",
                        JSON.jsonSet(
                                "k", "$.a", "[1.5]", JsonSetArgs.defaults().xx().floats(JsonFloatType.FP32))),
                sends("JSON.STRAPPEND k $.a \"b\"", JSON.jsonStrAppend("k", "$.a", "\"b\"")),
                sends("JSON.STRLEN k $.a", JSON.jsonStrLen("k", "$.a")),
                sends("JSON.TOGGLE k $.a", JSON.jsonToggle("k", "$.a")),
                sends("JSON.TYPE k $..a", JSON.jsonType("k", "$..a")));
    }

    static Stream<ArgumentSet> arrayCommands() {
        return Stream.of(
                sends("JSON.ARRAPPEND k $.a 1 \"b\"", ARRAYS.jsonArrAppend("k", "$.a", "1", "\"b\"")),
                sends("JSON.ARRINDEX k $.a \"b\"", ARRAYS.jsonArrIndex("k", "$.a", "\"b\"")),
                sends("JSON.ARRINDEX k $.a 1 -2 0", ARRAYS.jsonArrIndex("k", "$.a", "1", -2, 0)),
                sends("JSON.ARRINSERT k $.a 0 1 2", ARRAYS.jsonArrInsert("k", "$.a", 0, "1", "2")),
                sends("JSON.ARRLEN k $.a", ARRAYS.jsonArrLen("k", "$.a")),
                sends("JSON.ARRPOP k $.a", ARRAYS.jsonArrPop("k", "$.a")),
                sends("JSON.ARRPOP k $.a 0", ARRAYS.jsonArrPop("k", "$.a", 0)),
                sends("JSON.ARRTRIM k $.a 1 -1", ARRAYS.jsonArrTrim("k", "$.a", 1, -1)));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "JSON.GET null", () -> JSON.jsonGet((String) null)),
                refused("path", "a path of the older syntax", () -> JSON.jsonDel("k", ".a")),
                refused("path", "no path", () -> JSON.jsonType("k", null)),
                refused("path", "JSON.SET of an older path", () -> JSON.jsonSet("k", ".", "1")),
                refused("path", "JSON.MERGE of an older path", () -> JSON.jsonMerge("k", "a", "1")),
                refused("path", "JSON.MGET of an older path", () -> JSON.jsonMget(".", "k")),
                refused("path", "JSON.MSET of an older path", () -> JSON.jsonMset(new JsonUpdate<>("k", ".", "1"))),
                refused("a path", "JSON.GET of an older path", () -> JSON.jsonGet("k", "$", ".")),
                refused("paths", "JSON.GET of null", () -> JSON.jsonGet("k", (String[]) null)),
                refused("json", "JSON.SET null", () -> JSON.jsonSet("k", "$", null)),
                refused("args", "JSON.SET without options", () -> JSON.jsonSet("k", "$", "1", null)),
                refused("args", "JSON.GET without options", () -> JSON.jsonGet("k", (JsonGetArgs) null)),
                refused("text", "INDENT null", () -> JsonGetArgs.defaults().indent(null)),
                refused("type", "FPHA null", () -> JsonSetArgs.defaults().floats(null)),
                refused("keys", "JSON.MGET of nothing", () -> JSON.jsonMget("$")),
                refused("updates", "JSON.MSET of nothing", () -> JSON.jsonMset(List.of())),
                refused("json", "JSON.MSET null", () -> new JsonUpdate<>("k", "$", null)),
                refused("increment", "JSON.NUMINCRBY null", () -> JSON.jsonNumIncrBy("k", "$", null)),
                refused("increment", "JSON.NUMINCRBY NaN", () -> JSON.jsonNumIncrBy("k", "$", Double.NaN)),
                refused("factor", "JSON.NUMMULTBY infinity", () -> JSON.jsonNumMultBy("k", "$", 1 / 0.0)),
                refused("json", "JSON.ARRAPPEND of nothing", () -> ARRAYS.jsonArrAppend("k", "$")),
                refused("json", "JSON.ARRINSERT of nothing", () -> ARRAYS.jsonArrInsert("k", "$", 0)));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
