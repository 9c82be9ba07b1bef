package io.sorrel.redis.codec;

/**
 * How keys and how values are turned into bytes and back.
 *
 * @param keys codec of the keys, and of the fields of hashes
 * @param values codec of the values
 * @param <K> type of the keys and fields
 * @param <V> type of the values
 */
public record RedisCodec<K, V>(ValueCodec<K> keys, ValueCodec<V> values) {
    private static final RedisCodec<String, String> UTF8 = new RedisCodec<>(utf8Values(), utf8Values());
    private static final RedisCodec<byte[], byte[]> BYTES = new RedisCodec<>(byteValues(), byteValues());

    /** Keys and values are strings in UTF-8; the default. */
    public static RedisCodec<String, String> utf8() {
        return UTF8;
    }

    /** Keys and values are byte arrays, passed on without a copy: do not change an array while a call uses it. */
    public static RedisCodec<byte[], byte[]> bytes() {
        return BYTES;
    }

    /** Keys are strings in UTF-8, values are of another type. */
    public static <V> RedisCodec<String, V> utf8Keys(ValueCodec<V> values) {
        return new RedisCodec<>(utf8Values(), values);
    }

    /** The codec of strings in UTF-8. */
    public static ValueCodec<String> utf8Values() {
        return Utf8Codec.INSTANCE;
    }

    /** The codec of byte arrays. */
    public static ValueCodec<byte[]> byteValues() {
        return ByteArrayCodec.INSTANCE;
    }

    /** Whether a codec is one of this package: such code may run where a user's must not. */
    public static boolean isBuiltIn(ValueCodec<?> codec) {
        return codec instanceof Utf8Codec || codec instanceof ByteArrayCodec;
    }
}
