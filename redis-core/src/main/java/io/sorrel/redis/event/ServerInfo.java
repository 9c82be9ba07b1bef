package io.sorrel.redis.event;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of itself in the handshake.
 *
 * @param protocol RESP version spoken on the connection, 2 or 3
 * @param server product name such as {@code redis} or {@code valkey}; null where the server did not answer HELLO
 * @param version version of the server; null where it did not answer HELLO
 * @param role {@code master} or {@code replica}; null where the server did not answer HELLO
 * @param mode {@code standalone}, {@code sentinel} or {@code cluster}; null where the server did not answer HELLO
 * @param connectionId the server's number of this connection; -1 where it did not answer HELLO
 */
public record ServerInfo(
        int protocol,
        @Nullable String server,
        @Nullable String version,
        @Nullable String role,
        @Nullable String mode,
        long connectionId) {
    /** Nothing is known but that RESP2 is spoken: the server did not answer HELLO. */
    public static final ServerInfo UNKNOWN = new ServerInfo(2, null, null, null, null, -1);
}
