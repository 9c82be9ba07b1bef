package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The options that {@code sorrel.redis.*} states: first each property, then the URL, which wins where both speak.
 *
 * @param options the result
 * @param overridden the names of properties that are set and count for nothing, because the URL says otherwise
 */
record PropertiesClientOptions(ClientOptions options, List<String> overridden) {
    private static final String URL = "sorrel.redis.url";

    static PropertiesClientOptions of(Environment environment) {
        return of(Binder.get(environment).bindOrCreate(PropertyMapping.ROOT, RedisProperties.class));
    }

    static PropertiesClientOptions of(RedisProperties properties) {
        checkHealthTimeout(properties.health().timeout());
        ClientOptions.Builder builder = ClientOptions.builder();
        PropertyMappings.ALL.forEach(mapping -> mapping.apply(properties, builder));
        String url = PropertyMappings.text(properties.url());
        if (url == null) {
            return new PropertiesClientOptions(build(builder), List.of());
        }
        ClientOptions alone = build(builder);
        ClientOptions result = withUrl(builder, url.trim());
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
                    "it is " + timeout + "; it must be longer than zero, such as 1s",
                    null);
        }
    }

    private static ClientOptions build(ClientOptions.Builder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException refused) {
            throw Refusals.explain(refused, PropertyMapping.ROOT);
        }
    }

    /** What is refused here is the URL, or what it says together with the properties, in the words of its parameters. */
    private static ClientOptions withUrl(ClientOptions.Builder builder, String url) {
        try {
            return builder.uri(url).build();
        } catch (IllegalArgumentException refused) {
            throw new InvalidRedisPropertyException(URL, String.valueOf(refused.getMessage()), refused);
        }
    }
}
