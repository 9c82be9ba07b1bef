package io.sorrel.redis.config;

/** What is said on a new connection before commands are. */
public enum HandshakeMode {
    /**
     * Protocol and credentials, the client's name, the library's name and version, the database. Where the peer closes
     * the connection meanwhile, as some proxies do at a command they do not know, and {@link ProtocolVersion#RESP3} is not
     * asked for, the next attempt is made as {@link #MINIMAL}, for this one connection.
     */
    FULL,
    /**
     * Nothing but {@code AUTH} and {@code SELECT}, and these only where credentials or a database other than 0 are
     * configured: for proxies that refuse or close at anything else. RESP2 is spoken, name and library are not told, the
     * server's version and role are not known, and the shared connection cannot check itself by {@code ECHO}.
     */
    MINIMAL
}
