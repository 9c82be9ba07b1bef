package io.sorrel.redis.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Numbers written as text in a range of an array: strict grammars first, then values. */
final class NumberText {
    /** The longest text that is read as a number; keeps the conversion of big numbers cheap. */
    static final int LONGEST = 4096;

    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final BigInteger LONGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LOWEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);

    private NumberText() {}

    /** Whether the text is an optional sign and digits. */
    static boolean isInteger(byte[] bytes, int from, int length) {
        int start = afterSign(bytes, from, from + length);
        return length <= LONGEST && start < from + length && afterDigits(bytes, start, from + length) == from + length;
    }

    /** Whether the text is an integer of 64 bits. */
    static boolean isLong(byte[] bytes, int from, int length) {
        if (!isInteger(bytes, from, length)) {
            return false;
        }
        if (length <= 18) {
            return true;
        }
        BigInteger value = toBigInteger(bytes, from, length);
        return value.compareTo(LONGEST_LONG) <= 0 && value.compareTo(LOWEST_LONG) >= 0;
    }

    /** The value of a text that {@link #isLong}. */
    static long toLong(byte[] bytes, int from, int length) {
        int start = afterSign(bytes, from, from + length);
        long value = 0;
        for (int at = start; at < from + length; at++) {
            value = value * 10 + (bytes[at] - '0');
        }
        return bytes[from] == '-' ? -value : value;
    }

    /** The value of a text that {@link #isInteger}. */
    static BigInteger toBigInteger(byte[] bytes, int from, int length) {
        return new BigInteger(ascii(bytes, from, length));
    }

    /** Whether the text is {@code inf}, {@code nan} with an optional sign, or a decimal number with optional exponent. */
    static boolean isDouble(byte[] bytes, int from, int length) {
        int to = from + length;
        int at = afterSign(bytes, from, to);
        if (length > LONGEST || at == to) {
            return false;
        }
        if (isWord(bytes, at, to)) {
            return true;
        }
        int point = afterDigits(bytes, at, to);
        if (point == at) {
            return false;
        }
        if (point < to && bytes[point] == '.') {
            at = afterDigits(bytes, point + 1, to);
            if (at == point + 1) {
                return false;
            }
        } else {
            at = point;
        }
        if (at == to) {
            return true;
        }
        if ((bytes[at] | 0x20) != 'e') {
            return false;
        }
        int exponent = afterSign(bytes, at + 1, to);
        return exponent < to && afterDigits(bytes, exponent, to) == to;
    }

    /** The value of a text that {@link #isDouble}. */
    static double toDouble(byte[] bytes, int from, int length) {
        int to = from + length;
        int start = afterSign(bytes, from, to);
        boolean negative = bytes[from] == '-';
        if (bytes[start] == 'n') {
            return Double.NaN;
        }
        if (bytes[start] == 'i') {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (to - start > EXACT_DIGITS + 1) {
            return Double.parseDouble(ascii(bytes, from, length));
        }
        long digits = 0;
        int point = to;
        for (int at = start; at < to; at++) {
            byte next = bytes[at];
            if (next == '.') {
                point = at + 1;
            } else if (next < '0' || next > '9') {
                return Double.parseDouble(ascii(bytes, from, length));
            } else {
                digits = digits * 10 + (next - '0');
            }
        }
        if (digits > 1L << 53) {
            return Double.parseDouble(ascii(bytes, from, length));
        }
        double value = digits / POWERS_OF_TEN[to - point];
        return negative ? -value : value;
    }

    private static boolean isWord(byte[] bytes, int at, int to) {
        if (to - at != 3) {
            return false;
        }
        byte first = bytes[at];
        byte second = bytes[at + 1];
        byte third = bytes[at + 2];
        return (first == 'i' && second == 'n' && third == 'f') || (first == 'n' && second == 'a' && third == 'n');
    }

    private static int afterSign(byte[] bytes, int at, int to) {
        return at < to && (bytes[at] == '-' || bytes[at] == '+') ? at + 1 : at;
    }

    private static int afterDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
}
