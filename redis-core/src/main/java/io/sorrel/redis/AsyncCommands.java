package io.sorrel.redis;

import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.execution.ClientExecutor;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The async facade over the connections of a client. */
final class AsyncCommands<K, V> implements RedisAsyncCommands<K, V> {
    private final ClientExecutor executor;
    private final CommandDefinitions<K, V> commands;

    AsyncCommands(ClientExecutor executor, RedisCodec<K, V> codec) {
        this.executor = executor;
        this.commands = new CommandDefinitions<>(codec);
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> execute(Command<T> command) {
        return executor.submit(command);
    }

    @Override
    public CommandDefinitions<K, V> commands() {
        return commands;
    }
}
