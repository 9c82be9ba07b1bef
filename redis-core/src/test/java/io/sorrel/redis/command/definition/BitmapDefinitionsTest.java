package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.BitField;
import io.sorrel.redis.command.args.BitFieldArgs;
import io.sorrel.redis.command.args.BitFieldOverflow;
import io.sorrel.redis.command.args.BitUnit;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on bitmaps and on HyperLogLogs. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class BitmapDefinitionsTest {
    private static final BitmapDefinitions<String, String> BITS = new BitmapDefinitions<>(RedisCodec.utf8());
    private static final HyperLogLogDefinitions<String, String> LOGS = new HyperLogLogDefinitions<>(RedisCodec.utf8());
    private static final BitField FIELD = BitField.unsigned(8, 16);

    @ParameterizedTest
    @MethodSource({"commands", "hyperLogLogCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("BITCOUNT k", BITS.bitCount("k")),
                sends("BITCOUNT k 0 -1", BITS.bitCount("k", 0, -1)),
                sends("BITCOUNT k 5 30 BIT", BITS.bitCount("k", 5, 30, BitUnit.BIT)),
                sends("BITCOUNT k 5 30 BYTE", BITS.bitCount("k", 5, 30, BitUnit.BYTE)),
                sends(
                        "BITFIELD k GET u8 16",
                        BITS.bitField("k", BitFieldArgs.operations().get(FIELD))),
                sends(
                        "BITFIELD k INCRBY u1 0 -1 OVERFLOW SAT SET i64 #3 -9 GET u63 #0 OVERFLOW FAIL INCRBY i1 7 2"
                                + " OVERFLOW WRAP SET u8 16 255",
                        BITS.bitField(
                                "k",
                                BitFieldArgs.operations()
                                        .incrBy(BitField.unsigned(1, 0), -1)
                                        .overflow(BitFieldOverflow.SAT)
                                        .set(BitField.nthSigned(64, 3), -9)
                                        .get(BitField.nthUnsigned(63, 0))
                                        .overflow(BitFieldOverflow.FAIL)
                                        .incrBy(BitField.signed(1, 7), 2)
                                        .overflow(BitFieldOverflow.WRAP)
                                        .set(FIELD, 255))),
                sends("BITFIELD_RO k GET u8 16", BITS.bitFieldReadOnly("k", FIELD)),
                sends("BITFIELD_RO k GET u8 16 GET i4 #1", BITS.bitFieldReadOnly("k", FIELD, BitField.nthSigned(4, 1))),
                sends("BITOP AND d k l", BITS.bitOpAnd("d", "k", "l")),
                sends("BITOP AND d k l", BITS.bitOpAnd("d", List.of("k", "l"))),
                sends("BITOP NOT d k", BITS.bitOpNot("d", "k")),
                sends("BITOP OR d k", BITS.bitOpOr("d", "k")),
                sends("BITOP OR d k l", BITS.bitOpOr("d", List.of("k", "l"))),
                sends("BITOP XOR d k l", BITS.bitOpXor("d", "k", "l")),
                sends("BITOP XOR d k l", BITS.bitOpXor("d", List.of("k", "l"))),
                sends("BITPOS k 1", BITS.bitPos("k", true)),
                sends("BITPOS k 0 2", BITS.bitPos("k", false, 2)),
                sends("BITPOS k 1 2 -1", BITS.bitPos("k", true, 2, -1)),
                sends("BITPOS k 0 7 15 BIT", BITS.bitPos("k", false, 7, 15, BitUnit.BIT)),
                sends("GETBIT k 7", BITS.getBit("k", 7)),
                sends("SETBIT k 4294967295 1", BITS.setBit("k", 4_294_967_295L, true)),
                sends("SETBIT k 0 0", BITS.setBit("k", 0, false)));
    }

    static Stream<ArgumentSet> hyperLogLogCommands() {
        return Stream.of(
                sends("PFADD h", LOGS.pfadd("h")),
                sends("PFADD h a b", LOGS.pfadd("h", "a", "b")),
                sends("PFADD h a b", LOGS.pfadd("h", List.of("a", "b"))),
                sends("PFCOUNT h i", LOGS.pfcount("h", "i")),
                sends("PFCOUNT h i", LOGS.pfcount(List.of("h", "i"))),
                sends("PFDEBUG DECODE h", LOGS.pfdebugDecode("h")),
                sends("PFDEBUG ENCODING h", LOGS.pfdebugEncoding("h")),
                sends("PFDEBUG GETREG h", LOGS.pfdebugGetReg("h")),
                sends("PFDEBUG SIMD ON", LOGS.pfdebugSimd(true)),
                sends("PFDEBUG SIMD OFF", LOGS.pfdebugSimd(false)),
                sends("PFDEBUG TODENSE h", LOGS.pfdebugToDense("h")),
                sends("PFMERGE d h i", LOGS.pfmerge("d", "h", "i")),
                sends("PFMERGE d h i", LOGS.pfmerge("d", List.of("h", "i"))),
                sends("PFSELFTEST", LOGS.pfselfTest()));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "BITCOUNT null", () -> BITS.bitCount(null)),
                refused("unit", "BITCOUNT in no unit", () -> BITS.bitCount("k", 0, 1, null)),
                refused("unit", "BITPOS in no unit", () -> BITS.bitPos("k", true, 0, 1, null)),
                refused("args", "BITFIELD null", () -> BITS.bitField("k", null)),
                refused("args", "BITFIELD of nothing", () -> BITS.bitField("k", BitFieldArgs.operations())),
                refused(
                        "args",
                        "BITFIELD without an operation",
                        () -> BITS.bitField("k", BitFieldArgs.operations().overflow(BitFieldOverflow.SAT))),
                refused("field", "GET null", () -> BitFieldArgs.operations().get(null)),
                refused("field", "SET null", () -> BitFieldArgs.operations().set(null, 1)),
                refused("field", "INCRBY null", () -> BitFieldArgs.operations().incrBy(null, 1)),
                refused(
                        "overflow",
                        "OVERFLOW null",
                        () -> BitFieldArgs.operations().overflow(null)),
                refused("bits", "u0", () -> BitField.unsigned(0, 0)),
                refused("bits", "u64", () -> BitField.unsigned(64, 0)),
                refused("bits", "i65", () -> BitField.signed(65, 0)),
                refused("bits", "nth i0", () -> BitField.nthSigned(0, 0)),
                refused("bits", "nth u64", () -> BitField.nthUnsigned(64, 0)),
                refused("offset", "u8 at -1", () -> BitField.unsigned(8, -1)),
                refused("offset", "i8 at -1", () -> BitField.signed(8, -1)),
                refused("index", "u8 number -1", () -> BitField.nthUnsigned(8, -1)),
                refused("index", "i8 number -1", () -> BitField.nthSigned(8, -1)),
                refused("fields", "BITFIELD_RO of nothing", () -> BITS.bitFieldReadOnly("k")),
                refused("fields", "BITFIELD_RO null", () -> BITS.bitFieldReadOnly("k", FIELD, null)),
                refused("keys", "BITOP AND of nothing", () -> BITS.bitOpAnd("d")),
                refused("keys", "BITOP OR of nothing", () -> BITS.bitOpOr("d", List.of())),
                refused("keys", "BITOP XOR null", () -> BITS.bitOpXor("d", (String) null)),
                refused("key", "BITOP NOT null", () -> BITS.bitOpNot("d", null)),
                refused("destination", "BITOP NOT to null", () -> BITS.bitOpNot(null, "k")),
                refused("offset", "GETBIT -1", () -> BITS.getBit("k", -1)),
                refused("offset", "SETBIT -1", () -> BITS.setBit("k", -1, true)),
                refused("key", "PFADD null", () -> LOGS.pfadd(null)),
                refused("values", "PFADD of an empty list", () -> LOGS.pfadd("h", List.of())),
                refused("values", "PFADD of an empty array", () -> LOGS.pfadd("h", new String[0])),
                refused("keys", "PFCOUNT of nothing", () -> LOGS.pfcount()),
                refused("keys", "PFMERGE of nothing", () -> LOGS.pfmerge("d")),
                refused("destination", "PFMERGE to null", () -> LOGS.pfmerge(null, "h")),
                refused("key", "PFDEBUG null", () -> LOGS.pfdebugEncoding(null)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("BITCOUNT", BITS.bitCount("k"), true),
                argumentSet("SETBIT answers what was", BITS.setBit("k", 0, true), false),
                argumentSet(
                        "BITFIELD", BITS.bitField("k", BitFieldArgs.operations().get(FIELD)), false),
                argumentSet("BITFIELD_RO", BITS.bitFieldReadOnly("k", FIELD), true),
                argumentSet("BITOP AND", BITS.bitOpAnd("k", "k", "l"), true),
                argumentSet("BITOP OR", BITS.bitOpOr("k", "k", "l"), true),
                argumentSet("BITOP XOR may have its destination among the keys", BITS.bitOpXor("k", "k"), false),
                argumentSet("BITOP NOT may have its destination for key", BITS.bitOpNot("k", "k"), false),
                argumentSet("PFADD", LOGS.pfadd("h", "a"), false),
                argumentSet("PFMERGE", LOGS.pfmerge("d", "h"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|:0|:-1|$-1", "*3|:0|:-1|_"})
    void readsWhichNumbersDidNotFit(String wire) throws IOException {
        assertThat(RecordedReply.read(
                        BITS.bitField("k", BitFieldArgs.operations().get(FIELD)), wire))
                .containsExactly(0L, -1L, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "$7|"})
    void readsWhetherTheProcessorHelps(String type) throws IOException {
        assertThat(RecordedReply.read(LOGS.pfdebugSimd(true), type + "enabled")).isTrue();
        assertThat(RecordedReply.read(LOGS.pfdebugSimd(true), "+disabled")).isFalse();
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
