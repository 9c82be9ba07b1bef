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
 * @param option reads the value that is in effect, which another option decides where this one is not set; null for none
 */
record PropertyMapping<T>(
        String name,
        Function<RedisProperties, @Nullable T> property,
        BiConsumer<ClientOptions.Builder, T> setter,
        Function<ClientOptions, @Nullable Object> option) {

    static final String ROOT = "sorrel.redis";

    void apply(RedisProperties properties, ClientOptions.Builder builder) {
        T value = property.apply(properties);
        if (value == null) {
            return;
        }
        try {
            setter.accept(builder, value);
        } catch (IllegalArgumentException refused) {
            throw Refusals.explain(refused, fullName());
        }
    }

    /** Whether the property is set and the final options say something else. */
    boolean overridden(RedisProperties properties, ClientOptions alone, ClientOptions result) {
        return property.apply(properties) != null && !Objects.equals(option.apply(alone), option.apply(result));
    }

    String fullName() {
        return ROOT + "." + name;
    }

    /** What the client calls the option, in its messages and as a parameter of a URL. */
    String optionName() {
        return switch (name) {
            case "database" -> "db";
            case "keep-alive.enabled" -> "keep-alive";
            case "retry.max-retries" -> "retries";
            default ->
                name.replaceFirst("^shared\\.", "")
                        .replaceFirst("^reply-limits\\.", "reply-")
                        .replace('.', '-');
        };
    }
}
