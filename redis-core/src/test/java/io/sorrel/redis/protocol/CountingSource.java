package io.sorrel.redis.protocol;

import java.util.function.IntUnaryOperator;

/** Bytes handed out in pieces of chosen sizes; counts the reads. */
final class CountingSource implements ByteSource {
    private final byte[] wire;
    private final IntUnaryOperator pieces;
    private int at;
    private int reads;

    /**
     * Hands out the bytes.
     *
     * @param pieces the size of the next piece, from the number of bytes that remain
     */
    CountingSource(byte[] wire, IntUnaryOperator pieces) {
        this.wire = wire;
        this.pieces = pieces;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        reads++;
        int remaining = wire.length - at;
        if (remaining == 0) {
            return -1;
        }
        int count = Math.min(length, Math.min(remaining, Math.max(1, pieces.applyAsInt(remaining))));
        System.arraycopy(wire, at, buffer, offset, count);
        at += count;
        return count;
    }

    int reads() {
        return reads;
    }

    int handedOut() {
        return at;
    }
}
