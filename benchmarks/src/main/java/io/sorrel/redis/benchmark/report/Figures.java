package io.sorrel.redis.benchmark.report;

import java.util.Locale;

/** Numbers as people read them; what is not known is a dash. */
final class Figures {
    static final String NONE = "–";

    private static final double MANY = 100;
    private static final double SOME = 10;
    private static final double FEW = 1;

    private Figures() {}

    /** Three digits at least, and thousands apart: 1,234,567 or 45.6 or 0.19. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        String pattern = size >= MANY ? "%,.0f" : size >= SOME ? "%.1f" : size >= FEW ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }

    /** A ratio, such as 1.25 ×. */
    static String ratio(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.2f ×", value);
    }
}
