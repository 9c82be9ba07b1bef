package io.sorrel.redis.error;

/**
 * An error reply of the server; subclasses name the kinds that are known, and {@link #code()} tells the others apart.
 *
 * <p>The text is at most 512 characters long, control characters in it are escaped, and arguments that the server
 * repeats in it (keys, values, passwords) are replaced by an ellipsis. Instances come from
 * {@link ServerErrors#translate(String, ErrorContext)}.
 */
public class RedisServerException extends RedisException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String serverMessage;

    RedisServerException(ErrorReply reply, ErrorContext context) {
        this(reply, CommandOutcome.REFUSED, context);
    }

    RedisServerException(ErrorReply reply, CommandOutcome outcome, ErrorContext context) {
        super(reply.text(), outcome, context, null);
        this.code = reply.code();
        this.serverMessage = reply.message();
    }

    RedisServerException(RedisServerException original, String advice) {
        super(
                original.reason() + ServerErrors.ADVICE_SEPARATOR + advice,
                original.outcome(),
                new ErrorContext(original.endpoint(), original.command()),
                original.getCause());
        this.code = original.code;
        this.serverMessage = original.serverMessage;
    }

    /** The first word of the error, such as {@code WRONGTYPE}; {@code ERR} where the server gave none. */
    public final String code() {
        return code;
    }

    /** The text after the code; it may be empty. */
    public final String serverMessage() {
        return serverMessage;
    }
}
