package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.Endpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Which server to talk to and as whom. A bean of this type replaces what {@code sorrel.redis.*} says about these four
 * things and nothing else; implementations are immutable.
 */
public interface RedisConnectionDetails extends ConnectionDetails {
    /** Where the server listens. */
    Endpoint getEndpoint();

    /** What to log in with, or {@code null}, the default, for nothing. */
    default @Nullable Credentials getCredentials() {
        return null;
    }

    /** The number of the database to select; default 0. */
    default int getDatabase() {
        return 0;
    }

    /** Whether connections are encrypted; default false. */
    default boolean isTls() {
        return false;
    }
}
