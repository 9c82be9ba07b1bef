package io.sorrel.redis.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Strings as UTF-8; malformed bytes are read as the replacement character. Half of a surrogate pair cannot be encoded: the
 * JDK turns it into a question mark, and different keys into the same one.
 */
enum Utf8Codec implements ValueCodec<String> {
    INSTANCE;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long QUESTION_MARKS = 0x3F3F3F3F3F3F3F3FL;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    @Override
    public byte[] encode(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        if (hasQuestionMark(encoded) && !decode(encoded).equals(value)) {
            throw new IllegalArgumentException("the text has half of a surrogate pair at index " + loneSurrogate(value)
                    + ", which UTF-8 cannot encode");
        }
        return encoded;
    }

    @Override
    public String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Looks at eight bytes in one step, as it is done for every text. */
    private static boolean hasQuestionMark(byte[] bytes) {
        int at = 0;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            long zeroWhereFound = (long) LONGS.get(bytes, at) ^ QUESTION_MARKS;
            if (((zeroWhereFound - LOW_BITS) & ~zeroWhereFound & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == '?') {
                return true;
            }
        }
        return false;
    }

    private static int loneSurrogate(String value) {
        int at = 0;
        int point = value.codePointAt(at);
        while (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
            at += Character.charCount(point);
            point = value.codePointAt(at);
        }
        return at;
    }
}
