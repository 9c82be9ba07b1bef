package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a server tells as names and texts; what it does not tell is null, -1 or not a number. */
final class Fields {
    private static final double NANOS = 1e9;

    private Fields() {}

    /** An unmodifiable copy in the same order. */
    static <K, V> Map<K, V> copy(Map<K, V> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An unmodifiable copy in the same order. */
    static <E> Set<E> copy(Set<E> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    /** Splits {@code a=1,b=2}; what has no equals sign is passed over. */
    static Map<String, String> list(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return fields;
    }

    /** The text; null where it is missing or empty. */
    static @Nullable String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The number, or -1. A server that computes a size of less than zero shows it as one of nearly 2^64. */
    static long number(Map<String, String> fields, String name) {
        String value = text(fields, name);
        if (value == null) {
            return -1;
        }
        return value.charAt(0) == '-' ? Long.parseLong(value) : Long.parseUnsignedLong(value);
    }

    /** The number, or {@link Double#NaN}. */
    static double real(Map<String, String> fields, String name) {
        String value = text(fields, name);
        return value == null ? Double.NaN : Double.parseDouble(value);
    }

    /** The number without its percent sign, or {@link Double#NaN}. */
    static double percentage(Map<String, String> fields, String name) {
        String value = text(fields, name);
        return value == null ? Double.NaN : Double.parseDouble(value.replace("%", ""));
    }

    /** Whether the number is 1. */
    static boolean flag(Map<String, String> fields, String name) {
        return "1".equals(fields.get(name));
    }

    /** So many of the unit; null where there is no number, or a negative one for «not yet». */
    static @Nullable Duration duration(Map<String, String> fields, String name, ChronoUnit unit) {
        long amount = number(fields, name);
        return amount < 0 ? null : Duration.of(amount, unit);
    }

    /** Seconds with a fraction. */
    static @Nullable Duration seconds(Map<String, String> fields, String name) {
        double seconds = real(fields, name);
        return Double.isNaN(seconds) ? null : Duration.ofNanos(Math.round(seconds * NANOS));
    }

    /** The moment that so many of the unit are behind the epoch; null where there is none, or it is the epoch itself. */
    static @Nullable Instant moment(Map<String, String> fields, String name, ChronoUnit unit) {
        long amount = number(fields, name);
        return amount <= 0 ? null : Instant.EPOCH.plus(amount, unit);
    }
}
