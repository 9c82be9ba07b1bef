package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import java.time.Duration;
import java.util.List;

/**
 * The options that {@code sorrel.redis.*} states: first each property, then the URL, which wins where both speak.
 *
 * @param options the result
 * @param overridden the names of properties that are set and count for nothing, because the URL says otherwise
 */
record PropertiesClientOptions(ClientOptions options, List<String> overridden) {
    private static final String URL = "sorrel.redis.url";

    static PropertiesClientOptions of(RedisProperties properties) {
        checkHealthTimeout(properties.health().timeout());
        ClientOptions.Builder builder = ClientOptions.builder();
        PropertyMappings.ALL.forEach(mapping -> mapping.apply(properties, builder));
        String url = PropertyMappings.text(properties.url());
        if (url == null) {
            return new PropertiesClientOptions(build(builder), List.of());
        }
        ClientOptions alone = build(builder);
        try {
            builder.uri(url.trim());
        } catch (IllegalArgumentException refused) {
            throw new InvalidRedisPropertyException(URL, refused);
        }
        ClientOptions result = build(builder);
        List<String> overridden = PropertyMappings.ALL.stream()
                .filter(mapping -> mapping.overridden(properties, alone, result))
                .map(PropertyMapping::fullName)
                .toList();
        return new PropertiesClientOptions(result, overridden);
    }

    private static void checkHealthTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new InvalidRedisPropertyException(
                    "sorrel.redis.health.timeout",
                    new IllegalArgumentException("it is " + timeout + "; it must be longer than zero, such as 1s"));
        }
    }

    private static ClientOptions build(ClientOptions.Builder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException refused) {
            throw new InvalidRedisPropertyException("sorrel.redis", refused);
        }
    }
}
