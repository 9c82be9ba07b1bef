package io.sorrel.redis.api;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import org.jspecify.annotations.Nullable;

/**
 * The two hooks on which every sync command method stands.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public interface CommandFacade<K, V> {
    /**
     * Runs any command and returns its decoded reply.
     *
     * @throws io.sorrel.redis.error.RedisException when it fails; its outcome says whether the command ran
     */
    <T extends @Nullable Object> T execute(Command<T> command);

    /** The definitions behind these methods: each returns a command instead of running it. */
    CommandDefinitions<K, V> commands();
}
