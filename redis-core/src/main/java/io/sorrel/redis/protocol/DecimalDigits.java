package io.sorrel.redis.protocol;

import java.nio.charset.StandardCharsets;

/** Writes numbers in decimal digits into an array. */
final class DecimalDigits {
    private static final byte[] LOWEST_LONG = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    private DecimalDigits() {}

    /** How many bytes the number takes, its sign included. */
    static int length(long value) {
        if (value == Long.MIN_VALUE) {
            return LOWEST_LONG.length;
        }
        int length = value < 0 ? 2 : 1;
        long left = Math.abs(value);
        while (left >= 10) {
            left /= 10;
            length++;
        }
        return length;
    }

    /** Writes the number so that it ends before an index. */
    static void writeBefore(long value, byte[] target, int end) {
        if (value == Long.MIN_VALUE) {
            System.arraycopy(LOWEST_LONG, 0, target, end - LOWEST_LONG.length, LOWEST_LONG.length);
            return;
        }
        long left = Math.abs(value);
        int at = end;
        do {
            target[--at] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        if (value < 0) {
            target[at - 1] = '-';
        }
    }
}
