package io.sorrel.redis.codec;

import java.nio.charset.StandardCharsets;

/** Strings as UTF-8; malformed bytes are read as the replacement character. */
enum Utf8Codec implements ValueCodec<String> {
    INSTANCE;

    @Override
    public byte[] encode(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
