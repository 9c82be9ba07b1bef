package io.sorrel.redis.multiplex;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.RedisException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The future of an async command, over all its attempts. It completes on a thread of the client that runs callbacks and
 * never on the reader. Cancelling it frees the command's place in the queue, or has its reply dropped when it comes.
 * Thread-safe.
 */
public final class AsyncCall<T extends @Nullable Object> extends CompletableFuture<T> {
    private final SharedConnection connection;
    private final Command<T> command;
    private final Deadline deadline;
    private final Handler handler;
    private final Thread issuer = Thread.currentThread();
    private volatile @Nullable AsyncExchange<T> exchange;
    private @Nullable Object attempts;

    /** Is told how attempts end, before the future completes, on the thread that completes it. */
    public interface Handler {
        /** The reply is there. */
        void succeeded(AsyncCall<?> call);

        /**
         * An attempt has failed.
         *
         * @return the failure to complete the future with; null if the handler sees to the call from here, by
         *     {@link AsyncCall#again} or {@link AsyncCall#fail}
         */
        @Nullable
        Throwable failed(AsyncCall<?> call, Throwable failure);
    }

    AsyncCall(SharedConnection connection, Command<T> command, Deadline deadline, Handler handler) {
        this.connection = connection;
        this.command = command;
        this.deadline = deadline;
        this.handler = handler;
    }

    /** What is asked. */
    public Command<T> command() {
        return command;
    }

    /** By when all its attempts must have ended. */
    public Deadline deadline() {
        return deadline;
    }

    /** What the handler has noted of earlier attempts; null on the first. For the handler, between two attempts. */
    public @Nullable Object attempts() {
        return attempts;
    }

    /** Notes something for the next attempt. */
    public void attempts(Object note) {
        attempts = note;
    }

    /**
     * Queues the command once more, on a thread that runs callbacks, unless the future is done by then: a command that was
     * cancelled while it waited for its next attempt is not sent again. For the handler.
     */
    public void again() {
        connection.runCallback(this::enqueue);
    }

    /** Completes the future with this failure, on a thread that runs callbacks; for the handler. */
    public void fail(RedisException failure) {
        connection.runCallback(() -> completeExceptionally(failure));
    }

    /** The thread that has made the call, whose other commands must not overtake this one. */
    Thread issuer() {
        return issuer;
    }

    String endpoint() {
        return connection.endpoint();
    }

    /** Queues the command, waiting for room if the options say so, unless the call has been cancelled meanwhile. */
    void enqueue() {
        if (isDone()) {
            return;
        }
        AsyncExchange<T> attempt = new AsyncExchange<>(this);
        try {
            connection.enqueue(attempt);
        } catch (RedisException e) {
            failed(e);
            return;
        }
        exchange = attempt;
        if (isCancelled()) {
            connection.cancelled(attempt);
        }
    }

    /** An attempt has ended without a reply that can be used; what the handler throws, a user's condition maybe, ends it. */
    void failed(Throwable failure) {
        Throwable last;
        try {
            last = handler.failed(this, failure);
        } catch (RuntimeException | Error e) {
            last = e;
        }
        if (last != null) {
            completeExceptionally(last);
        }
    }

    /** The reply has come. */
    void succeeded(T value) {
        handler.succeeded(this);
        complete(value);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        AsyncExchange<T> present = exchange;
        if (cancelled && present != null) {
            connection.cancelled(present);
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
