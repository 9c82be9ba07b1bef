package io.sorrel.redis.protocol;

import static io.sorrel.redis.protocol.ReplyBytes.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespReaderTest {
    @ParameterizedTest
    @CsvSource({
        "'+hello\r\n', hello",
        "'+\r\n', ''",
        "'$5\r\nhello\r\n', hello",
        "'$0\r\n\r\n', ''",
        "'=9\r\ntxt:hello\r\n', hello",
        "'=4\r\nmkd:\r\n', ''",
    })
    void readsStringsOfEveryKind(String wire, String expected) throws IOException {
        assertThat(reader(wire).readString()).isEqualTo(expected);
        assertThat(reader(wire).readStringOrNull()).isEqualTo(expected);
        assertThat(reader(wire).readBytes()).asString().isEqualTo(expected);
        assertThat(reader(wire).readVerbatim().text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_\r\n", "$-1\r\n", "*-1\r\n"})
    void readsNullsOfBothProtocols(String wire) throws IOException {
        assertThat(reader(wire).peek()).isEqualTo(RespType.NULL);
        assertThat(reader(wire).readNull()).isTrue();
        assertThat(reader(wire).readBytesOrNull()).isNull();
        assertThat(reader(wire).readStringOrNull()).isNull();
        assertThat(reader(wire).readArrayHeader()).isEqualTo(-1);
        assertThat(reader(wire).readMapHeader()).isEqualTo(-1);
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> reader(wire).readString())
                .withMessageStartingWith("expected a string, but the server sent null");
    }

    @ParameterizedTest
    @CsvSource({
        "':0\r\n', 0",
        "':+5\r\n', 5",
        "':-42\r\n', -42",
        "':9223372036854775807\r\n', 9223372036854775807",
        "':-9223372036854775808\r\n', -9223372036854775808",
        "'$2\r\n17\r\n', 17",
        "'$20\r\n-9223372036854775808\r\n', -9223372036854775808",
        "'+-3\r\n', -3",
    })
    void readsIntegers(String wire, long expected) throws IOException {
        assertThat(reader(wire).readLong()).isEqualTo(expected);
        assertThat(reader(wire).readBigNumber()).isEqualTo(BigInteger.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "',1.5\r\n', 1.5",
        "',-0.25e-3\r\n', -0.00025",
        "',10\r\n', 10",
        "',0.10000000000000001\r\n', 0.1",
        "',1.7976931348623157e+308\r\n', 1.7976931348623157e+308",
        "',inf\r\n', Infinity",
        "',-inf\r\n', -Infinity",
        "',9007199254740993\r\n', 9007199254740992",
        "',9999999999999999\r\n', 1e16",
        "',123456789012.345\r\n', 123456789012.345",
        "',nan\r\n', NaN",
        "',-nan\r\n', NaN",
        "',-0\r\n', -0.0",
        "':3\r\n', 3",
        "'$4\r\n2.75\r\n', 2.75",
        "'$3\r\ninf\r\n', Infinity",
    })
    void readsDoubles(String wire, double expected) throws IOException {
        assertThat(reader(wire).readDouble()).isEqualTo((Double) expected);
    }

    @Test
    void readsStringsOfAnyLengthUnchanged() throws IOException {
        for (int length : new int[] {100, 16_383, 16_384, 65_537, (1 << 20) - 1, (1 << 20) + 1, 5_000_000}) {
            StringBuilder content = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                content.append((char) ('a' + i % 23));
            }
            byte[] wire = ReplyBytes.bytes("$" + length + "\r\n" + content + "\r\n:1\r\n");
            for (int piece : new int[] {999, 1 << 17}) {
                RespReader reader = reader(ReplyBytes.inPieces(wire, piece), RespLimits.defaults());
                assertThat(new String(reader.readBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo(content.toString());
                reader.beginReply();
                assertThat(reader.readLong()).isEqualTo(1);
                reader = reader(ReplyBytes.inPieces(wire, piece), RespLimits.defaults());
                assertThat(reader.readString()).isEqualTo(content.toString());
            }
        }
    }

    @Test
    void readsAggregatesInTheOrderOfTheWire() throws IOException {
        RespReader reader = reader("*4\r\n:1\r\n%1\r\n+k\r\n#t\r\n~0\r\n_\r\n+next\r\n");
        assertThat(reader.readArrayHeader()).isEqualTo(4);
        assertThat(reader.readLong()).isEqualTo(1);
        assertThat(reader.readMapHeader()).isEqualTo(1);
        assertThat(reader.readString()).isEqualTo("k");
        assertThat(reader.readBoolean()).isTrue();
        assertThat(reader.peek()).isEqualTo(RespType.SET);
        assertThat(reader.readArrayHeader()).isZero();
        assertThat(reader.isAtReplyBoundary()).isFalse();
        assertThat(reader.readNull()).isTrue();
        assertThat(reader.isAtReplyBoundary()).isTrue();
        reader.beginReply();
        assertThat(reader.readString()).isEqualTo("next");
        assertThat(reader.buffered()).isZero();
    }
}
