package io.sorrel.redis.benchmark.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client did in one round.
 *
 * @param operations calls that ended
 * @param nanos how long the round took, in nanoseconds
 * @param errors calls that failed or whose reply was wrong
 * @param p50 half of the calls took no longer than this, in nanoseconds
 * @param p99 99 % of the calls took no longer than this, in nanoseconds
 * @param p999 99.9 % of the calls took no longer than this, in nanoseconds; negative when not known
 * @param cpuNanos processor time of the client's process, in nanoseconds; negative when not known
 * @param allocatedBytes bytes that the client's process allocated; negative when not known
 * @param problem the first error; null when there was none
 */
public record Measurement(
        long operations,
        long nanos,
        long errors,
        long p50,
        long p99,
        long p999,
        long cpuNanos,
        long allocatedBytes,
        @Nullable String problem) {
    /** The value of a figure that could not be measured. */
    public static final long UNKNOWN = -1;

    /** The measurement as one line, for another process. */
    public String toLine() {
        String line = "operations=" + operations + " nanos=" + nanos + " errors=" + errors + " p50=" + p50 + " p99="
                + p99 + " p999=" + p999 + " cpuNanos=" + cpuNanos + " allocatedBytes=" + allocatedBytes;
        return problem == null ? line : line + " problem=" + problem.replaceAll("\\s+", " ");
    }

    /**
     * Reads what {@link #toLine()} wrote.
     *
     * @throws IllegalArgumentException when the line is something else
     */
    public static Measurement parse(String line) {
        int split = line.indexOf(" problem=");
        String problem = split < 0 ? null : line.substring(split + " problem=".length());
        Map<String, Long> numbers = new HashMap<>();
        for (String pair : (split < 0 ? line : line.substring(0, split)).split(" ", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("No measurement: " + line);
            }
            numbers.put(pair.substring(0, equals), Long.valueOf(pair.substring(equals + 1)));
        }
        return new Measurement(
                number(numbers, "operations"),
                number(numbers, "nanos"),
                number(numbers, "errors"),
                number(numbers, "p50"),
                number(numbers, "p99"),
                number(numbers, "p999"),
                number(numbers, "cpuNanos"),
                number(numbers, "allocatedBytes"),
                problem);
    }

    private static long number(Map<String, Long> numbers, String name) {
        Long value = numbers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A measurement without " + name + ": " + numbers);
        }
        return value;
    }
}
