package io.sorrel.redis.protocol;

import static io.sorrel.redis.protocol.ReplyBytes.bytes;
import static io.sorrel.redis.protocol.ReplyBytes.inPieces;
import static io.sorrel.redis.protocol.ReplyBytes.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sorrel.redis.error.RedisProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replies cost: memory by what arrived and never by what was announced, reads of the source, copies. */
class ReplyCostTest {
    private static final RespLimits ROOMY =
            new RespLimits(64, 65536, RespLimits.LONGEST_ARRAY, Long.MAX_VALUE, Long.MAX_VALUE);
    private static final long CONSTANT = 2 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2147483647\r\n",
                "%2147483647\r\n",
                "~2147483647\r\n",
                ">2147483647\r\n",
                "|2147483647\r\n",
                "$2147483639\r\n",
                "=2147483639\r\ntxt:",
                "*2147483647\r\n*2147483647\r\n*2147483647\r\n",
                "%1\r\n$2147483639\r\n",
            })
    void allocatesNothingByADeclaredSize(String wire) {
        byte[] bytes = bytes(wire);
        assertThatThrownBy(() -> TreeReader.read(reader(inPieces(bytes, 5), ROOMY)))
                .isInstanceOf(EOFException.class);
        long before = allocated();
        assertThatThrownBy(() -> TreeReader.read(reader(inPieces(bytes, 5), ROOMY)))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader(inPieces(bytes, 5), ROOMY).skip()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader(inPieces(bytes, 5), ROOMY).captureReply())
                .isInstanceOf(EOFException.class);
        assertThat(allocated() - before).isLessThan(CONSTANT);
    }

    @Test
    void growsALargeStringWithWhatArrives() {
        byte[] wire = bytes("$2147483639\r\n" + "x".repeat(3 << 20));
        long before = allocated();
        assertThatThrownBy(() -> reader(inPieces(wire, 1 << 16), ROOMY).readBytes())
                .isInstanceOf(EOFException.class);
        assertThat(allocated() - before).isLessThan(4L * (3 << 20) + 2 * CONSTANT);
    }

    @Test
    void skipsALargeStringWithoutKeepingIt() throws IOException {
        byte[] wire = bytes("$8388608\r\n" + "x".repeat(8 << 20) + "\r\n");
        long before = allocated();
        reader(inPieces(wire, 1 << 16), ROOMY).skip();
        assertThat(allocated() - before).isLessThan(CONSTANT / 4);
    }

    @Test
    void capturesLargeStringsWithoutCopyingThemAgainAndAgain() throws IOException {
        byte[] wire = bytes("*40\r\n" + ("$100000\r\n" + "x".repeat(100_000) + "\r\n").repeat(40));
        long before = allocated();
        assertThat(reader(inPieces(wire, 50_000), ROOMY).captureReply()).isEqualTo(wire);
        assertThat(allocated() - before).isLessThan(4L * wire.length + CONSTANT);
    }

    @Test
    void readsALargeStringInLargePieces() throws IOException {
        CountingSource source = inPieces(bytes("$1048576\r\n" + "x".repeat(1 << 20) + "\r\n"), 128 * 1024);
        assertThat(reader(source, ROOMY).readBytes()).hasSize(1 << 20);
        assertThat(source.reads()).isLessThan(12);
    }

    @Test
    void readsManySmallValuesInLargePieces() throws IOException {
        byte[] wire = bytes("*20000\r\n" + "$5\r\nhello\r\n".repeat(20_000));
        CountingSource source = inPieces(wire, 128 * 1024);
        RespReader reader = reader(source, ROOMY);
        assertThat(reader.readArrayHeader()).isEqualTo(20_000);
        for (int i = 0; i < 20_000; i++) {
            assertThat(reader.readBytes()).hasSize(5);
        }
        assertThat(source.reads()).isLessThan(wire.length / (64 * 1024) + 4);
    }

    @Test
    void returnsToTheSmallBufferBetweenReplies() throws IOException {
        byte[] wire = bytes("+" + "x".repeat(60_000) + "\r\n+OK\r\n");
        List<Integer> asked = new ArrayList<>();
        CountingSource source = inPieces(wire, wire.length);
        RespReader reader = reader(
                (buffer, offset, length) -> {
                    asked.add(buffer.length);
                    return source.read(buffer, offset, length);
                },
                RespLimits.defaults());
        assertThat(reader.readString()).hasSize(60_000);
        reader.beginReply();
        reader.readOk();
        reader.beginReply();
        assertThatThrownBy(reader::peek).isInstanceOf(EOFException.class);
        assertThat(asked.get(0)).isEqualTo(16 * 1024);
        assertThat(asked).anyMatch(size -> size > 16 * 1024);
        assertThat(asked.get(asked.size() - 1)).isEqualTo(16 * 1024);
    }

    @Test
    void allocatesOnlyTheResultOfAScalar() throws IOException {
        byte[] wire = bytes(":12345\r\n,1.25\r\n+OK\r\n#t\r\n_\r\n$5\r\nhello\r\n".repeat(20_000));
        RespReader reader = RespReader.of(wire, RespLimits.defaults());
        readScalars(reader, 10_000);
        long before = allocated();
        readScalars(reader, 10_000);
        // One array of five bytes a round.
        assertThat(allocated() - before).isLessThan(10_000 * 24 + 20_000);
    }

    private static void readScalars(RespReader reader, int rounds) throws IOException {
        for (int i = 0; i < rounds; i++) {
            reader.beginReply();
            reader.readLong();
            reader.beginReply();
            reader.readDouble();
            reader.beginReply();
            reader.readOk();
            reader.beginReply();
            reader.readBoolean();
            reader.beginReply();
            reader.readNull();
            reader.beginReply();
            reader.readBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1\r\n",
                "|1\r\n",
                "%1\r\n",
                "$-1\r\n",
                ":1\r\n",
                "+",
                "(9",
                ",9",
                "-",
                "*0\r\n",
                "|0\r\n",
                "$1\r\na\r\n",
                "!1\r\na\r\n",
                "$16384\r\n",
                "$70000\r\nxxxxxxxx",
                "*67108864\r\n",
                "\r",
                "#",
                "_\r\n",
            })
    void copiesEachByteAConstantNumberOfTimes(String repeated) {
        byte[] wire = bytes(repeated.repeat((1 << 18) / repeated.length()));
        for (int piece : new int[] {1, 1000, wire.length}) {
            CountingSource source = inPieces(wire, piece);
            long before = allocated();
            readToTheEnd(source);
            assertThat(source.reads()).isLessThanOrEqualTo(source.handedOut() / piece * 2 + 64);
            assertThat(allocated() - before).isLessThan(64L * wire.length + CONSTANT);
        }
    }

    private static void readToTheEnd(CountingSource source) {
        RespReader reader = new RespReader(source, RespLimits.defaults());
        try {
            while (true) {
                reader.beginReply();
                reader.skip();
            }
        } catch (IOException | RedisProtocolException e) {
            assertThat(reader.isAtReplyBoundary()).isFalse();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
