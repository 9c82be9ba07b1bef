package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void comesBackFromItsLine() {
        Measurement measured = new Measurement(1, 2, 0, 3, 4, 5, 6, Measurement.UNKNOWN, null);

        assertThat(Measurement.parse(measured.toLine())).isEqualTo(measured);
    }

    @Test
    void keepsTheProblemOnOneLine() {
        Measurement measured = new Measurement(1, 2, 3, 4, 5, 6, 7, 8, "a = b\nc");

        assertThat(measured.toLine()).doesNotContain("\n");
        assertThat(Measurement.parse(measured.toLine()).problem()).isEqualTo("a = b c");
    }

    @Test
    void refusesOtherLines() {
        assertThatIllegalArgumentException().isThrownBy(() -> Measurement.parse("hello"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurement.parse("operations=1"))
                .withMessageContaining("nanos");
    }
}
