package io.sorrel.redis.command;

/** How a command stands to the state that the server keeps for one connection. */
public enum ConnectionState {
    /** Neither reads nor changes it: any connection will do. */
    INDEPENDENT,
    /** Its answer is about the connection it is sent on (CLIENT ID, WAIT): it makes sense only within a session. */
    DEPENDS,
    /** Leaves the connection in another state (SELECT, WATCH, CLIENT TRACKING): allowed only within a session. */
    CHANGES,
    /** As {@link #CHANGES}, but not even RESET undoes it (CLIENT NO-EVICT): the connection is closed afterwards. */
    CHANGES_FOR_GOOD,
    /** Would take the replies out of step with the commands (QUIT, CLIENT REPLY): never sent by a caller. */
    BREAKS
}
