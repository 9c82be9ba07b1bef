package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;

/**
 * Changes the options of the auto-configured client. All beans of this type are called in their order, after properties
 * and {@link RedisConnectionDetails} have been applied.
 */
@FunctionalInterface
public interface ClientOptionsCustomizer {
    /**
     * Changes the options.
     *
     * @param options the builder of the options, with everything set that the application has configured
     */
    void customize(ClientOptions.Builder options);
}
