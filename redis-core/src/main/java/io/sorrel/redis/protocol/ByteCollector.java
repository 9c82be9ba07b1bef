package io.sorrel.redis.protocol;

import io.sorrel.redis.error.RedisProtocolException;
import java.util.Arrays;

/** Keeps what is consumed from a buffer while a reply is captured. */
final class ByteCollector {
    /** Keeps nothing. */
    static final ByteCollector NONE = new ByteCollector(-1);

    private static final byte[] EMPTY = {};

    private byte[] collected = EMPTY;
    private int size;
    private int from;

    /** Starts at an index of the buffer. */
    ByteCollector(int from) {
        this.from = from;
    }

    /** Keeps the buffer's bytes up to an index, before they are dropped and the index becomes 0. */
    void append(byte[] buffer, int to) {
        if (from < 0) {
            return;
        }
        int added = to - from;
        if (added > collected.length - size) {
            grow(added);
        }
        System.arraycopy(buffer, from, collected, size, added);
        size += added;
        from = 0;
    }

    /** An array with room behind {@link #size} for some of the bytes to come: it grows by what was kept already. */
    byte[] room(int wanted) {
        if (size == collected.length) {
            grow(Math.min(wanted, Math.max(ReceiveBuffer.FIRST_PIECE, size * 3L)));
        }
        return collected;
    }

    int size() {
        return size;
    }

    /** Counts bytes that were put behind {@link #size}. */
    void added(int count) {
        size += count;
    }

    private void grow(long added) {
        long needed = size + added;
        if (needed > RespLimits.LONGEST_ARRAY) {
            throw new RedisProtocolException("a reply is too long to be captured in one array");
        }
        collected = Arrays.copyOf(collected, (int)
                Math.min(RespLimits.LONGEST_ARRAY, Math.max(needed, collected.length * 2L)));
    }

    /** All that was kept, up to an index of the buffer. */
    byte[] finish(byte[] buffer, int to) {
        if (size == 0) {
            return Arrays.copyOfRange(buffer, from, to);
        }
        append(buffer, to);
        return size == collected.length ? collected : Arrays.copyOf(collected, size);
    }
}
