package io.sorrel.redis.config;

/** A URL that cannot be used. The message names the part and what to change; it shows no credentials. */
public final class RedisUriException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String part;

    RedisUriException(String part, String problem) {
        super("Redis URL, " + part + ": " + problem);
        this.part = part;
    }

    /** The offending part, such as {@code port} or {@code query parameter pool-max-size}. */
    public String part() {
        return part;
    }
}
