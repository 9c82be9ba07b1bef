package io.sorrel.redis.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

/** A property with a value that cannot be used; the message shows no credentials. */
final class InvalidRedisPropertyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;

    /**
     * Creates it.
     *
     * @param property the full name of the property
     * @param problem what is wrong and what is allowed
     */
    InvalidRedisPropertyException(String property, String problem, @Nullable Throwable cause) {
        super("The property '" + property + "' cannot be used: " + problem, cause);
        this.property = property;
    }

    String property() {
        return property;
    }
}
