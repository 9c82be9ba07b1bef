package io.sorrel.redis.error;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Completes the exceptions of the client. For the client's own packages, not part of its API.
 *
 * <p>An exception is changed only by the thread that made it, and only until another thread can see it. One that other
 * threads can see, such as the failure of a dial, which listeners and statistics keep, is never changed: each caller gets
 * a {@linkplain #copy copy}.
 */
public final class Failures {
    /** Makes an exception of the same type with the same reason and cause; the other fields are filled in behind it. */
    private static final Map<Class<?>, Function<RedisException, RedisException>> COPIERS = Map.ofEntries(
            Map.entry(
                    RedisException.class,
                    f -> new RedisException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    RedisConnectionException.class,
                    f -> new RedisConnectionException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    ConnectFailedException.class,
                    f -> new ConnectFailedException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    DisconnectedException.class,
                    f -> new DisconnectedException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    ConnectionLostException.class,
                    f -> new ConnectionLostException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    RedisTimeoutException.class,
                    f -> new RedisTimeoutException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(PoolTimeoutException.class, f -> new PoolTimeoutException(f.reason(), f.getCause())),
            Map.entry(PoolExhaustedException.class, f -> new PoolExhaustedException(f.reason(), f.getCause())),
            Map.entry(
                    QueueFullException.class, f -> new QueueFullException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    RedisInterruptedException.class,
                    f -> new RedisInterruptedException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    RedisClosedException.class,
                    f -> new RedisClosedException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    RedisProtocolException.class,
                    f -> new RedisProtocolException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(RedisCodecException.class, f -> new RedisCodecException(f.reason(), f.outcome(), f.getCause())),
            Map.entry(UnexpectedReplyException.class, f -> new UnexpectedReplyException(f.reason(), f.getCause())),
            Map.entry(
                    WatchException.class,
                    f -> new WatchException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    PubSubException.class,
                    f -> new PubSubException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    ClusterException.class,
                    f -> new ClusterException(f.reason(), f.outcome(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    CrossSlotTransactionException.class,
                    f -> new CrossSlotTransactionException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    SlotNotCoveredException.class,
                    f -> new SlotNotCoveredException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(SentinelException.class, f -> new SentinelException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    MasterNotFoundException.class,
                    f -> new MasterNotFoundException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(
                    ReplicaNotFoundException.class,
                    f -> new ReplicaNotFoundException(f.reason(), ErrorContext.NONE, f.getCause())),
            Map.entry(LockException.class, f -> new LockException(f.reason(), f.outcome(), ErrorContext.NONE)),
            Map.entry(LockNotOwnedException.class, f -> new LockNotOwnedException(f.reason(), ErrorContext.NONE)),
            Map.entry(TokenException.class, f -> new TokenException(f.reason(), f.getCause())),
            Map.entry(TokenInvalidException.class, f -> new TokenInvalidException(f.reason(), f.getCause())),
            Map.entry(TokenRenewalException.class, f -> new TokenRenewalException(f.reason(), f.getCause())),
            Map.entry(TokenRequestException.class, f -> new TokenRequestException(f.reason(), f.getCause())));

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
        if (original instanceof RedisServerException refusal) {
            return ServerErrors.again(refusal, context);
        }
        RedisException copy = copier(original.getClass()).apply(original);
        copy.fillContext(context);
        copy.fillAttempts(1, original.outcome(), null);
        copy.addSuppressed(original);
        return copy;
    }

    /** That of the type, or of the nearest type above it for one that the application has derived. */
    private static Function<RedisException, RedisException> copier(Class<?> type) {
        Function<RedisException, RedisException> copier = COPIERS.get(type);
        return copier == null ? copier(type.getSuperclass()) : copier;
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
