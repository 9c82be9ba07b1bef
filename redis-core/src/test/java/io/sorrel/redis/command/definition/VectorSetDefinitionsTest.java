package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.definition.RecordedReply.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.VAddArgs;
import io.sorrel.redis.command.args.VSimArgs;
import io.sorrel.redis.command.args.VectorQuantization;
import io.sorrel.redis.command.reply.RawVector;
import io.sorrel.redis.command.reply.SimilarElement;
import io.sorrel.redis.command.reply.VectorSetInfo;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and replies of the vector sets; replies as Redis 8.0 has sent them, those of 8.2 and 8.4 as documented. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class VectorSetDefinitionsTest {
    private static final VectorSetDefinitions<String, String> SETS = new VectorSetDefinitions<>(RedisCodec.utf8());
    private static final VectorSimilarityDefinitions<String, String> SEARCH =
            new VectorSimilarityDefinitions<>(RedisCodec.utf8());

    /** Its bytes are "abcd" and "1234", so that the words can be read. */
    private static final float[] VECTOR = {Float.intBitsToFloat(0x64636261), Float.intBitsToFloat(0x34333231)};

    private static final String BLOB = "abcd1234";

    @ParameterizedTest
    @MethodSource({"commands", "searches"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("VADD k FP32 " + BLOB + " e", SETS.vadd("k", VECTOR, "e")),
                sends(
                        "VADD k REDUCE 1 FP32 " + BLOB + " e CAS NOQUANT EF 100 SETATTR {} M 8",
                        SETS.vadd(
                                "k",
                                VECTOR,
                                "e",
                                VAddArgs.defaults()
                                        .reduce(1)
                                        .checkAndSet()
                                        .quantization(VectorQuantization.NOQUANT)
                                        .explorationFactor(100)
                                        .attributes("{}")
                                        .links(8))),
                sends("VADD k FP32 " + BLOB + " e BIN", SETS.vadd("k", VECTOR, "e", as(VectorQuantization.BIN))),
                sends("VADD k FP32 " + BLOB + " e Q8", SETS.vadd("k", VECTOR, "e", as(VectorQuantization.Q8))),
                sends("VCARD k", SETS.vcard("k")),
                sends("VDIM k", SETS.vdim("k")),
                sends("VEMB k e", SETS.vemb("k", "e")),
                sends("VEMB k e RAW", SETS.vembRaw("k", "e")),
                sends("VGETATTR k e", SETS.vgetAttr("k", "e")),
                sends("VINFO k", SETS.vinfo("k")),
                sends("VISMEMBER k e", SETS.vismember("k", "e")),
                sends("VLINKS k e", SETS.vlinks("k", "e")),
                sends("VLINKS k e WITHSCORES", SETS.vlinksWithScores("k", "e")),
                sends("VRANDMEMBER k", SETS.vrandMember("k")),
                sends("VRANDMEMBER k 3", SETS.vrandMember("k", 3)),
                sends("VRANDMEMBER k -3", SETS.vrandMemberRepeating("k", 3)),
                sends("VRANGE k - + 10", SETS.vrange("k", LexRange.all(), 10)),
                sends("VRANGE k [a [é 10", SETS.vrange("k", LexRange.closed("a", "é"), 10)),
                sends("VRANGE k (a + 10", SETS.vrange("k", LexRange.greaterThan("a"), 10)),
                sends("VREM k e", SETS.vrem("k", "e")),
                sends("VSETATTR k e {}", SETS.vsetAttr("k", "e", "{}")));
    }

    static Stream<ArgumentSet> searches() {
        VSimArgs some = VSimArgs.defaults()
                .count(5)
                .epsilon(0.25)
                .explorationFactor(50)
                .filter(".a>1", 0)
                .truth()
                .noThread();
        String words = " COUNT 5 EPSILON 0.25 EF 50 FILTER .a>1 FILTER-EF 0 TRUTH NOTHREAD";
        return Stream.of(
                sends("VSIM k FP32 " + BLOB, SEARCH.vsim("k", VECTOR)),
                sends("VSIM k FP32 " + BLOB + words, SEARCH.vsim("k", VECTOR, some)),
                sends("VSIM k FP32 " + BLOB + " WITHSCORES" + words, SEARCH.vsimWithScores("k", VECTOR, some)),
                sends(
                        "VSIM k FP32 " + BLOB + " WITHSCORES WITHATTRIBS" + words,
                        SEARCH.vsimWithAttributes("k", VECTOR, some)),
                sends("VSIM k ELE e", SEARCH.vsimElement("k", "e")),
                sends(
                        "VSIM k ELE e FILTER .a",
                        SEARCH.vsimElement("k", "e", VSimArgs.defaults().filter(".a"))),
                sends("VSIM k ELE e WITHSCORES" + words, SEARCH.vsimElementWithScores("k", "e", some)),
                sends("VSIM k ELE e WITHSCORES WITHATTRIBS" + words, SEARCH.vsimElementWithAttributes("k", "e", some)));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "VCARD null", () -> SETS.vcard(null)),
                refused("vector", "VADD of no vector", () -> SETS.vadd("k", null, "e")),
                refused("vector", "VADD of an empty vector", () -> SETS.vadd("k", new float[0], "e")),
                refused("a number of vector", "VADD NaN", () -> SETS.vadd("k", new float[] {Float.NaN}, "e")),
                refused("a number of vector", "VSIM infinity", () -> SEARCH.vsim("k", new float[] {1 / 0f})),
                refused("element", "VADD of no element", () -> SETS.vadd("k", VECTOR, null)),
                refused("args", "VADD without options", () -> SETS.vadd("k", VECTOR, "e", null)),
                refused("args", "VSIM without options", () -> SEARCH.vsim("k", VECTOR, null)),
                refused("element", "VSIM ELE null", () -> SEARCH.vsimElement("k", null)),
                refused("attributes", "VSETATTR null", () -> SETS.vsetAttr("k", "e", null)),
                refused("count", "VRANDMEMBER 0", () -> SETS.vrandMember("k", 0)),
                refused("count", "VRANDMEMBER -1", () -> SETS.vrandMemberRepeating("k", -1)),
                refused("count", "VRANGE 0", () -> SETS.vrange("k", LexRange.all(), 0)),
                refused("range", "VRANGE null", () -> SETS.vrange("k", null, 1)),
                refused("dimensions", "REDUCE 0", () -> VAddArgs.defaults().reduce(0)),
                refused(
                        "newQuantization",
                        "no quantization",
                        () -> VAddArgs.defaults().quantization(null)),
                refused("candidates", "VADD EF 0", () -> VAddArgs.defaults().explorationFactor(0)),
                refused("json", "SETATTR null", () -> VAddArgs.defaults().attributes(null)),
                refused("maximum", "M 0", () -> VAddArgs.defaults().links(0)),
                refused("maximum", "COUNT 0", () -> VSimArgs.defaults().count(0)),
                refused("distance", "EPSILON 1.1", () -> VSimArgs.defaults().epsilon(1.1)),
                refused("distance", "EPSILON NaN", () -> VSimArgs.defaults().epsilon(Double.NaN)),
                refused("candidates", "VSIM EF 0", () -> VSimArgs.defaults().explorationFactor(0)),
                refused("expression", "FILTER null", () -> VSimArgs.defaults().filter(null)),
                refused("maximum", "FILTER-EF -1", () -> VSimArgs.defaults().filter(".a", -1)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("VSIM", SEARCH.vsim("k", VECTOR), true),
                argumentSet("VADD tells what is new", SETS.vadd("k", VECTOR, "e"), false),
                argumentSet("VREM", SETS.vrem("k", "e"), false),
                argumentSet("VSETATTR", SETS.vsetAttr("k", "e", "{}"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {":1", "#t"})
    void readsYes(String yes) throws IOException {
        assertThat(read(SETS.vadd("k", VECTOR, "e"), yes)).isTrue();
        assertThat(read(SETS.vismember("k", "e"), yes)).isTrue();
        assertThat(read(SETS.vrem("k", "e"), yes)).isTrue();
        assertThat(read(SETS.vsetAttr("k", "e", "{}"), yes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {":0", "#f"})
    void readsNo(String no) throws IOException {
        assertThat(read(SETS.vadd("k", VECTOR, "e"), no)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "_", "*-1"})
    void readsWhatIsMissing(String missing) throws IOException {
        assertThat(read(SETS.vemb("k", "e"), missing)).isNull();
        assertThat(read(SETS.vembRaw("k", "e"), missing)).isNull();
        assertThat(read(SETS.vgetAttr("k", "e"), missing)).isNull();
        assertThat(read(SETS.vinfo("k"), missing)).isNull();
        assertThat(read(SETS.vrandMember("k"), missing)).isNull();
        assertThat(read(SETS.vlinks("k", "e"), missing)).isEmpty();
        assertThat(read(SETS.vlinksWithScores("k", "e"), missing)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*3|'0.992125928401947|'2.007874011993408|'3", "*3|,0.992125928401947|,2.007874011993408|,3"})
    void readsAVector(String wire) throws IOException {
        assertThat(read(SETS.vemb("k", "e"), wire)).containsExactly(0.9921259f, 2.007874f, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|+int8|'*U\u007f|'3.75|'0.5", "*4|+int8|'*U\u007f|,3.75|,0.5"})
    void readsAStoredVector(String wire) throws IOException {
        RawVector raw = read(SETS.vembRaw("k", "e"), wire);

        assertThat(raw.quantization()).isEqualTo("int8");
        assertThat(raw.data()).containsExactly(42, 85, 127);
        assertThat(raw.norm()).isEqualTo(3.75);
        assertThat(raw.range()).isEqualTo(0.5);
        assertThat(raw).hasToString("RawVector[int8, 3 bytes]");
    }

    @Test
    void readsAStoredVectorWithoutARange() throws IOException {
        RawVector raw = read(SETS.vembRaw("k", "e"), "*3|+bin|'aaaaaaaa|,3.75");

        assertThat(raw.quantization()).isEqualTo("bin");
        assertThat(raw.data()).hasSize(8);
        assertThat(raw.range()).isNull();
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(SETS.vembRaw("k", "e"), "*2|+bin|'aaaaaaaa"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*20|+quant-type|+int8|+hnsw-m|:16|+vector-dim|:3|+projection-input-dim|:5|+size|:2|+max-level|:1"
                        + "|+attributes-count|:1|+vset-uid|:1|+hnsw-max-node-uid|:3|+later|*1|:1",
                "%10|+quant-type|+int8|+hnsw-m|:16|+vector-dim|:3|+projection-input-dim|:5|+size|:2|+max-level|:1"
                        + "|+attributes-count|:1|+vset-uid|:1|+hnsw-max-node-uid|:3|+later|*1|:1"
            })
    void readsHowASetIsBuiltAndPassesOverTheRest(String wire) throws IOException {
        assertThat(read(SETS.vinfo("k"), wire)).isEqualTo(new VectorSetInfo("int8", 3, 5, 2, 16, 1, 1));
    }

    @Test
    void marksWhatASetDoesNotTell() throws IOException {
        assertThat(read(SETS.vinfo("k"), "%1|+quant-type|+bin"))
                .isEqualTo(new VectorSetInfo("bin", -1, -1, -1, -1, -1, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|'e|'1|'f|'0.8563806712627411", "%2|'e|,1|'f|,0.8563806712627411"})
    void readsScores(String wire) throws IOException {
        List<SimilarElement<String>> expected =
                List.of(new SimilarElement<>("e", 1, null), new SimilarElement<>("f", 0.8563806712627411, null));

        assertThat(read(SEARCH.vsimWithScores("k", VECTOR, VSimArgs.defaults()), wire))
                .isEqualTo(expected);
        assertThat(read(SEARCH.vsimElementWithScores("k", "e", VSimArgs.defaults()), wire))
                .isEqualTo(expected);
        assertThat(read(SETS.vlinksWithScores("k", "e"), "*2|*0|" + wire)).containsExactly(List.of(), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*6|'e|'1|'{\"len\": 5}|'f|'0.75|$-1", "%2|'e|*2|,1|'{\"len\": 5}|'f|*2|,0.75|_"})
    void readsScoresAndAttributes(String wire) throws IOException {
        List<SimilarElement<String>> expected =
                List.of(new SimilarElement<>("e", 1, "{\"len\": 5}"), new SimilarElement<>("f", 0.75, null));

        assertThat(read(SEARCH.vsimWithAttributes("k", VECTOR, VSimArgs.defaults()), wire))
                .isEqualTo(expected);
        assertThat(read(SEARCH.vsimElementWithAttributes("k", "e", VSimArgs.defaults()), wire))
                .isEqualTo(expected);
    }

    @Test
    void refusesScoresWithoutAttributes() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> read(
                        SEARCH.vsimWithAttributes("k", VECTOR, VSimArgs.defaults()), "*4|'e|'1|'f|'0.8563806712627411"))
                .withMessageContaining("4 values");
    }

    @Test
    void readsElements() throws IOException {
        assertThat(read(SEARCH.vsim("k", VECTOR), "*2|'e|'f")).containsExactly("e", "f");
        assertThat(read(SEARCH.vsimElement("k", "e"), "*0")).isEmpty();
        assertThat(read(SETS.vrange("k", LexRange.all(), 10), "*2|'a|'b")).containsExactly("a", "b");
        assertThat(read(SETS.vrange("k", LexRange.greaterThan("b"), 10), "*0")).isEmpty();
        assertThat(read(SETS.vlinks("k", "e"), "*2|*0|*1|'f")).containsExactly(List.of(), List.of("f"));
    }

    private static VAddArgs as(VectorQuantization quantization) {
        return VAddArgs.defaults().quantization(quantization);
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
