package io.sorrel.redis.config;

/** The version of the wire protocol to speak. */
public enum ProtocolVersion {
    /** RESP3 where the server knows {@code HELLO} (Redis 6.0), RESP2 otherwise. */
    AUTO,
    /** RESP2, without sending {@code HELLO}. */
    RESP2,
    /** RESP3; a server that does not speak it is refused. */
    RESP3
}
