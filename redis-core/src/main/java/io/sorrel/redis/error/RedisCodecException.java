package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * A codec failed to turn a key or value into bytes (the command was not sent) or a reply into a value (the command was
 * executed). The connection stays in step either way.
 */
public final class RedisCodecException extends RedisException {
    private static final long serialVersionUID = 1L;

    RedisCodecException(String message, CommandOutcome outcome, @Nullable Throwable cause) {
        super(message, outcome, ErrorContext.NONE, cause);
    }

    /**
     * A failure to encode an argument; outcome {@link CommandOutcome#NOT_SENT}.
     *
     * @param message what could not be encoded, without showing it
     * @param cause what the codec threw, or {@code null} where it returned what cannot be sent
     */
    public static RedisCodecException encoding(String message, @Nullable Throwable cause) {
        return new RedisCodecException(message, CommandOutcome.NOT_SENT, cause);
    }

    /**
     * A failure to decode a reply; the command was executed, so the outcome is {@link CommandOutcome#UNKNOWN}.
     *
     * @param message what could not be decoded, without showing it
     * @param cause what the codec threw
     */
    public static RedisCodecException decoding(String message, Throwable cause) {
        return new RedisCodecException(message, CommandOutcome.UNKNOWN, cause);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return new RedisCodecException(reason(), outcome(), getCause());
    }
}
