package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.BitField;
import io.sorrel.redis.command.args.BitFieldArgs;
import io.sorrel.redis.command.args.BitFieldOverflow;
import io.sorrel.redis.command.args.BitUnit;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Bitmaps against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BitmapCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void setsAndReadsBits() {
        assertThat(redis.setBit("k", 7, true)).isFalse();
        assertThat(redis.setBit("k", 7, true)).isTrue();
        assertThat(redis.getBit("k", 7)).isTrue();
        assertThat(redis.getBit("k", 6)).isFalse();
        assertThat(redis.getBit("k", 700)).isFalse();
        assertThat(redis.getBit("missing", 0)).isFalse();
        assertThat(redis.setBit("k", 7, false)).isTrue();
        assertThat(redis.getBit("k", 7)).isFalse();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.setBit("k", 1L << 32, true));
    }

    @Test
    void countsBits() {
        bytes("k", 0xFF, 0x0F, 0x01);

        assertThat(redis.bitCount("k")).isEqualTo(13);
        assertThat(redis.bitCount("k", 1, -1)).isEqualTo(5);
        assertThat(redis.bitCount("k", -1, -1)).isEqualTo(1);
        assertThat(redis.bitCount("k", 5, 9)).isZero();
        assertThat(redis.bitCount("missing")).isZero();
        assertThat(redis.bitCount("missing", 0, -1)).isZero();
    }

    @Test
    void findsBits() {
        bytes("k", 0xFF, 0xF0, 0x00);

        assertThat(redis.bitPos("k", true)).isZero();
        assertThat(redis.bitPos("k", false)).isEqualTo(12);
        assertThat(redis.bitPos("k", true, 2)).isEqualTo(-1);
        assertThat(redis.bitPos("k", false, 2)).isEqualTo(16);
        assertThat(redis.bitPos("k", true, -2, -1)).isEqualTo(8);
        assertThat(redis.bitPos("k", false, 0, 0)).isEqualTo(-1);
        bytes("ones", 0xFF);
        assertThat(redis.bitPos("ones", false)).isEqualTo(8);
        assertThat(redis.bitPos("missing", true)).isEqualTo(-1);
        assertThat(redis.bitPos("missing", false)).isZero();
    }

    @Test
    void countsTheEndsInBits() {
        assumeTrue(ServerKnows.bitRanges(SERVER.server()), "ranges in bits are since Redis 7.0");
        bytes("k", 0xFF, 0xF0);

        assertThat(redis.bitCount("k", 2, 9, BitUnit.BIT)).isEqualTo(8);
        assertThat(redis.bitCount("k", 1, 1, BitUnit.BYTE)).isEqualTo(4);
        assertThat(redis.bitPos("k", true, 3, 15, BitUnit.BIT)).isEqualTo(3);
        assertThat(redis.bitPos("k", false, 3, 11, BitUnit.BIT)).isEqualTo(-1);
        assertThat(redis.bitPos("k", false, 1, 1, BitUnit.BYTE)).isEqualTo(12);
    }

    @Test
    void passesOnThatAnOlderServerCountsInBytesOnly() {
        assumeFalse(ServerKnows.bitRanges(SERVER.server()), "ranges in bits are since Redis 7.0");
        bytes("k", 0xFF);

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.bitCount("k", 2, 9, BitUnit.BIT));
    }

    @Test
    void combinesStrings() {
        bytes("k", 0b1100, 0xFF);
        bytes("l", 0b1010);

        assertThat(redis.bitOpAnd("d", "k", "l")).isEqualTo(2);
        assertThat(bytesOf("d")).containsExactly(0b1000, 0);
        assertThat(redis.bitOpOr("d", List.of("k", "l", "missing"))).isEqualTo(2);
        assertThat(bytesOf("d")).containsExactly(0b1110, -1);
        assertThat(redis.bitOpXor("d", "k", "l")).isEqualTo(2);
        assertThat(bytesOf("d")).containsExactly(0b0110, -1);
        assertThat(redis.bitOpNot("d", "l")).isEqualTo(1);
        assertThat(bytesOf("d")).containsExactly(~0b1010);
        assertThat(redis.bitOpAnd("d", List.of("missing"))).isZero();
        assertThat(redis.exists("d")).isZero();
        assertThat(redis.bitOpOr("d", "missing")).isZero();
        assertThat(redis.bitOpXor("d", List.of("missing"))).isZero();
        assertThat(redis.bitOpNot("d", "missing")).isZero();
    }

    @Test
    void readsAndChangesNumbersWithinTheBits() {
        assertThat(redis.bitField(
                        "k",
                        BitFieldArgs.operations()
                                .set(BitField.unsigned(8, 0), 255)
                                .get(BitField.nthSigned(4, 1))
                                .incrBy(BitField.unsigned(8, 0), 2)
                                .overflow(BitFieldOverflow.SAT)
                                .incrBy(BitField.nthUnsigned(8, 1), 300)
                                .overflow(BitFieldOverflow.FAIL)
                                .incrBy(BitField.nthUnsigned(8, 1), 1)
                                .set(BitField.signed(8, 16), -200)
                                .overflow(BitFieldOverflow.WRAP)
                                .set(BitField.signed(64, 24), Long.MIN_VALUE)
                                .get(BitField.signed(64, 24))))
                .containsExactly(0L, -1L, 1L, 255L, null, null, 0L, Long.MIN_VALUE);
        assertThat(redis.bitFieldReadOnly("k", BitField.unsigned(8, 0), BitField.nthUnsigned(8, 1)))
                .containsExactly(1L, 255L);
        assertThat(redis.bitFieldReadOnly("missing", BitField.unsigned(63, 0))).containsExactly(0L);
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.rpush("list", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.setBit("list", 0, true));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.bitCount("list"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.bitOpOr("d", "list"));
    }

    private void bytes(String key, int... bytes) {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            value[i] = (byte) bytes[i];
        }
        path.commands(client, RedisCodec.bytes()).set(key.getBytes(StandardCharsets.UTF_8), value);
    }

    private byte[] bytesOf(String key) {
        return path.commands(client, RedisCodec.bytes()).get(key.getBytes(StandardCharsets.UTF_8));
    }
}
