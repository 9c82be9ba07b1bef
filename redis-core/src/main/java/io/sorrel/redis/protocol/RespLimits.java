package io.sorrel.redis.protocol;

/**
 * What one reply may cost; a reply beyond a limit is a protocol violation.
 *
 * @param depth how deep aggregates may nest, attributes included
 * @param line the longest simple string, error or number in bytes, its terminator not counted
 * @param bulk the longest bulk or verbatim string in bytes
 * @param elements how many elements the aggregates of one reply may declare together; a map counts twice
 * @param bytes how long one reply may be in bytes, framing included
 */
public record RespLimits(int depth, int line, long bulk, long elements, long bytes) {
    private static final RespLimits DEFAULTS = new RespLimits(64, 64 * 1024, 512L << 20, 1L << 26, 1L << 30);

    /** The longest string that fits in a Java array. */
    static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Checks the limits. */
    public RespLimits {
        atLeastOne("depth", depth);
        atLeastOne("line", line);
        atLeastOne("bulk", bulk);
        atLeastOne("elements", elements);
        atLeastOne("bytes", bytes);
        if (depth > 1 << 20) {
            throw new IllegalArgumentException("depth must be at most 1048576, but is " + depth);
        }
        if (line > LONGEST_ARRAY / 2) {
            throw new IllegalArgumentException("line must be at most " + LONGEST_ARRAY / 2 + ", but is " + line);
        }
        if (bulk > LONGEST_ARRAY) {
            throw new IllegalArgumentException("bulk must be at most " + LONGEST_ARRAY + ", but is " + bulk);
        }
    }

    /** Depth 64, lines of 64 KiB, strings of 512 MiB, 67,108,864 elements and 1 GiB per reply. */
    public static RespLimits defaults() {
        return DEFAULTS;
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
    }
}
