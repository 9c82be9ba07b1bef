package io.sorrel.redis.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEncoderTest {
    private static final Word SET = Word.of("SET");

    @Test
    void writesACommandAsAnArrayOfBulkStrings() throws IOException {
        EncodedRequest request = new RequestEncoder()
                .word(SET)
                .argument(bytes("key"))
                .argument(new byte[] {0, 1, 2}, 1, 1)
                .ascii("EX")
                .argument(60)
                .encode();
        assertThat(wire(request)).isEqualTo("*5\r\n$3\r\nSET\r\n$3\r\nkey\r\n$1\r\n\u0001\r\n$2\r\nEX\r\n$2\r\n60\r\n");
        assertThat(request.arguments()).isEqualTo(5);
        assertThat(request.size()).isEqualTo(wire(request).length());
    }

    @Test
    void countsEachWordOfAConstant() throws IOException {
        assertThat(wire(new RequestEncoder().word(Word.of("CLIENT", "SETINFO")).encode()))
                .isEqualTo("*2\r\n$6\r\nCLIENT\r\n$7\r\nSETINFO\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "a\r\nb", "*1\r\n$8\r\nFLUSHALL\r\n", "\0", "é", "日本語", "😀", "a😀b\r\n"})
    void carriesAnyTextUnchanged(String text) throws IOException {
        assertThat(decoded(new RequestEncoder().word(SET).argument(bytes(text)).encode()))
                .isEqualTo(List.of("SET", text));
        String longer = text.repeat(30) + "x".repeat(100);
        assertThat(decoded(
                        new RequestEncoder().word(SET).argument(bytes(longer)).encode()))
                .isEqualTo(List.of("SET", longer));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                99,
                100,
                -1,
                -9,
                -10,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -1234567890123L
            })
    void writesIntegersInDecimal(long value) throws IOException {
        assertThat(decoded(new RequestEncoder(0).argument(value).encode())).isEqualTo(List.of(Long.toString(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-17, -17",
        "0.1, 0.1",
        "1.5, 1.5",
        "100000000, 100000000",
        "9007199254740992, 9007199254740992",
        "1e300, 1E300",
        "2e23, 2E+23",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, nan",
        "4.9e-324, 4.9E-324",
    })
    void writesDoublesShortAndExactly(double value, String expected) throws IOException {
        String written = decoded(new RequestEncoder().argument(value).encode()).get(0);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(written)).isEqualTo((Double) value);
            assertThat(written.length()).isLessThanOrEqualTo(expected.length());
        } else {
            assertThat(written).isEqualTo(expected);
        }
    }

    @Test
    void readsBackEveryDoubleThatItWrites() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(100_000) / 1000.0;
            byte[] text = decoded(new RequestEncoder().argument(value).encode())
                    .get(0)
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(NumberText.isDouble(text, 0, text.length)).isTrue();
            assertThat(NumberText.toDouble(text, 0, text.length)).isEqualTo((Double) value);
        }
    }

    @Test
    void refersToLargeArgumentsInsteadOfCopyingThem() throws IOException {
        byte[] large = new byte[1 << 20];
        Arrays.fill(large, (byte) 'x');
        EncodedRequest request = new RequestEncoder()
                .word(SET)
                .argument(large, 3, 100_000)
                .argument(bytes("between"))
                .argument(large)
                .argument(large, 0, 16 * 1024)
                .encode();
        String value = "x".repeat(100_000);
        assertThat(decoded(request))
                .isEqualTo(List.of("SET", value, "between", "x".repeat(1 << 20), "x".repeat(16 * 1024)));
        List<byte[]> written = new ArrayList<>();
        request.writeTo(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                written.add(bytes);
            }
        });
        assertThat(written).hasSize(5);
        assertThat(written.get(1)).isSameAs(large);
        assertThat(written.get(3)).isSameAs(large);
    }

    @Test
    void copiesTheSameBytesThatItWrites() throws IOException {
        EncodedRequest request = new RequestEncoder()
                .word(SET)
                .argument(new byte[50_000])
                .argument(bytes("end"))
                .encode();
        byte[] target = new byte[(int) request.size() + 7];
        assertThat(request.copyTo(target, 7)).isEqualTo(target.length);
        assertThat(new String(target, 7, target.length - 7, StandardCharsets.ISO_8859_1))
                .isEqualTo(wire(request));
        assertThatThrownBy(() -> request.copyTo(new byte[10], 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void takesOverTheArgumentsOfAnotherCommand() throws IOException {
        byte[] large = "y".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        EncodedRequest inner = new RequestEncoder()
                .word(SET)
                .argument(bytes("k"))
                .argument(large)
                .argument(bytes(""))
                .encode();

        EncodedRequest outer = new RequestEncoder()
                .argument(large)
                .arguments(inner)
                .argument(bytes("end"))
                .encode();
        EncodedRequest again = new RequestEncoder().arguments(outer).encode();

        List<String> expected = List.of("y".repeat(50_000), "SET", "k", "y".repeat(50_000), "", "end");
        assertThat(decoded(outer)).isEqualTo(expected);
        assertThat(decoded(again)).isEqualTo(expected);
        assertThat(decoded(inner)).hasSize(4);
    }

    @Test
    void holdsManyArguments() throws IOException {
        RequestEncoder encoder = new RequestEncoder();
        for (int i = 0; i < 100_000; i++) {
            encoder.argument(i);
        }
        EncodedRequest request = encoder.encode();
        assertThat(wire(request)).startsWith("*100000\r\n$1\r\n0\r\n").endsWith("$5\r\n99999\r\n");
    }

    @Test
    void showsNoContent() {
        assertThat(new RequestEncoder()
                        .word(Word.of("AUTH"))
                        .argument(bytes("secret"))
                        .encode())
                .hasToString("EncodedRequest[2 arguments, 26 bytes]");
    }

    @Test
    void refusesWhatIsNoCommand() {
        assertThatIllegalStateException().isThrownBy(() -> new RequestEncoder().encode());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestEncoder().word(SET).ascii("é"))
                .withMessage("argument 2 must be ASCII text");
        assertThatIllegalArgumentException().isThrownBy(() -> Word.of("CLIENT SETINFO"));
        assertThatIllegalArgumentException().isThrownBy(() -> Word.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestEncoder(-1));
        assertThatThrownBy(() -> new RequestEncoder().argument(new byte[3], 2, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static String wire(EncodedRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        request.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** The arguments as the protocol's own reader understands them. */
    private static List<String> decoded(EncodedRequest request) throws IOException {
        RespReader reader = RespReader.of(wire(request).getBytes(StandardCharsets.ISO_8859_1), RespLimits.defaults());
        reader.beginReply();
        int count = reader.readArrayHeader();
        assertThat(count).isEqualTo(request.arguments());
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            assertThat(reader.peek()).isEqualTo(RespType.BULK_STRING);
            arguments.add(reader.readString());
        }
        assertThat(reader.buffered()).isZero();
        return arguments;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
