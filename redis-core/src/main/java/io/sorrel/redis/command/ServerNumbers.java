package io.sorrel.redis.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as servers write them into texts, such as those of INFO: with {@code inf} and {@code nan}, with a percent sign
 * behind them, with blanks around them.
 */
public final class ServerNumbers {
    private ServerNumbers() {}

    /** The number, which may be infinite or {@link Double#NaN}; null where the text is none. */
    public static @Nullable Double real(String text) {
        String number = bare(text);
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> parsed(number);
        };
    }

    /**
     * The number without its fraction; null where the text is none, or none that is finite. A server that computes a size
     * of less than zero shows it as one of nearly 2^64, which becomes negative again.
     */
    public static @Nullable Long whole(String text) {
        String number = bare(text);
        try {
            return number.startsWith("-") ? Long.parseLong(number) : Long.parseUnsignedLong(number);
        } catch (NumberFormatException e) {
            Double real = real(number);
            return real == null || !Double.isFinite(real) ? null : (Long) real.longValue();
        }
    }

    private static String bare(String text) {
        String stripped = text.strip();
        return stripped.endsWith("%")
                ? stripped.substring(0, stripped.length() - 1).stripTrailing()
                : stripped;
    }

    private static @Nullable Double parsed(String number) {
        try {
            return Double.valueOf(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
