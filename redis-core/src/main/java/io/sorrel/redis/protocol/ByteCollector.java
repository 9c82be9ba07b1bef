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
        if ((long) size + added > RespLimits.LONGEST_ARRAY) {
            throw new RedisProtocolException("a reply is too long to be captured in one array");
        }
        if (size + added > collected.length) {
            collected = Arrays.copyOf(collected, (int)
                    Math.min(RespLimits.LONGEST_ARRAY, Math.max((long) size + added, collected.length * 2L)));
        }
        System.arraycopy(buffer, from, collected, size, added);
        size += added;
        from = 0;
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
