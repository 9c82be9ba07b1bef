package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandExecutor;
import io.sorrel.redis.connection.Deadline;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs commands of a client under the settings of one view. Thread-safe and immutable. */
public final class ClientExecutor implements CommandExecutor {
    private final Paths paths;
    private final CallSettings settings;
    private final RetryingExecutor sync;
    private final RetryingSubmitter async;

    /** An executor over the connections of a client. */
    public ClientExecutor(Paths paths, CallSettings settings) {
        this.paths = paths;
        this.settings = settings;
        this.sync = retrying(new DeadlineExecutor() {
            @Override
            public <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline) {
                return paths.chooser().execute(command, deadline, settings.mode());
            }
        });
        this.async = new RetryingSubmitter(paths.shared(), settings, paths.retries(), paths.timers());
    }

    private RetryingExecutor retrying(DeadlineExecutor target) {
        return new RetryingExecutor(target, settings, paths.retries());
    }

    /** The settings of its calls. */
    public CallSettings settings() {
        return settings;
    }

    /** An executor over the same connections with other settings. */
    public ClientExecutor with(CallSettings other) {
        return new ClientExecutor(paths, other);
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command) {
        return sync.execute(command);
    }

    /**
     * Starts a command.
     *
     * @throws IllegalStateException when the command needs a session
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Command<T> command) {
        SessionOnly.refuseOutsideSession(command.spec());
        return command.isBlocking() || command.spec().isUrgent()
                ? paths.exclusive().submit(command, paths.chooser(), this::retrying)
                : async.submit(command);
    }

    /** Borrows a connection for a session, behind what this thread has sent before. */
    public SessionExecutor openSession() {
        paths.chooser().awaitPending(Deadline.after(settings.timeout()), Thread.currentThread(), null);
        return paths.pooled().openSession(settings.timeout(), paths.retries());
    }
}
