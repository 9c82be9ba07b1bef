package io.sorrel.redis.connection;

import io.sorrel.redis.event.ServerInfo;

/**
 * What a handshake found out about its peer.
 *
 * @param server what the server said of itself
 * @param answersEcho whether it answered the {@link EchoProbe}; false where it was not asked
 */
record Greeting(ServerInfo server, boolean answersEcho) {
    /** The state of a connection before its handshake. */
    static final Greeting NONE = new Greeting(ServerInfo.UNKNOWN, false);
}
