package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.RecordedReply.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.reply.JsonType;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about JSON documents as the documentation of the module shows them, in both protocols. */
@SuppressWarnings("deprecation")
class JsonRepliesTest {
    private final JsonDefinitions<String, String> json = new JsonDefinitions<>(RedisCodec.utf8());
    private final JsonArrayDefinitions<String, String> arrays = new JsonArrayDefinitions<>(RedisCodec.utf8());

    @Test
    void readsJsonAsText() throws IOException {
        assertThat(read(json.jsonGet("k"), "'{\"a\":2,\"b\":\"é\"}")).isEqualTo("{\"a\":2,\"b\":\"é\"}");
        assertThat(read(json.jsonGet("k", "$..b"), "'[3,null]")).isEqualTo("[3,null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "_"})
    void readsNoDocument(String missing) throws IOException {
        assertThat(read(json.jsonGet("k"), missing)).isNull();
        assertThat(read(json.jsonNumIncrBy("k", "$", 1), missing)).isEmpty();
        assertThat(read(json.jsonType("k", "$"), missing)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|'[1,3]|$-1|'[]", "*3|'[1,3]|_|'[]"})
    void readsSeveralTexts(String wire) throws IOException {
        assertThat(read(json.jsonMget("$..a", "k", "l", "m"), wire)).containsExactly("[1,3]", null, "[]");
        assertThat(read(arrays.jsonArrPop("k", "$..a"), wire)).containsExactly("[1,3]", null, "[]");
    }

    @Test
    void tellsWhetherAValueWasSet() throws IOException {
        assertThat(read(json.jsonSet("k", "$", "1"), "+OK")).isTrue();
        assertThat(read(json.jsonSet("k", "$.x.y", "1"), "$-1")).isFalse();
        assertThat(read(json.jsonSet("k", "$.x.y", "1"), "_")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'[null,4,7.5,null]", "' [ null, 4, 7.5, null ] ", "*4|_|:4|,7.5|_"})
    void readsNumbers(String wire) throws IOException {
        String recorded = wire.startsWith("' ") ? "'" + wire.substring(1).strip() : wire;

        assertThat(read(json.jsonNumIncrBy("k", "$..a", 2), recorded))
                .containsExactly(null, BigDecimal.valueOf(4), BigDecimal.valueOf(7.5), null);
        assertThat(read(json.jsonNumMultBy("k", "$..a", 2), recorded)).hasSize(4);
    }

    @Test
    void readsNumbersExactly() throws IOException {
        assertThat(read(json.jsonNumIncrBy("k", "$", 1), "'[9223372036854775807]"))
                .containsExactly(BigDecimal.valueOf(Long.MAX_VALUE));
        assertThat(read(json.jsonNumIncrBy("k", "$", 1), "*1|:9223372036854775807"))
                .containsExactly(BigDecimal.valueOf(Long.MAX_VALUE));
        assertThat(read(json.jsonNumIncrBy("k", "$", 1), "'[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'4", "'[four]", "'[1,]"})
    void refusesWhatIsNoListOfNumbers(String wire) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(json.jsonNumIncrBy("k", "$", 1), wire));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*7|'null|'boolean|'integer|'number|'string|'object|'array",
                "*1|*7|'null|'boolean|'integer|'number|'string|'object|'array",
                "*7|*1|'null|*1|'boolean|*1|'integer|*1|'number|*1|'string|*1|'object|*1|'array"
            })
    void readsTypes(String wire) throws IOException {
        assertThat(read(json.jsonType("k", "$..a"), wire)).containsExactly(JsonType.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*0", "*1|_", "*1|*0"})
    void readsNoTypes(String wire) throws IOException {
        assertThat(read(json.jsonType("k", "$..a"), wire)).isEmpty();
    }

    @Test
    void refusesATypeThatJsonDoesNotHave() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(json.jsonType("k", "$"), "*1|'date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|:6|:-1|$-1", "*3|:6|:-1|_"})
    void readsCounts(String wire) throws IOException {
        assertThat(read(json.jsonStrAppend("k", "$..a", "\"b\""), wire)).containsExactly(6L, -1L, null);
        assertThat(read(json.jsonStrLen("k", "$..a"), wire)).containsExactly(6L, -1L, null);
        assertThat(read(json.jsonObjLen("k", "$..a"), wire)).containsExactly(6L, -1L, null);
        assertThat(read(arrays.jsonArrAppend("k", "$..a", "1"), wire)).containsExactly(6L, -1L, null);
        assertThat(read(arrays.jsonArrIndex("k", "$..a", "1"), wire)).containsExactly(6L, -1L, null);
        assertThat(read(arrays.jsonArrInsert("k", "$..a", 0, "1"), wire)).containsExactly(6L, -1L, null);
        assertThat(read(arrays.jsonArrLen("k", "$..a"), wire)).containsExactly(6L, -1L, null);
        assertThat(read(arrays.jsonArrTrim("k", "$..a", 0, 1), wire)).containsExactly(6L, -1L, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|:0|:1|$-1", "*3|#f|#t|_"})
    void readsWhatWasTurned(String wire) throws IOException {
        assertThat(read(json.jsonToggle("k", "$..a"), wire)).containsExactly(false, true, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|$-1|*2|'b|'c|*0", "*3|_|*2|'b|'c|*0"})
    void readsNames(String wire) throws IOException {
        assertThat(read(json.jsonObjKeys("k", "$..a"), wire)).containsExactly(null, List.of("b", "c"), List.of());
    }

    @Test
    void readsSizes() throws IOException {
        assertThat(read(json.jsonDebugMemory("k", "$"), ":573")).containsExactly(573L);
        assertThat(read(json.jsonDebugMemory("k", "$..a"), "*2|:8|:16")).containsExactly(8L, 16L);
        assertThat(read(json.jsonDel("k", "$"), ":1")).isEqualTo(1);
        assertThat(read(json.jsonForget("k", "$"), ":1")).isEqualTo(1);
        assertThat(read(json.jsonClear("k", "$"), ":0")).isZero();
    }

    @Test
    void readsValuesAsTheKindsOfTheProtocol() throws IOException {
        assertThat(read(json.jsonResp("k", "$"), "*1|*5|+{|'stock|:17|'colors|*2|+[|'black"))
                .containsExactly(List.of("{", "stock", 17L, "colors", List.of("[", "black")));
    }
}
