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
    private CommandOutcome outcome;
    private ErrorContext context;
    private int attempts = 1;
    private @Nullable String whyNoMore;

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

    /** What became of the command, over all attempts. */
    public final CommandOutcome outcome() {
        return outcome;
    }

    /** How often the command was tried; 1 where it was not repeated. The earlier failures are suppressed in this one. */
    public final int attempts() {
        return attempts;
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

    /** See {@link Failures#fillContext}. */
    final void fillContext(ErrorContext missing) {
        context = context.orElse(missing);
    }

    /** See {@link Failures#fillAttempts}. */
    final void fillAttempts(int count, CommandOutcome overall, @Nullable String noMoreBecause) {
        attempts = count;
        outcome = overall;
        whyNoMore = noMoreBecause;
    }

    /** See {@link Failures#fillUnsent}. */
    final void fillUnsent(@Nullable String unsent) {
        context = new ErrorContext(context.endpoint(), unsent);
        outcome = CommandOutcome.NOT_SENT;
    }

    @Override
    public final String getMessage() {
        return reason + context.describe(outcome) + describeAttempts();
    }

    private String describeAttempts() {
        if (attempts == 1 && whyNoMore == null) {
            return "";
        }
        String tried = attempts == 1 ? "; tried once" : "; tried " + attempts + " times";
        return whyNoMore == null ? tried : tried + ", and not again because " + whyNoMore;
    }

    /**
     * The same failure for another caller, with a stack of its own. Each type makes one of its own type, and keeps reason,
     * outcome and cause; see {@link Failures#copy}.
     *
     * @param context the command and endpoint; a type that never knows them leaves them out
     */
    RedisException copy(ErrorContext context) {
        return new RedisException(reason(), outcome(), context, getCause());
    }
}
