package io.sorrel.redis.command.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCursorTest {
    @Test
    void tellsTheEndFromTheStartThoughBothAreZero() {
        assertThat(ScanCursor.START.isFinished()).isFalse();
        assertThat(ScanCursor.of("0").isFinished()).isTrue();
        assertThat(ScanCursor.of("0")).isNotEqualTo(ScanCursor.START);
    }

    @Test
    void carriesAll64Bits() {
        ScanCursor cursor = ScanCursor.of("18446744073709551615");

        assertThat(cursor).hasToString("18446744073709551615").isEqualTo(ScanCursor.of("18446744073709551615"));
        assertThat(cursor.isFinished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "18446744073709551616", "7 MATCH *"})
    void refusesWhatIsNoCursor(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanCursor.of(text))
                .withMessageContaining("text must be an unsigned number of 64 bits");
    }
}
