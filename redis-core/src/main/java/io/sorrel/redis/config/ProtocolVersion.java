package io.sorrel.redis.config;

/** The version of the wire protocol to speak. */
public enum ProtocolVersion {
    /**
     * RESP3 where the server knows {@code HELLO} (Redis 6.0), RESP2 where it refuses that command, in whatever words; a
     * wrong password, and an error that passes such as {@code LOADING}, end the attempt.
     */
    AUTO,
    /** RESP2, without sending {@code HELLO}; the server's version and role are not known then. */
    RESP2,
    /** RESP3; a server that does not speak it is refused. */
    RESP3
}
