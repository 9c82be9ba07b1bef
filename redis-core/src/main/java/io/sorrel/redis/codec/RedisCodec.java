package io.sorrel.redis.codec;

/**
 * How keys and how values are turned into bytes and back.
 *
 * <p>Maps and sets in replies find their keys and elements by {@code equals}, and byte arrays by their contents: a map of
 * {@code byte[]} fields, as of HGETALL with {@link #bytes()}, has the value of a field for any array with the same bytes.
 * That holds for keys of maps and elements of sets; byte arrays as values of maps, in lists and in records are arrays as
 * always, equal only to themselves. An array must not change while it is in a map or set.
 *
 * <p>A codec may decode to null, such as one of JSON: null then stands where the value would, in collections, too.
 *
 * @param keys codec of the keys, and of the fields of hashes
 * @param values codec of the values
 * @param <K> type of the keys and fields
 * @param <V> type of the values
 */
public record RedisCodec<K, V>(ValueCodec<K> keys, ValueCodec<V> values) {
    private static final RedisCodec<String, String> UTF8 = new RedisCodec<>(utf8Values(), utf8Values());
    private static final RedisCodec<byte[], byte[]> BYTES = new RedisCodec<>(byteValues(), byteValues());

    /**
     * Keys and values are strings in UTF-8; the default. A string with half of a surrogate pair is refused with an
     * {@link IllegalArgumentException}, before anything is sent.
     */
    public static RedisCodec<String, String> utf8() {
        return UTF8;
    }

    /**
     * Keys and values are byte arrays, passed on without a copy: do not change an array while a call uses it. Maps and sets
     * find them by their contents, as told above.
     */
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
