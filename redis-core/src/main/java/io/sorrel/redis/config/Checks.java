package io.sorrel.redis.config;

import java.time.Duration;

/** Refuses values out of range, with a message that names the option, the value and what is allowed. */
final class Checks {
    /** The longest span that any option takes. */
    static final Duration LONGEST = Duration.ofDays(365);

    static final Duration SHORTEST = Duration.ofMillis(1);
    private static final int SHOWN_LIMIT = 64;

    private Checks() {}

    static int number(String option, int value, int min, int max) {
        number(option, (long) value, min, max);
        return value;
    }

    static long number(String option, long value, long min, long max) {
        if (value < min || value > max) {
            throw refused(option, Long.toString(value), "from " + min + " to " + max);
        }
        return value;
    }

    /** A span that limits something: at least a millisecond. */
    static Duration positive(String option, Duration value) {
        return span(option, value, SHORTEST, "from 1ms to 365d");
    }

    /** A span whose zero has a meaning of its own, such as off. */
    static Duration zeroOrMore(String option, Duration value, String meaningOfZero) {
        return span(option, value, Duration.ZERO, "from 0 (" + meaningOfZero + ") to 365d");
    }

    private static Duration span(String option, Duration value, Duration min, String allowed) {
        if (value.compareTo(min) < 0 || value.compareTo(LONGEST) > 0) {
            throw refused(option, DurationText.format(value), allowed);
        }
        return value;
    }

    /** Two spans of which the first must not exceed the second. */
    static void ordered(String option, Duration value, String limitOption, Duration limit) {
        if (value.compareTo(limit) > 0) {
            throw refused(
                    option,
                    DurationText.format(value),
                    "at most " + limitOption + ", which is " + DurationText.format(limit));
        }
    }

    static IllegalArgumentException refused(String option, String value, String allowed) {
        return new IllegalArgumentException(option + " is " + value + "; it must be " + allowed);
    }

    /** A foreign text in quotation marks, bounded and without control characters. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), SHOWN_LIMIT); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f;
            shown.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return shown.append(text.length() > SHOWN_LIMIT ? "…'" : "'").toString();
    }
}
