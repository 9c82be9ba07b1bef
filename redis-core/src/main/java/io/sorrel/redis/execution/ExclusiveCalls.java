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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Threads that have nothing left to do get this long to end, however short the bound. */
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(1);

    private final ThreadPoolExecutor executor;
    private final ThreadFactory factory;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final String endpoint;

    ExclusiveCalls(int most, ThreadFactory factory, String endpoint) {
        this.factory = factory;
        this.executor = new ThreadPoolExecutor(
                most, most, LINGER_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), this::newThread);
        this.executor.allowCoreThreadTimeOut(true);
        this.endpoint = endpoint;
    }

    private Thread newThread(Runnable worker) {
        Thread thread = factory.newThread(() -> {
            try {
                worker.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        return thread;
    }

    /**
     * Starts a call.
     *
     * @param executors makes what runs the command on a thread that may wait, out of what borrows its connection
     */
    <T extends @Nullable Object> CompletableFuture<T> submit(
            Command<T> command, Chooser chooser, Function<DeadlineExecutor, RetryingExecutor> executors) {
        Call<T> call = new Call<>(command);
        Thread caller = Thread.currentThread();
        RetryingExecutor retrying = executors.apply(new DeadlineExecutor() {
            @Override
            public <R extends @Nullable Object> R execute(Command<R> attempt, Deadline deadline) {
                return chooser.exclusive(attempt, deadline, caller, call::borrowed);
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

    /**
     * Waits until the threads have ended, but for the calling one, which may run a callback; their pool is closed before.
     * When a callback holds them up for longer, they are interrupted, and what waits for them fails on another thread.
     */
    void awaitEnd(Duration bound) {
        List<Thread> others = new ArrayList<>(threads);
        others.remove(Thread.currentThread());
        if (!join(others, bound.compareTo(CLOSE_GRACE) < 0 ? CLOSE_GRACE : bound)) {
            others.forEach(Thread::interrupt);
        }
        List<Runnable> left = new ArrayList<>();
        executor.getQueue().drainTo(left);
        if (!left.isEmpty()) {
            factory.newThread(() -> left.forEach(Runnable::run)).start();
        }
    }

    /** Whether they have ended in time; an interrupt ends the wait and stays set. */
    private static boolean join(List<Thread> threads, Duration bound) {
        Deadline deadline = Deadline.after(bound);
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remainingNanos());
                if (thread.isAlive()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
