package io.sorrel.redis.connection;

import io.sorrel.redis.event.ServerInfo;

/**
 * What a handshake found out about its peer.
 *
 * @param server what the server said of itself
 * @param echo what became of the {@link EchoProbe}
 */
record Greeting(ServerInfo server, Echo echo) {
    /** The state of a connection before its handshake. */
    static final Greeting NONE = new Greeting(ServerInfo.UNKNOWN, Echo.NOT_ASKED);

    /** The answer of a peer to an ECHO. */
    enum Echo {
        ANSWERED,
        /** An error or something else came instead. */
        NOT_ANSWERED,
        NOT_ASKED
    }
}
