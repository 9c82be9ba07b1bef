package io.sorrel.redis.event;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of itself in reply to HELLO. All but the protocol is unknown where the server refused HELLO or was
 * not asked ({@code protocol=resp2}, {@code handshake=minimal}).
 *
 * @param protocol RESP version spoken on the connection, 2 or 3
 * @param server product name such as {@code redis} or {@code valkey}; null where it is unknown
 * @param version version of the server; null where it is unknown
 * @param role {@code master} or {@code replica}; null where it is unknown
 * @param mode {@code standalone}, {@code sentinel} or {@code cluster}; null where it is unknown
 * @param connectionId the server's number of this connection; -1 where it is unknown
 */
public record ServerInfo(
        int protocol,
        @Nullable String server,
        @Nullable String version,
        @Nullable String role,
        @Nullable String mode,
        long connectionId) {
    /** Nothing is known but that RESP2 is spoken. */
    public static final ServerInfo UNKNOWN = new ServerInfo(2, null, null, null, null, -1);
}
