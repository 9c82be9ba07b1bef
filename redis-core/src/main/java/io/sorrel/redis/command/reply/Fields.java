package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.ServerNumbers;
import java.time.DateTimeException;
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

    /** The number without its fraction, or -1. */
    static long number(Map<String, String> fields, String name) {
        String value = text(fields, name);
        Long number = value == null ? null : ServerNumbers.whole(value);
        return number == null ? -1 : number;
    }

    /** The number without its percent sign, which may be infinite, or {@link Double#NaN}. */
    static double real(Map<String, String> fields, String name) {
        String value = text(fields, name);
        Double number = value == null ? null : ServerNumbers.real(value);
        return number == null ? Double.NaN : number;
    }

    /** Whether the number is 1. */
    static boolean flag(Map<String, String> fields, String name) {
        return number(fields, name) == 1;
    }

    /** So many of the unit; null where there is no number, or a negative one for «not yet». */
    static @Nullable Duration duration(Map<String, String> fields, String name, ChronoUnit unit) {
        long amount = number(fields, name);
        return amount < 0 ? null : Duration.of(amount, unit);
    }

    /** Seconds with a fraction; null where there is no finite number. */
    static @Nullable Duration seconds(Map<String, String> fields, String name) {
        double seconds = real(fields, name);
        return Double.isFinite(seconds) ? Duration.ofNanos(Math.round(seconds * NANOS)) : null;
    }

    /**
     * The moment that so many of the unit are behind the epoch; null where there is none, where it is the epoch itself, and
     * where it is past what {@link Instant} can tell.
     */
    static @Nullable Instant moment(Map<String, String> fields, String name, ChronoUnit unit) {
        long amount = number(fields, name);
        try {
            return amount <= 0 ? null : Instant.EPOCH.plus(amount, unit);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
