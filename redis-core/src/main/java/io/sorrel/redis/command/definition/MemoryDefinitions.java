package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.reply.MemoryStats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the server's memory.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Memory", accessor = "memory")
public final class MemoryDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    MemoryDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.MEMORY.all();
    }

    /**
     * Tells what is wrong with the server's memory, and what to do about it. Complexity: O(1). Redis command MEMORY
     * DOCTOR, since 4.0.0.
     *
     * @return a text for people to read
     */
    public Command<String> memoryDoctor() {
        return command(ServerSpecs.MEMORY_DOCTOR).reply(ReplyDecoders.string());
    }

    /**
     * Lists the subcommands of MEMORY. Complexity: O(1). Redis command MEMORY HELP, since 4.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> memoryHelp() {
        return command(ServerSpecs.MEMORY_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Tells what the allocator knows. Depends on how much is allocated, and can be slow. Redis command MEMORY
     * MALLOC-STATS, since 4.0.0.
     *
     * @return a text for people to read
     */
    public Command<String> memoryMallocStats() {
        return command(ServerSpecs.MEMORY_MALLOC_STATS).reply(ReplyDecoders.string());
    }

    /**
     * Asks the allocator to give back what it does not need. Depends on how much is allocated, and can be slow. Redis
     * command MEMORY PURGE, since 4.0.0.
     */
    public Command<@Nullable Void> memoryPurge() {
        return command(ServerSpecs.MEMORY_PURGE).reply(ReplyDecoders.ok());
    }

    /**
     * Tells what the server's memory is used for. Complexity: O(1). Redis command MEMORY STATS, since 4.0.0.
     *
     * @return what the server tells
     */
    public Command<MemoryStats> memoryStats() {
        return command(ServerSpecs.MEMORY_STATS).reply(MemoryReplies::stats);
    }

    /**
     * Estimates what a key and its value take, from 5 elements of a collection. Complexity: O(1). Redis command MEMORY
     * USAGE, since 4.0.0.
     *
     * @param key the key
     * @return how many bytes, or null if the key does not exist
     */
    public Command<@Nullable Long> memoryUsage(K key) {
        return command(ServerSpecs.MEMORY_USAGE).key(key).reply(ReplyDecoders.nullable(ReplyDecoders.integer()));
    }

    /**
     * Estimates what a key and its value take. Complexity: O(N) in the number of samples. Redis command MEMORY USAGE,
     * since 4.0.0.
     *
     * @param key the key
     * @param samples from how many elements of a collection, not negative; 0 for all of them
     * @return how many bytes, or null if the key does not exist
     */
    public Command<@Nullable Long> memoryUsage(K key, long samples) {
        return command(ServerSpecs.MEMORY_USAGE)
                .key(key)
                .word("SAMPLES")
                .number(Arguments.notNegative("samples", samples))
                .reply(ReplyDecoders.nullable(ReplyDecoders.integer()));
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
