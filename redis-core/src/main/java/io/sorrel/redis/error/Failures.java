package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * Completes the exceptions of the client. For the client's own packages, not part of its API.
 *
 * <p>An exception is changed only by the thread that made it, and only until another thread can see it. One that other
 * threads can see, such as the failure of a dial, which listeners and statistics keep, is never changed: each caller gets
 * a {@linkplain #copy copy}.
 */
public final class Failures {
    private Failures() {}

    /**
     * The same failure for one more caller: type, reason, outcome and cause of the original, which is suppressed in the
     * copy, with a stack and a context of its own. The original is not changed.
     *
     * @param original an exception that other threads can see
     * @param missing the command and endpoint, as far as the original does not name them
     */
    public static RedisException copy(RedisException original, ErrorContext missing) {
        ErrorContext context = new ErrorContext(original.endpoint(), original.command()).orElse(missing);
        RedisException copy = original.copy(context);
        copy.fillContext(context);
        copy.fillAttempts(1, original.outcome(), null);
        copy.addSuppressed(original);
        return copy;
    }

    /**
     * Fills in what is missing of the context; what is known stays. For the layer that catches an exception of a lower
     * one.
     *
     * @param failure the exception, which only the calling thread can see
     * @param missing the command and endpoint, as far as the caller knows them
     */
    public static void fillContext(RedisException failure, ErrorContext missing) {
        failure.fillContext(missing);
    }

    /**
     * Notes that this is what several attempts came to. For the layer that repeats commands.
     *
     * @param failure the exception, which only the calling thread can see
     * @param count how often the command was tried
     * @param overall what became of the command over all attempts
     * @param noMoreBecause why it was not tried again although that would have been harmless, or {@code null}
     */
    public static void fillAttempts(
            RedisException failure, int count, CommandOutcome overall, @Nullable String noMoreBecause) {
        failure.fillAttempts(count, overall, noMoreBecause);
    }

    /**
     * Notes that a command on behalf of another has failed, so that the other was not sent: this becomes the failure of
     * the other. For the layer that runs such commands.
     *
     * @param failure the exception, which only the calling thread can see
     * @param unsent the name of the command that was not sent, or {@code null} where there is none
     */
    public static void fillUnsent(RedisException failure, @Nullable String unsent) {
        failure.fillUnsent(unsent);
    }
}
