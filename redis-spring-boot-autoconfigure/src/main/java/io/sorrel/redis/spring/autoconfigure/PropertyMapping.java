package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of one property into the options of the client.
 *
 * @param <T> the type of the property
 * @param name the name after {@code sorrel.redis.}
 * @param property reads the property; null where it is not set
 * @param setter writes the option, and refuses a value that is out of range
 * @param option reads the option
 */
record PropertyMapping<T>(
        String name,
        Function<RedisProperties, @Nullable T> property,
        BiConsumer<ClientOptions.Builder, T> setter,
        Function<ClientOptions, @Nullable Object> option) {

    private static final String PREFIX = "sorrel.redis.";

    void apply(RedisProperties properties, ClientOptions.Builder builder) {
        T value = property.apply(properties);
        if (value == null) {
            return;
        }
        try {
            setter.accept(builder, value);
        } catch (IllegalArgumentException refused) {
            throw new InvalidRedisPropertyException(fullName(), refused);
        }
    }

    /** Whether the property is set and the final options say something else. */
    boolean overridden(RedisProperties properties, ClientOptions alone, ClientOptions result) {
        return property.apply(properties) != null && !Objects.equals(option.apply(alone), option.apply(result));
    }

    String fullName() {
        return PREFIX + name;
    }
}
