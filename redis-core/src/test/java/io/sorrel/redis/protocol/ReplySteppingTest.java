package io.sorrel.redis.protocol;

import static io.sorrel.redis.protocol.ReplyBytes.bytes;
import static io.sorrel.redis.protocol.ReplyBytes.inPieces;
import static io.sorrel.redis.protocol.ReplyBytes.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader stays in step: whatever a decoder asks for, and wherever it gives up. */
class ReplySteppingTest {
    private static final String EVERY_KIND = "*13\r\n+s\r\n-ERR e\r\n:17\r\n$3\r\nabc\r\n$-1\r\n_\r\n,1.5\r\n#t\r\n(123"
            + "\r\n!5\r\nERR b\r\n=5\r\ntxt:v\r\n%1\r\n+k\r\n*1\r\n:1\r\n~2\r\n:1\r\n*1\r\n+deep\r\n";
    private static final int ELEMENTS = 13;

    interface Read {
        void from(RespReader reader) throws IOException;
    }

    record Named(String name, Read read) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Named> reads() {
        return List.of(
                new Named("readLong", RespReader::readLong),
                new Named("readDouble", RespReader::readDouble),
                new Named("readBoolean", RespReader::readBoolean),
                new Named("readBigNumber", RespReader::readBigNumber),
                new Named("readBytes", RespReader::readBytes),
                new Named("readString", RespReader::readString),
                new Named("readStringOrNull", RespReader::readStringOrNull),
                new Named("readVerbatim", RespReader::readVerbatim),
                new Named("readOk", RespReader::readOk),
                new Named("readError", RespReader::readError),
                new Named("readNull", RespReader::readNull),
                new Named("readArrayHeader", RespReader::readArrayHeader),
                new Named("readMapHeader", RespReader::readMapHeader),
                new Named("skip", RespReader::skip),
                new Named("captureReply", RespReader::captureReply));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void finishesTheReplyWhateverADecoderAskedForAtWhateverPlace(Named read) throws IOException {
        byte[] wire = bytes(EVERY_KIND + "+next\r\n");
        for (int position = 0; position <= ELEMENTS; position++) {
            for (int piece : new int[] {1, 7, wire.length}) {
                RespReader reader = reader(inPieces(wire, piece), RespLimits.defaults());
                if (position < ELEMENTS) {
                    assertThat(reader.readArrayHeader()).isEqualTo(ELEMENTS);
                    for (int i = 0; i < position; i++) {
                        reader.skip();
                    }
                }
                attempt(read, reader);
                reader.finishReply();
                assertThat(reader.isAtReplyBoundary()).isTrue();
                reader.beginReply();
                assertThat(reader.readString()).isEqualTo("next");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void goesOnWithTheNextElementWhenADecoderAskedForAnother(Named read) throws IOException {
        RespReader reader = reader("*2\r\n#t\r\n:2\r\n");
        reader.readArrayHeader();
        attempt(read, reader);
        if (!read.name.equals("readNull")) {
            assertThat(reader.readLong()).isEqualTo(2);
        }
        reader.finishReply();
        assertThat(reader.buffered()).isZero();
    }

    private static void attempt(Named read, RespReader reader) throws IOException {
        try {
            read.read.from(reader);
        } catch (UnexpectedReplyException | ErrorReplyException e) {
            assertThat(e).hasMessageNotContainingAny("abc", "deep", "17", "ERR");
        }
    }

    @Test
    void raisesAnErrorElementWhereAValueWasAskedForAndGoesOn() throws IOException {
        RespReader reader = reader("*3\r\n-WRONGTYPE no\r\n!7\r\nERR\r\nno\r\n:3\r\n");
        reader.readArrayHeader();
        assertThatExceptionOfType(ErrorReplyException.class)
                .isThrownBy(reader::readLong)
                .satisfies(e -> assertThat(e.text()).isEqualTo("WRONGTYPE no"));
        assertThatExceptionOfType(ErrorReplyException.class)
                .isThrownBy(reader::readMapHeader)
                .satisfies(e -> assertThat(e.text()).isEqualTo("ERR\r\nno"));
        assertThat(reader.readLong()).isEqualTo(3);
        assertThat(reader.isAtReplyBoundary()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'$3\r\nabc\r\n', an integer, a bulk string",
        "'+OK\r\n', an integer, a simple string",
        "'$21\r\n111111111111111111111\r\n', an integer, a bulk string",
        "'$19\r\n9223372036854775808\r\n', an integer, a bulk string",
        "'$0\r\n\r\n', an integer, a bulk string",
        "'%1\r\n:1\r\n:2\r\n', an integer, a map",
        "'*-1\r\n', an integer, null",
        "',1\r\n', an integer, a double",
    })
    void saysWhatWasExpectedAndWhatCame(String wire, String expected, String actual) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> reader(wire).readLong())
                .withMessageStartingWith("expected " + expected + ", but the server sent " + actual);
    }

    @Test
    void readsAnArrayOfEvenLengthAsAMapAndSkipsAnOddOne() throws IOException {
        RespReader reader = reader("*3\r\n*2\r\n+k\r\n:1\r\n*3\r\n+a\r\n*1\r\n:1\r\n+c\r\n:9\r\n");
        reader.readArrayHeader();
        assertThat(reader.readMapHeader()).isEqualTo(1);
        assertThat(reader.readString()).isEqualTo("k");
        assertThat(reader.readLong()).isEqualTo(1);
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(reader::readMapHeader)
                .withMessageContaining("an array of odd length");
        assertThat(reader.readLong()).isEqualTo(9);
    }

    @Test
    void skipsDeeplyNestedValuesWithoutRecursion() throws IOException {
        RespLimits deep = new RespLimits(1 << 20, 100, 100, 1 << 20, 1 << 24);
        byte[] wire =
                bytes("*1\r\n".repeat(500_000) + "|1\r\n".repeat(1000) + ":1\r\n".repeat(2000) + ":1\r\n+next\r\n");
        RespReader reader = reader(inPieces(wire, 1000), deep);
        reader.skip();
        reader.beginReply();
        assertThat(reader.readString()).isEqualTo("next");
    }

    @Test
    void refusesToBeginAReplyWhileOneIsHalfRead() throws IOException {
        RespReader reader = reader("*2\r\n:1\r\n:2\r\n:3\r\n");
        reader.beginReply();
        reader.readArrayHeader();
        assertThatThrownBy(reader::beginReply)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("finishReply");
        reader.readLong();
        reader.readLong();
        assertThatThrownBy(reader::readLong)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("beginReply");
        reader.finishReply();
        reader.beginReply();
        assertThat(reader.readLong()).isEqualTo(3);
    }

    @Test
    void standsAtABoundaryUntilAByteOfTheReplyIsConsumed() throws IOException {
        RespReader reader = reader(":1\r\n|1\r\n+k\r\n+v\r\n_\r\n");
        reader.readLong();
        reader.beginReply();
        assertThat(reader.isAtReplyBoundary()).isTrue();
        reader.beginReply();
        assertThat(reader.peek()).isEqualTo(RespType.NULL);
        assertThat(reader.isAtReplyBoundary()).isFalse();
        assertThat(reader.readNull()).isTrue();
        assertThat(reader.isAtReplyBoundary()).isTrue();
        assertThat(reader.buffered()).isZero();
    }

    @Test
    void neverReadsBeyondTheReplyThatWasBegun() throws IOException {
        CountingSource source = inPieces(bytes(":1\r\n:2\r\n"), 1);
        RespReader reader = reader(source, RespLimits.defaults());
        reader.readLong();
        reader.finishReply();
        assertThat(source.handedOut()).isEqualTo(4);
    }

    @Test
    void capturesAReplyAsItCame() throws IOException {
        String large = "*3\r\n$70000\r\n" + "x".repeat(70_000) + "\r\n:+5\r\n|1\r\n+k\r\n+v\r\n$-1\r\n";
        for (String wire : List.of("+OK\r\n", "$-1\r\n", "-ERR no\r\n", "%1\r\n+k\r\n*0\r\n", large)) {
            for (int piece : new int[] {1, 1000, 1 << 20}) {
                RespReader reader = reader(inPieces(bytes(wire + "+next\r\n"), piece), RespLimits.defaults());
                assertThat(reader.captureReply()).isEqualTo(bytes(wire));
                reader.beginReply();
                assertThat(reader.readString()).isEqualTo("next");
            }
        }
    }

    @Test
    void capturesAnElementAmongOthers() throws IOException {
        RespReader reader = reader("*3\r\n:1\r\n*1\r\n$1\r\nx\r\n:3\r\n");
        reader.readArrayHeader();
        reader.readLong();
        assertThat(reader.captureReply()).isEqualTo(bytes("*1\r\n$1\r\nx\r\n"));
        assertThat(reader.readLong()).isEqualTo(3);
    }

    @Test
    void leavesTheArrayOfACopyAsItIs() throws IOException {
        byte[] wire = bytes(":1\r\n$5\r\nhel");
        byte[] before = wire.clone();
        RespReader reader = RespReader.of(wire, RespLimits.defaults());
        reader.beginReply();
        reader.readLong();
        reader.beginReply();
        assertThatThrownBy(reader::readBytes).isInstanceOf(EOFException.class);
        assertThat(wire).isEqualTo(before);
    }

    @Test
    void survivesAReadTimeoutBetweenReplies() throws IOException {
        RespReader reader = reader(script(":1\r\n", null, "+OK\r\n"), RespLimits.defaults());
        reader.readLong();
        reader.beginReply();
        assertThatThrownBy(reader::peek).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.isAtReplyBoundary()).isTrue();
        reader.beginReply();
        reader.readOk();
    }

