package io.sorrel.redis;

import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.execution.ClientExecutor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A client seen with options of its own per call; cheap, immutable and thread-safe. It shares the connections of its
 * {@link RedisClient} and works as long as that is open.
 */
public final class RedisView {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final ClientExecutor executor;
    private final RedisCommands<String, String> strings;
    private final RedisAsyncCommands<String, String> asyncStrings;

    RedisView(ClientExecutor executor) {
        this.executor = executor;
        this.strings = new SyncCommands<>(executor, RedisCodec.utf8());
        this.asyncStrings = new AsyncCommands<>(executor, RedisCodec.utf8());
    }

    /** The commands with keys and values as strings in UTF-8. */
    public RedisCommands<String, String> sync() {
        return strings;
    }

    /** The commands with keys and values of other types. */
    public <K, V> RedisCommands<K, V> sync(RedisCodec<K, V> codec) {
        return new SyncCommands<>(executor, codec);
    }

    /** The commands with keys and values as strings in UTF-8, each returning a future; see {@link RedisClient#async()}. */
    public RedisAsyncCommands<String, String> async() {
        return asyncStrings;
    }

    /** The commands with keys and values of other types, each returning a future; see {@link RedisClient#async()}. */
    public <K, V> RedisAsyncCommands<K, V> async(RedisCodec<K, V> codec) {
        return new AsyncCommands<>(executor, codec);
    }

    /**
     * Runs any command and returns its decoded reply.
     *
     * @throws io.sorrel.redis.error.RedisException when it fails; its outcome says whether the command ran
     * @throws IllegalStateException when the command is about one connection and so needs a session
     */
    public <T extends @Nullable Object> T execute(Command<T> command) {
        return executor.execute(command);
    }

    /**
     * Starts any command; the future completes as {@link RedisClient#async()} says.
     *
     * @throws IllegalStateException when the command is about one connection and so needs a session
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Command<T> command) {
        return executor.submit(command);
    }

    /**
     * The same view with another timeout per call, which covers the wait for a connection, the write, the
     * reply and retries.
     *
     * @param timeout longer than zero, at most 365 days
     * @throws IllegalArgumentException when the timeout is not in this range
     */
    public RedisView withTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timeout must be longer than zero and at most 365 days, but is " + timeout);
        }
        return new RedisView(executor.with(executor.settings().withTimeout(timeout)));
    }

    /**
     * The same view with another way of trying again what failed; {@link RetryOptions#none()} for not at all. Views
     * whose options state the same budget share it with their client.
     */
    public RedisView withRetry(RetryOptions retry) {
        return new RedisView(executor.with(executor.settings().withRetry(retry)));
    }

    /**
     * The same view whose sync calls choose their connection otherwise; {@link ConnectionMode#POOLED} for calls that may
     * take long and shall hold up no other call.
     */
    public RedisView withMode(ConnectionMode mode) {
        return new RedisView(executor.with(executor.settings().withMode(mode)));
    }

    /**
     * The same view with another wait while the server is known to be gone, as {@link
     * io.sorrel.redis.config.TimeoutOptions#disconnectedWait()} says; zero for calls that fail at once then.
     *
     * @param wait at least zero, at most 365 days
     * @throws IllegalArgumentException when the wait is not in this range
     */
    public RedisView withDisconnectedWait(Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("wait must be at least zero and at most 365 days, but is " + wait);
        }
        return new RedisView(executor.with(executor.settings().withDisconnectedWait(wait)));
    }

    /**
     * Lends out one connection for commands that belong together; give it back by closing the session.
     *
     * @throws io.sorrel.redis.error.RedisException when no connection becomes free in time or none can be made
     */
    public RedisSession openSession() {
        return new RedisSession(executor.openSession());
    }
}
