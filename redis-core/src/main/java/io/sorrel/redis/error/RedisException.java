package io.sorrel.redis.error;

/** Root of every failure that the client reports. */
public class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates it. */
    public RedisException(String message) {
        super(message);
    }
}
