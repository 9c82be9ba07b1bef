package io.sorrel.redis;

import io.sorrel.redis.codec.ValueCodec;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Text whose encoding and decoding pass through code of the test, which may throw or wait.
 *
 * @param code gets each text before it is encoded and after it was decoded, and returns what stands for it
 */
record PassingCodec(UnaryOperator<String> code) implements ValueCodec<String> {
    @Override
    public byte[] encode(String value) {
        return code.apply(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String decode(byte[] bytes) {
        return code.apply(new String(bytes, StandardCharsets.UTF_8));
    }
}
