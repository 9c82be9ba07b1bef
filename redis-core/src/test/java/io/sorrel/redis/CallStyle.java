package io.sorrel.redis;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.error.RedisException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The two ways to call a client; both end with the reply or with a {@link RedisException} on the calling thread. */
public enum CallStyle {
    /** The call waits. */
    SYNC {
        @Override
        public <T> T execute(RedisView view, Command<T> command) {
            return view.execute(command);
        }
    },
    /** The call returns a future, and the test waits for that. */
    ASYNC {
        @Override
        public <T> T execute(RedisView view, Command<T> command) {
            return resultOf(view.submit(command));
        }
    };

    private static final long BOUND_SECONDS = 120;

    /** Runs the command and returns its reply. */
    public abstract <T> T execute(RedisView view, Command<T> command);

    /** The value of a future, or the failure that it completed with; an error if it never completes. */
    public static <T> T resultOf(CompletableFuture<T> future) {
        try {
            return future.get(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisException failure) {
                throw failure;
            }
            throw new AssertionError("the future failed with something else", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the future did not complete within " + BOUND_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
