package io.sorrel.redis.codec;

/** Byte arrays as they are, without a copy. */
enum ByteArrayCodec implements ValueCodec<byte[]> {
    INSTANCE;

    @Override
    public byte[] encode(byte[] value) {
        return value;
    }

    @Override
    public byte[] decode(byte[] bytes) {
        return bytes;
    }
}
