package io.sorrel.redis.execution;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;

/** Keeps commands that are about one connection away from connections that many callers share. */
final class SessionOnly {
    private SessionOnly() {}

    /** Refuses a command that needs a connection of its own. */
    static void refuseOutsideSession(CommandSpec spec) {
        if (spec.connectionState() == ConnectionState.INDEPENDENT) {
            return;
        }
        refuseBreaking(spec);
        throw new IllegalStateException(spec.name()
                + (spec.connectionState() == ConnectionState.DEPENDS
                        ? " is about one connection"
                        : " changes the state of one connection")
                + ", but this client lends its connections to many callers in turn; call it within a session:"
                + " try (var session = redis.openSession()) { session.sync()… }."
                + " What every connection shall have (database, name, credentials) is set in the client's options.");
    }

    /** Refuses a command after which replies could no longer be told apart. */
    static void refuseBreaking(CommandSpec spec) {
        if (spec.connectionState() == ConnectionState.BREAKS) {
            throw new IllegalStateException(spec.name()
                    + " would end the connection or its replies, which the client takes care of itself;"
                    + " close the session or the client instead");
        }
    }
}
