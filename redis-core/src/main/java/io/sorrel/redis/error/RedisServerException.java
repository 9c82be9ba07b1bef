package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

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
    private final @Nullable String advice;

    RedisServerException(ErrorReply reply, ErrorContext context) {
        this(reply, CommandOutcome.REFUSED, context);
    }

    RedisServerException(ErrorReply reply, CommandOutcome outcome, ErrorContext context) {
        super(reply.text(), outcome, context, null);
        this.code = reply.code();
        this.serverMessage = reply.message();
        this.advice = reply.advice();
    }

    /** The first word of the error, such as {@code WRONGTYPE}; {@code ERR} where the server gave none. */
    public final String code() {
        return code;
    }

    /** The text after the code; it may be empty. */
    public final String serverMessage() {
        return serverMessage;
    }

    /**
     * The same failure, of the same type, whose reason ends with advice in place of any that it has.
     *
     * @param newAdvice what the error stood in the way of and what to change; without keys, values and credentials
     */
    public final RedisServerException advising(String newAdvice) {
        return ServerErrors.of(new ErrorReply(code, serverMessage, newAdvice), new ErrorContext(endpoint(), command()));
    }

    ErrorReply reply() {
        return new ErrorReply(code, serverMessage, advice);
    }

    @Override
    RedisException copy(ErrorContext context) {
        return ServerErrors.of(reply(), context);
    }
}
