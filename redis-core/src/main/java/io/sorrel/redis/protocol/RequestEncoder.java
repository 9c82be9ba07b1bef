package io.sorrel.redis.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Builds one command as an array of bulk strings; never the inline format, so that no argument can add a command.
 *
 * <p>Arguments of up to 16 KiB are copied. Longer ones are referred to: their arrays must not change until the command has been
 * written. Not thread-safe.
 */
public final class RequestEncoder {
    /** The longest argument that a server accepts by default, {@code proto-max-bulk-len}. */
    public static final int LONGEST_ARGUMENT = 512 << 20;

    private static final int HEADER_ROOM = 13;
    private static final int LENGTH_ROOM = 15;
    private static final int LARGE = 16 * 1024;
    private static final int LONGEST_LONG = 20;
    private static final int DOUBLE_DIGITS = 16;
    private static final double EXACT_LONG = 1L << 53;

    private byte[] bytes;
    private int end = HEADER_ROOM;
    private int arguments;
    private List<LargeArgument> large = List.of();

    /** An encoder for a short command. */
    public RequestEncoder() {
        this(51);
    }

    /**
     * An encoder with room for a command of about a given size; it grows when the command is longer.
     *
     * @param expectedSize bytes on the wire
     */
    public RequestEncoder(int expectedSize) {
        if (expectedSize < 0) {
            throw new IllegalArgumentException("expectedSize must be at least 0, but is " + expectedSize);
        }
        this.bytes = new byte[Math.min(expectedSize, RespLimits.LONGEST_ARRAY - HEADER_ROOM) + HEADER_ROOM];
    }

    /** Appends constant words. */
    public RequestEncoder word(Word word) {
        byte[] encoded = word.encoded();
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, end, encoded.length);
        end += encoded.length;
        arguments += word.arguments();
        return this;
    }

    /** Appends an argument. */
    public RequestEncoder argument(byte[] argument) {
        return argument(argument, 0, argument.length);
    }

    /**
     * Appends an argument that is a part of an array.
     *
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST_ARGUMENT}
     */
    public RequestEncoder argument(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        if (length > LARGE) {
            lengthLine(length, 0);
            large(new LargeArgument(end, array, offset, length));
        } else {
            lengthLine(length, length);
            System.arraycopy(array, offset, bytes, end, length);
            end += length;
        }
        return terminated();
    }

    /** Appends all arguments of another command. */
    public RequestEncoder arguments(EncodedRequest other) {
        other.appendTo(this);
        arguments += other.arguments();
        return this;
    }

    /** Appends bytes that are encoded already; they end an argument or stand before a large one. */
    void encoded(byte[] source, int from, int length) {
        room(length);
        System.arraycopy(source, from, bytes, end, length);
        end += length;
    }

    /** Refers to a large argument whose length line has been appended. */
    void large(LargeArgument argument) {
        if (large.isEmpty()) {
            large = new ArrayList<>();
        }
        large.add(new LargeArgument(end, argument.bytes(), argument.offset(), argument.length()));
    }

    /** Appends a number in decimal digits. */
    public RequestEncoder argument(long value) {
        int length = DecimalDigits.length(value);
        lengthLine(length, LONGEST_LONG);
        end += length;
        DecimalDigits.writeBefore(value, bytes, end);
        return terminated();
    }

    /** Appends a floating-point number in its shortest form that reads back as the same; {@code inf}, {@code -inf}, {@code nan}. */
    public RequestEncoder argument(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(value) <= EXACT_LONG && (whole != 0 || 1 / value > 0)) {
            return argument(whole);
        }
        return ascii(text(value));
    }

    /**
     * Appends a text of ASCII characters, such as an option.
     *
     * @throws IllegalArgumentException when it has another character
     */
    public RequestEncoder ascii(String text) {
        int length = text.length();
        int start = end;
        lengthLine(length, length);
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (next > 0x7F) {
                end = start;
                throw new IllegalArgumentException("argument " + (arguments + 1) + " must be ASCII text");
            }
            bytes[end++] = (byte) next;
        }
        return terminated();
    }

    /** How many arguments have been appended. */
    public int arguments() {
        return arguments;
    }

    /**
     * Ends the command; the encoder must not be used any more.
     *
     * @throws IllegalStateException when there is no argument
     */
    public EncodedRequest encode() {
        if (arguments == 0) {
            throw new IllegalStateException("a command has at least one argument: its name");
        }
        int digits = HEADER_ROOM - 2 - DecimalDigits.length(arguments);
        DecimalDigits.writeBefore(arguments, bytes, HEADER_ROOM - 2);
        bytes[digits - 1] = '*';
        bytes[HEADER_ROOM - 2] = '\r';
        bytes[HEADER_ROOM - 1] = '\n';
        return new EncodedRequest(arguments, bytes, digits - 1, end, large);
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return value == 0 ? "-0" : shortest(value);
    }

    /** Before JDK 19, {@link Double#toString(double)} sometimes has a digit too many. */
    private static String shortest(double value) {
        String text = Double.toString(value);
        if (text.length() > DOUBLE_DIGITS + 1) {
            BigDecimal rounded = new BigDecimal(text).round(new MathContext(DOUBLE_DIGITS));
            if (rounded.doubleValue() == value) {
                text = rounded.stripTrailingZeros().toString();
            }
        }
        return text.replace(".0E", "E");
    }

    private void lengthLine(int length, int contentRoom) {
        if (length > LONGEST_ARGUMENT) {
            throw new IllegalArgumentException("argument " + (arguments + 1) + " has " + length
                    + " bytes; a server accepts at most " + LONGEST_ARGUMENT);
        }
        room(LENGTH_ROOM + contentRoom);
        bytes[end++] = '$';
        end += DecimalDigits.length(length);
        DecimalDigits.writeBefore(length, bytes, end);
        bytes[end++] = '\r';
        bytes[end++] = '\n';
    }

    private RequestEncoder terminated() {
        bytes[end++] = '\r';
        bytes[end++] = '\n';
        arguments++;
        return this;
    }

    private void room(int count) {
        if (bytes.length - end < count) {
            long needed = (long) end + count;
            if (needed > RespLimits.LONGEST_ARRAY) {
                throw new IllegalArgumentException("the command is longer than 2 GiB: split it");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(RespLimits.LONGEST_ARRAY, Math.max(needed, bytes.length * 2L)));
        }
    }
}
