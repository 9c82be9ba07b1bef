package io.sorrel.redis.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Turns callers' arguments into what a server takes; an exception names the parameter and says what to change. */
public final class Arguments {
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Arguments() {}

    /** The number, if it is 1 or more. */
    public static long positive(String name, long number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + number);
        }
        return number;
    }

    /** The number, if it is 0 or more. */
    public static long notNegative(String name, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but is " + number);
        }
        return number;
    }

    /** The number, if it is 0 or more and not infinite. */
    public static double notNegative(String name, double number) {
        if (finite(name, number) < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but is " + number);
        }
        return number;
    }

    /** The number, if it lies between two others or is one of them. */
    public static long between(String name, long number, long min, long max) {
        if (number < min || number > max) {
            throw new IllegalArgumentException(name + " must be between " + min + " and " + max + ", but is " + number);
        }
        return number;
    }

    /** The number, if it lies between two others or is one of them. */
    public static double between(String name, double number, double min, double max) {
        if (!(number >= min && number <= max)) {
            throw new IllegalArgumentException(name + " must be between " + min + " and " + max + ", but is " + number);
        }
        return number;
    }

    /** Degrees of longitude that the server takes. */
    public static double longitude(double longitude) {
        return between("longitude", longitude, -180, 180);
    }

    /** Degrees of latitude that the server takes: those of a Mercator map that is a square. */
    public static double latitude(double latitude) {
        return between("latitude", latitude, -85.05112878, 85.05112878);
    }

    /** The number, if it is neither infinite nor not a number. */
    public static double finite(String name, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(name + " must be finite, but is " + number);
        }
        return number;
    }

    /** The number, if it is more than 0 and less than 1. */
    public static double fraction(String name, double number) {
        if (!(number > 0 && number < 1)) {
            throw new IllegalArgumentException(name + " must be more than 0 and less than 1, but is " + number);
        }
        return number;
    }

    /** The numbers, at least one and all finite, as 32-bit floating-point numbers in little-endian order. */
    public static byte[] float32(String name, float @Nullable [] numbers) {
        float[] present = CommandBuilder.notNull(name, numbers);
        if (present.length == 0) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        ByteBuffer bytes = ByteBuffer.allocate(present.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : present) {
            bytes.putFloat((float) finite("a number of " + name, number));
        }
        return bytes.array();
    }

    /** The number, which may be infinite, if it is a number at all. */
    public static double notNan(String name, double number) {
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException(name + " must be a number, but is NaN");
        }
        return number;
    }

    /** A time span that is longer than zero in seconds; one that is not a whole number of them is refused. */
    public static long positiveSeconds(String name, @Nullable Duration duration) {
        return wholeSeconds(name, positive(name, duration));
    }

    /** A time span in seconds, which may be zero or negative; one that is not a whole number of them is refused. */
    static long wholeSeconds(String name, @Nullable Duration duration) {
        Duration present = CommandBuilder.notNull(name, duration);
        if (present.getNano() != 0) {
            throw new IllegalArgumentException(name + " must be whole seconds, but is " + present);
        }
        return present.getSeconds();
    }

    /** A time span that is longer than zero in milliseconds; a finer one is refused. */
    public static long positiveMillis(String name, @Nullable Duration duration) {
        return wholeMillis(name, positive(name, duration));
    }

    /** A time span in milliseconds, which may be zero or negative; a finer one, and one past counting, is refused. */
    public static long wholeMillis(String name, @Nullable Duration duration) {
        Duration present = CommandBuilder.notNull(name, duration);
        if (present.compareTo(LONGEST) > 0 || present.compareTo(LONGEST.negated()) < 0) {
            throw new IllegalArgumentException(
                    name + " must be at most " + Long.MAX_VALUE + " ms in either direction, but is " + present);
        }
        if (present.toNanosPart() % NANOS_PER_MILLI != 0) {
            throw new IllegalArgumentException(name + " must be whole milliseconds, but is " + present);
        }
        return present.toMillis();
    }

    /** A time span of zero or more in milliseconds; a finer one is refused. */
    public static long notNegativeMillis(String name, @Nullable Duration duration) {
        Duration present = CommandBuilder.notNull(name, duration);
        return present.isZero() ? 0 : positiveMillis(name, present);
    }

    /**
     * A moment after the epoch at which something ends, in milliseconds since then. One between two milliseconds is rounded
     * up, so that nothing ends early; clocks give such moments unasked.
     */
    public static long endMillis(String name, @Nullable Instant moment) {
        Instant end = afterEpoch(name, moment);
        long millis = end.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(end) ? millis + 1 : millis;
    }

    /** A moment after the epoch in milliseconds since then; what is finer is dropped, as clocks give it unasked. */
    public static long epochMillis(String name, @Nullable Instant moment) {
        return afterEpoch(name, moment).toEpochMilli();
    }

    /** A moment at the epoch or after it in milliseconds since then; what is finer is dropped. */
    public static long sinceEpochMillis(String name, @Nullable Instant moment) {
        Instant present = CommandBuilder.notNull(name, moment);
        if (present.isBefore(Instant.EPOCH) || present.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            throw new IllegalArgumentException(
                    name + " must be " + Instant.EPOCH + " or later, before the year 292278995, but is " + present);
        }
        return present.toEpochMilli();
    }

    private static Duration positive(String name, @Nullable Duration duration) {
        Duration present = CommandBuilder.notNull(name, duration);
        if (present.isNegative() || present.isZero() || present.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be longer than zero and at most " + Long.MAX_VALUE + " ms, but is " + present);
        }
        return present;
    }

    private static Instant afterEpoch(String name, @Nullable Instant moment) {
        Instant present = CommandBuilder.notNull(name, moment);
        if (present.isBefore(Instant.EPOCH.plus(1, ChronoUnit.MILLIS))
                || present.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            throw new IllegalArgumentException(
                    name + " must be after " + Instant.EPOCH + " and before the year 292278995, but is " + present);
        }
        return present;
    }
}
