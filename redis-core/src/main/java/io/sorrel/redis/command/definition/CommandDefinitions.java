package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;

/**
 * The definitions of all groups for one codec: each method returns a command instead of running it. Thread-safe.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public final class CommandDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    /** The definitions for this codec. */
    public CommandDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    /** How keys and values are encoded. */
    public RedisCodec<K, V> codec() {
        return codec;
    }
}
