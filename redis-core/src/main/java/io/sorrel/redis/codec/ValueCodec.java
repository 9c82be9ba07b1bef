package io.sorrel.redis.codec;

/**
 * Turns values of one type into bytes and back. Implementations must be thread-safe and stateless. What they throw, errors
 * such as {@link StackOverflowError} included, reaches the caller as the cause of a
 * {@link io.sorrel.redis.error.RedisCodecException} and harms no connection.
 *
 * @param <T> the type of the values
 */
public interface ValueCodec<T> {
    /** The bytes of a value; the array is not changed afterwards. */
    byte[] encode(T value);

    /** The value of these bytes; the array belongs to the callee. */
    T decode(byte[] bytes);
}
