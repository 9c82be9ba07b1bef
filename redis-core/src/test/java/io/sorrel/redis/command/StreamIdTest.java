package io.sorrel.redis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0-0", "1526919030474-55", "18446744073709551615-18446744073709551615"})
    void isWrittenAsItWasRead(String text) {
        assertThat(StreamId.of(text)).hasToString(text);
        assertThat(StreamId.of(text)).isEqualTo(StreamId.of(text));
    }

    @Test
    void takesATimestampAloneForItsFirstId() {
        assertThat(StreamId.of("17")).isEqualTo(new StreamId(17, 0));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "1-", "-1", "1-2-3", "a-1", "1-*", "18446744073709551616-0", "1--1"})
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void refusesWhatIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamId.of(text)).withMessageStartingWith("text must ");
    }

    @Test
    void isOrderedAsStreamsAre() {
        StreamId[] inOrder = {
            StreamId.MIN,
            StreamId.of("0-1"),
            StreamId.of("0-18446744073709551615"),
            StreamId.of("9-0"),
            StreamId.of("10-0"),
            StreamId.of("18446744073709551615-0"),
            StreamId.MAX
        };

        assertThat(Stream.of(inOrder).sorted()).containsExactly(inOrder);
        assertThat(StreamId.of("9-1")).isEqualByComparingTo(new StreamId(9, 1));
    }

    @Test
    void standsForAMoment() {
        Instant moment = Instant.ofEpochSecond(1_700_000_000, 5_999_999);

        assertThat(StreamId.firstOf(moment)).hasToString("1700000000005-0");
        assertThat(StreamId.lastOf(moment)).hasToString("1700000000005-18446744073709551615");
        assertThat(StreamId.firstOf(moment).time()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_005L));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(StreamId.MAX::time);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StreamId.firstOf(Instant.EPOCH))
                .withMessageStartingWith("moment must ");
    }
}
