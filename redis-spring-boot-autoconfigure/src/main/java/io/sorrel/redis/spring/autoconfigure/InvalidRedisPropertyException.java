package io.sorrel.redis.spring.autoconfigure;

/** A property with a value that the client refuses; the message shows no credentials. */
final class InvalidRedisPropertyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;

    /** The problem is the text of the cause: what is wrong and what is allowed. */
    InvalidRedisPropertyException(String property, IllegalArgumentException cause) {
        super("The property '" + property + "' cannot be used: " + cause.getMessage(), cause);
        this.property = property;
    }

    String property() {
        return property;
    }
}
