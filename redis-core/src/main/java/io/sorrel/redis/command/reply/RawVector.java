package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/** A vector as the server stores it. */
public final class RawVector {
    private final String quantization;
    private final byte[] data;
    private final double norm;
    private final @Nullable Double range;

    /** Keeps the array, which must not be changed any more. */
    public RawVector(String quantization, byte[] data, double norm, @Nullable Double range) {
        this.quantization = quantization;
        this.data = data;
        this.norm = norm;
        this.range = range;
    }

    /** How the numbers are stored: {@code f32}, {@code int8} or {@code bin}. */
    public String quantization() {
        return quantization;
    }

    /** A copy of the stored bytes: numbers of 4 bytes in little-endian order, signed bytes, or bits. */
    public byte[] data() {
        return data.clone();
    }

    /** Length of the vector before it was normalised to 1. */
    public double norm() {
        return norm;
    }

    /** What each byte is multiplied with to get a number of the normalised vector; null unless stored in 8 bits. */
    public @Nullable Double range() {
        return range;
    }

    /** The kind and the number of bytes, not the bytes. */
    @Override
    public String toString() {
        return "RawVector[" + quantization + ", " + data.length + " bytes]";
    }
}
