package io.sorrel.redis.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNumbersTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1.5,1.5", "-2,-2", "' 3 ',3", "103.26%,103.26", "'7 %',7", "inf,Infinity", "+inf,Infinity",
                "-inf,-Infinity", "nan,NaN", "-nan,NaN", "-nan%,NaN", "NaN,NaN", "INF,Infinity", "1e3,1000"
            })
    void readsFloatingPointNumbers(String text, Double number) {
        assertThat(ServerNumbers.real(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12,12",
                "-12,-12",
                "' 6379',6379",
                "2.5,2",
                "-2.5,-2",
                "80%,80",
                "18446744073709525232,-26384",
                "9223372036854775807,9223372036854775807",
                "99999999999999999999,9223372036854775807"
            })
    void readsNumbersWithoutTheirFraction(String text, long number) {
        assertThat(ServerNumbers.whole(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "one", "1,5", "0x", "--1", "-"})
    void tellsWhatIsNoNumber(String text) {
        assertThat(ServerNumbers.real(text)).isNull();
        assertThat(ServerNumbers.whole(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-inf", "nan", "-nan"})
    void hasNoWholeNumberForWhatIsNotFinite(String text) {
        assertThat(ServerNumbers.whole(text)).isNull();
    }
}
