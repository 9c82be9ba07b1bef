package io.sorrel.redis.execution;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Deadline;
import org.jspecify.annotations.Nullable;

/** Runs a command within a deadline that somebody else has set, so that several attempts share one. Thread-safe. */
@FunctionalInterface
public interface DeadlineExecutor {
    /**
     * Runs the command and returns its decoded reply.
     *
     * @throws io.sorrel.redis.error.RedisException when it fails; its outcome says whether the command ran
     */
    <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline);
}
