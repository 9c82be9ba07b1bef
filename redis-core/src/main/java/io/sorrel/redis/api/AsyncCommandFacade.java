package io.sorrel.redis.api;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The two hooks on which every async command method stands.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public interface AsyncCommandFacade<K, V> {
    /** Starts any command; the future completes with its decoded reply or a {@code RedisException}. */
    <T extends @Nullable Object> CompletableFuture<T> execute(Command<T> command);

    /** The definitions behind these methods: each returns a command instead of running it. */
    CommandDefinitions<K, V> commands();
}
