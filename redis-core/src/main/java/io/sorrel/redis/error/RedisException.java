package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of every failure that the client reports; unchecked.
 *
 * <p>{@link #outcome()} tells whether the command may have been executed, which decides whether repeating it is safe.
 * Messages name the command and the endpoint and never show keys, values or credentials.
 */
public class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final CommandOutcome outcome;
    private ErrorContext context;

    /**
     * Creates it.
     *
     * @param reason what went wrong and, where it helps, what to change; without keys, values and credentials
     * @param outcome what became of the command
     * @param context the command and the endpoint, as far as known
     * @param cause what led to it, or {@code null}
     */
    public RedisException(String reason, CommandOutcome outcome, ErrorContext context, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.outcome = outcome;
        this.context = context;
    }

    /** What became of the command. */
    public final CommandOutcome outcome() {
        return outcome;
    }

    /** The label of the server, such as {@code localhost:6379}, or {@code null} where it is not known. */
    public final @Nullable String endpoint() {
        return context.endpoint();
    }

    /** The name of the command, or {@code null} where there is none. */
    public final @Nullable String command() {
        return context.command();
    }

    /** What went wrong, without the command, the endpoint and the outcome that {@link #getMessage()} adds. */
    public final String reason() {
        return reason;
    }

    /**
     * Fills in what is missing of the context; what is known stays. For the layer that catches an exception of a lower
     * one, before any other thread sees it.
     *
     * @param missing the command and endpoint, as far as the caller knows them
     */
    public final void fillContext(ErrorContext missing) {
        context = context.orElse(missing);
    }

    @Override
    public final String getMessage() {
        return reason + context.describe(outcome);
    }
}
