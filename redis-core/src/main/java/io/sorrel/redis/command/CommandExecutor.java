package io.sorrel.redis.command;

import org.jspecify.annotations.Nullable;

/** Runs commands and waits for their replies: the seam between what is asked and how it is done. Thread-safe. */
@FunctionalInterface
public interface CommandExecutor {
    /**
     * Runs the command and returns its decoded reply.
     *
     * @throws io.sorrel.redis.error.RedisException when it fails; its outcome says whether the command ran
     */
    <T extends @Nullable Object> T execute(Command<T> command);
}