    @ParameterizedTest
    @CsvSource({"'$5\r\nhel'", "'*2\r\n:1\r\n'", "'|1\r\n+k\r\n+v\r\n'", "':'", "'+O'"})
    void isUnusableAfterAReadTimeoutInsideAReply(String begun) {
        RespReader reader = reader(script(begun, null, ":1\r\n"), RespLimits.defaults());
        assertThatThrownBy(reader::skip).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.isAtReplyBoundary()).isFalse();
        for (Read read : List.<Read>of(RespReader::finishReply, RespReader::beginReply, RespReader::skip)) {
            assertThatThrownBy(() -> read.from(reader)).isInstanceOf(RedisProtocolException.class);
        }
    }

    @Test
    void isUnusableAfterAnErrorOfTheMachineInsideAValue() {
        RespReader reader = reader(
                (buffer, offset, length) -> {
                    if (length < 16 * 1024) {
                        throw new OutOfMemoryError("simulated");
                    }
                    return inPieces(bytes("$5\r\nhel"), 7).read(buffer, offset, length);
                },
                RespLimits.defaults());
        assertThatThrownBy(reader::readBytes).isInstanceOf(OutOfMemoryError.class);
        assertThat(reader.isAtReplyBoundary()).isFalse();
        assertThatThrownBy(reader::finishReply).isInstanceOf(RedisProtocolException.class);
    }

    @Test
    void countsBytesThatNobodyAskedFor() throws IOException {
        RespReader reader = reader("+OK\r\n+HIDDEN\r\n");
        reader.readOk();
        assertThat(reader.isAtReplyBoundary()).isTrue();
        assertThat(reader.buffered()).isEqualTo(9);
    }

    /** A source that gives one piece a read, and times out where a piece is null. */
    private static ByteSource script(String... pieces) {
        Deque<Piece> left = new ArrayDeque<>();
        for (String piece : pieces) {
            left.add(new Piece(piece));
        }
        return (buffer, offset, length) -> {
            Piece next = left.removeFirst();
            if (next.text == null) {
                throw new SocketTimeoutException("simulated");
            }
            byte[] bytes = bytes(next.text);
            System.arraycopy(bytes, 0, buffer, offset, bytes.length);
            return bytes.length;
        };
    }

    private record Piece(String text) {}
}
