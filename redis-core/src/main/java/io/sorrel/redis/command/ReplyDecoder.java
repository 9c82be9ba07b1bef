package io.sorrel.redis.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one reply and returns what it means. Stateless and thread-safe.
 *
 * <p>What it throws reaches the caller as the cause of a {@link io.sorrel.redis.error.RedisCodecException}, and its
 * connection stays in use. Failures of the connection and of the bytes read are passed on as they are; so is an
 * {@link OutOfMemoryError}, which closes the connection.
 *
 * @param <T> what the reply is decoded to
 */
@FunctionalInterface
public interface ReplyDecoder<T extends @Nullable Object> {
    /** Reads the reply from the reader; what it leaves unread is skipped. */
    T decode(ReplyReader reply) throws IOException;
}
