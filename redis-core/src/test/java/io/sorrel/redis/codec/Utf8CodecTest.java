package io.sorrel.redis.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CodecTest {
    private static final ValueCodec<String> CODEC = RedisCodec.utf8Values();

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "????????", "a?b?c", "key", "é?", "日本語?", "😀", "?😀?", "sixteen letters?!"})
    void readsBackWhatItHasWritten(String text) {
        for (String each : new String[] {text, text.repeat(9), "1234567" + text, text + "12345678"}) {
            assertThat(CODEC.decode(CODEC.encode(each))).isEqualTo(each);
        }
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                Arguments.of("\uD800", 0),
                Arguments.of("\uDFFF", 0),
                Arguments.of("a\uD83D", 1),
                Arguments.of("a?\uDE00?", 2),
                Arguments.of("\uD83D\uDE00\uD83D", 2),
                Arguments.of("\uDE00\uD83D", 0),
                Arguments.of("????????????????\uD83Dx", 16),
                Arguments.of("é\uD83Dx", 1));
    }

    @ParameterizedTest
    @MethodSource("halves")
    void refusesHalfOfASurrogatePair(String text, int index) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODEC.encode(text))
                .withMessage("the text has half of a surrogate pair at index " + index + ", which UTF-8 cannot encode");
    }

    @Test
    void refusesExactlyWhatTheEncoderOfTheJdkRefuses() {
        SplittableRandom random = new SplittableRandom(7);
        char[] alphabet = {'?', 'a', 'é', '日', '\uD83D', '\uDE00', '\uD83F', '\uDC3F'};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(20);
            int kinds = random.nextInt(1, alphabet.length + 1);
            for (int j = 0; j < length; j++) {
                text.append(alphabet[random.nextInt(kinds)]);
            }
            assertThat(isEncoded(text.toString()))
                    .isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(text));
        }
    }

    private static boolean isEncoded(String text) {
        try {
            return CODEC.decode(CODEC.encode(text)).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
