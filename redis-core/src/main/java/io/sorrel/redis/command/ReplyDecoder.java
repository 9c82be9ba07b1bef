package io.sorrel.redis.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one reply and returns what it means. Stateless and thread-safe.
 *
 * @param <T> what the reply is decoded to
 */
@FunctionalInterface
public interface ReplyDecoder<T extends @Nullable Object> {
    /** Reads the reply from the reader; what it leaves unread is skipped. */
    T decode(ReplyReader reply) throws IOException;
}
