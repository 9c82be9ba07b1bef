package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.Endpoint;
import org.jspecify.annotations.Nullable;

/** The details that {@code sorrel.redis.*} states. */
final class PropertiesRedisConnectionDetails implements RedisConnectionDetails {
    private final ClientOptions options;

    PropertiesRedisConnectionDetails(ClientOptions options) {
        this.options = options;
    }

    @Override
    public Endpoint getEndpoint() {
        return options.endpoint();
    }

    @Override
    public @Nullable Credentials getCredentials() {
        return options.credentials();
    }

    @Override
    public int getDatabase() {
        return options.database();
    }

    @Override
    public boolean isTls() {
        return options.tls();
    }
}
