package io.sorrel.redis.command.args;

/** What the numbers of indexed vectors are; they are stored one after the other, in little-endian order. */
public enum VectorType {
    /** Floating-point numbers of 16 bits with the exponent of those of 32 (since RediSearch 2.10). */
    BFLOAT16,
    /** Floating-point numbers of 16 bits (since RediSearch 2.10). */
    FLOAT16,
    /** Floating-point numbers of 32 bits. */
    FLOAT32,
    /** Floating-point numbers of 64 bits. */
    FLOAT64,
    /** Signed whole numbers of 8 bits (since 8.0.0). */
    INT8,
    /** Unsigned whole numbers of 8 bits (since 8.0.0). */
    UINT8
}
