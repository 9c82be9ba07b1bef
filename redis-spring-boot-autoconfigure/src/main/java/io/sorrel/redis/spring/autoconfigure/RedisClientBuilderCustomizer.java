package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.RedisClient;

/**
 * Changes the builder of the auto-configured {@link RedisClient}. All beans of this type are called in their order, after
 * everything else has been set.
 */
@FunctionalInterface
public interface RedisClientBuilderCustomizer {
    /**
     * Changes the builder.
     *
     * @param builder the builder, with options and listeners set
     */
    void customize(RedisClient.Builder builder);
}
