package io.sorrel.redis;

import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandExecutor;
import io.sorrel.redis.command.definition.CommandDefinitions;
import org.jspecify.annotations.Nullable;

/** The sync facade over an executor. */
final class SyncCommands<K, V> implements RedisCommands<K, V> {
    private final CommandExecutor executor;
    private final CommandDefinitions<K, V> commands;

    SyncCommands(CommandExecutor executor, RedisCodec<K, V> codec) {
        this.executor = executor;
        this.commands = new CommandDefinitions<>(codec);
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command) {
        return executor.execute(command);
    }

    @Override
    public CommandDefinitions<K, V> commands() {
        return commands;
    }
}
