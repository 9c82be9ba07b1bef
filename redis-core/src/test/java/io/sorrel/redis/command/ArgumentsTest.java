package io.sorrel.redis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentsTest {
    @Test
    void givesWhatTheServerTakes() {
        assertThat(Arguments.positive("n", 1)).isEqualTo(1);
        assertThat(Arguments.notNegative("n", 0)).isZero();
        assertThat(Arguments.between("n", 1, 1, 3)).isEqualTo(1);
        assertThat(Arguments.between("n", 3, 1, 3)).isEqualTo(3);
        assertThat(Arguments.finite("n", -1.5)).isEqualTo(-1.5);
        assertThat(Arguments.float32("vector", new float[] {1, -0.5f}))
                .containsExactly(0, 0, 0x80, 0x3F, 0, 0, 0, 0xBF);
        assertThat(Arguments.notNegative("radius", 0.5)).isEqualTo(0.5);
        assertThat(Arguments.between("latitude", -85.0, -85, 85)).isEqualTo(-85);
        assertThat(Arguments.notNan("score", 1 / 0.0)).isInfinite();
        assertThat(Arguments.positiveSeconds("ttl", Duration.ofMinutes(2))).isEqualTo(120);
        assertThat(Arguments.positiveMillis("ttl", Duration.ofSeconds(2))).isEqualTo(2000);
        assertThat(Arguments.positiveMillis("ttl", Duration.ofMillis(Long.MAX_VALUE)))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Arguments.wholeMillis(
                        "ttl", Duration.ofMillis(Long.MAX_VALUE).negated()))
                .isEqualTo(-Long.MAX_VALUE);
        assertThat(Arguments.wholeSeconds("ttl", Duration.ofSeconds(Long.MIN_VALUE)))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(Arguments.epochMillis("moment", Instant.ofEpochSecond(7, 8_900_000)))
                .isEqualTo(7008);
        assertThat(Arguments.endMillis("moment", Instant.ofEpochMilli(7008))).isEqualTo(7008);
        assertThat(Arguments.endMillis("moment", Instant.ofEpochMilli(Long.MAX_VALUE)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void roundsTheEndOfSomethingUpSoThatItDoesNotEndEarly() {
        assertThat(Arguments.endMillis("moment", Instant.ofEpochSecond(7, 8_000_001)))
                .isEqualTo(7009);
        assertThat(Arguments.endMillis("moment", Instant.ofEpochSecond(7, 999_999_999)))
                .isEqualTo(8000);
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void namesTheParameterThatIsWrong(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                wrong("zero count", () -> Arguments.positive("count", 0), "count must be at least 1, but is 0"),
                wrong("negative", () -> Arguments.notNegative("offset", -1), "offset must be at least 0, but is -1"),
                wrong("no vector", () -> Arguments.float32("vector", new float[0]), "vector must not be empty"),
                wrong("too little", () -> Arguments.between("n", 0, 1, 3), "n must be between 1 and 3, but is 0"),
                wrong("too much", () -> Arguments.between("n", 4, 1, 3), "n must be between 1 and 3, but is 4"),
                wrong("infinity", () -> Arguments.finite("by", 1 / 0.0), "by must be finite, but is Infinity"),
                wrong("NaN", () -> Arguments.finite("by", 0 / 0.0), "by must be finite, but is NaN"),
                wrong("below zero", () -> Arguments.notNegative("by", -0.5), "by must be at least 0, but is -0.5"),
                wrong("endless", () -> Arguments.notNegative("by", 1 / 0.0), "by must be finite, but is Infinity"),
                wrong("beyond", () -> Arguments.between("by", 3.0, 1, 2), "by must be between 1.0 and 2.0, but is 3.0"),
                wrong(
                        "nowhere",
                        () -> Arguments.between("by", 0 / 0.0, 1, 2),
                        "by must be between 1.0 and 2.0, but is NaN"),
                wrong("no number", () -> Arguments.notNan("score", 0 / 0.0), "score must be a number, but is NaN"),
                wrong("no span", () -> Arguments.positiveMillis("ttl", null), "ttl must not be null"),
                wrong(
                        "zero span",
                        () -> Arguments.positiveSeconds("ttl", Duration.ZERO),
                        "ttl must be longer than zero and at most 9223372036854775807 ms, but is PT0S"),
                wrong(
                        "negative span",
                        () -> Arguments.positiveMillis("ttl", Duration.ofMillis(-1)),
                        "ttl must be longer than zero and at most 9223372036854775807 ms, but is PT-0.001S"),
                wrong(
                        "endless span",
                        () -> Arguments.positiveMillis("ttl", Duration.ofSeconds(Long.MAX_VALUE)),
                        "ttl must be longer than zero and at most 9223372036854775807 ms, but is"
                                + " PT2562047788015215H30M7S"),
                wrong(
                        "parts of seconds",
                        () -> Arguments.positiveSeconds("ttl", Duration.ofMillis(1500)),
                        "ttl must be whole seconds, but is PT1.5S"),
                wrong(
                        "parts of milliseconds",
                        () -> Arguments.positiveMillis("ttl", Duration.ofNanos(1)),
                        "ttl must be whole milliseconds, but is PT0.000000001S"),
                wrong(
                        "a span past counting",
                        () -> Arguments.wholeMillis("ttl", Duration.ofSeconds(Long.MAX_VALUE)),
                        "ttl must be at most 9223372036854775807 ms in either direction, but is"
                                + " PT2562047788015215H30M7S"),
                wrong(
                        "a negative span past counting",
                        () -> Arguments.wholeMillis("ttl", Duration.ofSeconds(Long.MIN_VALUE)),
                        "ttl must be at most 9223372036854775807 ms in either direction, but is"
                                + " PT-2562047788015215H-30M-8S"),
                wrong(
                        "an end past counting",
                        () -> Arguments.endMillis(
                                "moment", Instant.ofEpochMilli(Long.MAX_VALUE).plusNanos(1)),
                        "moment must be after 1970-01-01T00:00:00Z and before the year 292278995, but is"
                                + " +292278994-08-17T07:12:55.807000001Z"),
                wrong(
                        "the epoch",
                        () -> Arguments.epochMillis("moment", Instant.EPOCH),
                        "moment must be after 1970-01-01T00:00:00Z and before the year 292278995, but is"
                                + " 1970-01-01T00:00:00Z"),
                wrong(
                        "a moment past counting",
                        () -> Arguments.epochMillis("moment", Instant.MAX),
                        "moment must be after 1970-01-01T00:00:00Z and before the year 292278995, but is"
                                + " +1000000000-12-31T23:59:59.999999999Z"));
    }

    private static ArgumentSet wrong(String name, ThrowingCallable call, String message) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(name, call, message);
    }
}
