package io.sorrel.redis.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 500ms}, {@code 2s}, {@code 1m}, {@code PT2S}. */
final class DurationText {
    static final String FORM = "a time span such as 500ms, 2s, 1m, 1h, 1d or PT2S";
    private static final Pattern SIMPLE = Pattern.compile("(-?[0-9]{1,18})(ns|us|ms|s|m|h|d)");

    private DurationText() {}

    /** Reads one, or throws an {@link IllegalArgumentException} without a message. */
    static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher simple = SIMPLE.matcher(lower);
        try {
            return simple.matches() ? simple(Long.parseLong(simple.group(1)), simple.group(2)) : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Duration simple(long amount, String unit) {
        return switch (unit) {
            case "ns" -> Duration.ofNanos(amount);
            case "us" -> Duration.ofNanos(Math.multiplyExact(amount, 1000L));
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** The shortest of these forms that is exact. */
    static String format(Duration span) {
        if (span.isZero()) {
            return "0";
        }
        if (span.toNanosPart() % 1_000_000 != 0 || span.abs().compareTo(Checks.LONGEST) > 0) {
            return span.toString();
        }
        long millis = span.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
