package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.pool.PooledConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Async commands that block or are urgent: each has a pooled connection and a thread to itself while it waits for the server. There
 * are as many threads as the pool has connections; further calls wait for one. Cancelling the future of a call that waits
 * for the server closes its connection at once. Thread-safe.
 */
final class ExclusiveCalls {
    private static final int MOST_WAITING = 65_536;
    private static final long LINGER_SECONDS = 5;

    private final ThreadPoolExecutor executor;
    private final String endpoint;

    ExclusiveCalls(int threads, ThreadFactory factory, String endpoint) {
        this.executor = new ThreadPoolExecutor(
                threads, threads, LINGER_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), factory);
        this.executor.allowCoreThreadTimeOut(true);
        this.endpoint = endpoint;
    }

    /**
     * Starts a call.
     *
     * @param executors makes what runs the command on a thread that may wait, out of what borrows its connection
     */
    <T extends @Nullable Object> CompletableFuture<T> submit(
            Command<T> command, Chooser chooser, Function<DeadlineExecutor, RetryingExecutor> executors) {
        Call<T> call = new Call<>(command);
        RetryingExecutor retrying = executors.apply(new DeadlineExecutor() {
            @Override
            public <R extends @Nullable Object> R execute(Command<R> attempt, Deadline deadline) {
                return chooser.exclusive(attempt, deadline, call::borrowed);
            }
        });
        try {
            executor.execute(() -> call.run(retrying));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(refusal(command));
        }
        return call;
    }

    private RedisException refusal(Command<?> command) {
        ErrorContext context = new ErrorContext(endpoint, command.spec().name());
        return executor.isShutdown()
                ? new RedisClosedException(
                        "the connection was closed by this client", CommandOutcome.NOT_SENT, context, null)
                : new QueueFullException("too many commands wait for a connection of their own", context, null);
    }

    private static final class Call<T extends @Nullable Object> extends CompletableFuture<T> {
        private final Command<T> command;
        private volatile @Nullable PooledConnection connection;

        Call(Command<T> command) {
            this.command = command;
        }

        void run(RetryingExecutor executor) {
            if (isDone()) {
                return;
            }
            T value;
            try {
                value = executor.execute(command);
            } catch (Throwable e) {
                completeExceptionally(e);
                return;
            } finally {
                connection = null;
            }
            complete(value);
        }

        void borrowed(PooledConnection lease) {
            connection = lease;
            if (isDone()) {
                lease.release();
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            PooledConnection lease = connection;
            if (cancelled && lease != null) {
                lease.destroy(DestroyCause.DISCARDED);
            }
            return cancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }

    /** No call begins any more; those that wait for a thread fail when their turn comes, as their pool is closed. */
    void shutdown() {
        executor.shutdown();
    }

    /** Waits until the threads have ended; their pool is closed before. */
    void awaitEnd(Duration bound) {
        try {
            boolean ended = executor.awaitTermination(bound.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
