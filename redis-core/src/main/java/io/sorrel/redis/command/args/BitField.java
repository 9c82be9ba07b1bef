package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** A whole number within the bits of a string: its size and where it begins, for BITFIELD. Immutable. */
public final class BitField implements CommandArgs {
    private static final int LONGEST_UNSIGNED = 63;
    private static final int LONGEST_SIGNED = 64;

    private final String type;
    private final String offset;

    private BitField(String type, String offset) {
        this.type = type;
        this.offset = offset;
    }

    /**
     * A number without a sign that begins at a bit.
     *
     * @param bits size of the number, 1 to 63
     * @param offset index of its first bit, from 0
     */
    public static BitField unsigned(int bits, long offset) {
        return new BitField(unsigned(bits), String.valueOf(Arguments.notNegative("offset", offset)));
    }

    /**
     * A number in two's complement that begins at a bit.
     *
     * @param bits size of the number, 1 to 64
     * @param offset index of its first bit, from 0
     */
    public static BitField signed(int bits, long offset) {
        return new BitField(signed(bits), String.valueOf(Arguments.notNegative("offset", offset)));
    }

    /**
     * One of numbers without a sign that stand side by side, all of the same size.
     *
     * @param bits size of each number, 1 to 63
     * @param index index of the number among them, from 0
     */
    public static BitField nthUnsigned(int bits, long index) {
        return new BitField(unsigned(bits), "#" + Arguments.notNegative("index", index));
    }

    /**
     * One of numbers in two's complement that stand side by side, all of the same size.
     *
     * @param bits size of each number, 1 to 64
     * @param index index of the number among them, from 0
     */
    public static BitField nthSigned(int bits, long index) {
        return new BitField(signed(bits), "#" + Arguments.notNegative("index", index));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(type).word(offset);
    }

    private static String unsigned(int bits) {
        return "u" + size(bits, LONGEST_UNSIGNED);
    }

    private static String signed(int bits) {
        return "i" + size(bits, LONGEST_SIGNED);
    }

    private static int size(int bits, int longest) {
        if (bits < 1 || bits > longest) {
            throw new IllegalArgumentException("bits must be between 1 and " + longest + ", but is " + bits);
        }
        return bits;
    }
}
