package io.sorrel.redis.codec;

/**
 * Turns values of one type into bytes and back. Implementations must be thread-safe and stateless; what they throw
 * reaches the caller as a codec exception and harms no connection.
 *
 * @param <T> the type of the values
 */
public interface ValueCodec<T> {
    /** The bytes of a value; the array is not changed afterwards. */
    byte[] encode(T value);

    /** The value of these bytes; the array belongs to the callee. */
    T decode(byte[] bytes);
}
