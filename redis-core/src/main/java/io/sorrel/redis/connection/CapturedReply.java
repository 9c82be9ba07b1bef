package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The bytes of one whole reply or push, to be decoded on another thread than the one that read it. */
public final class CapturedReply {
    private final String endpoint;
    private final byte[] bytes;
    private final RespLimits limits;

    CapturedReply(String endpoint, byte[] bytes, RespLimits limits) {
        this.endpoint = endpoint;
        this.bytes = bytes;
        this.limits = limits;
    }

    /**
     * What it means to this command.
     *
     * @throws io.sorrel.redis.error.RedisException when the decoder fails
     */
    public <T extends @Nullable Object> T decode(Command<T> command) {
        try {
            return new ReplyStream(endpoint, RespReader.of(bytes, limits)).receive(command);
        } catch (IOException e) {
            throw new UncheckedIOException("a captured reply is whole", e);
        }
    }

    /**
     * What {@link Link#read} would have made of it.
     *
     * @param command what is answered
     * @param decoder what reads the reply; null where that is user code
     * @return the decoded value, or an {@link ErrorText}, or this where user code decodes it
     * @throws io.sorrel.redis.error.RedisException when the decoder fails
     */
    public @Nullable Object read(Command<?> command, @Nullable ReplyDecoder<?> decoder) {
        try {
            ReplyStream stream = new ReplyStream(endpoint, RespReader.of(bytes, limits));
            stream.beginReply();
            String error = stream.takeError();
            if (error != null) {
                return new ErrorText(error);
            }
            return decoder == null ? this : stream.decode(decoder, command);
        } catch (IOException e) {
            throw new UncheckedIOException("a captured reply is whole", e);
        }
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }
}
