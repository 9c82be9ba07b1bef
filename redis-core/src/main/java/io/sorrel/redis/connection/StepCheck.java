package io.sorrel.redis.connection;

import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.TransientRefusals;
import org.jspecify.annotations.Nullable;

/**
 * Checks, once in so many commands, that a connection's replies are in step with its commands: a PING goes out in front of
 * the next command. A single reply too many, behind which each reply comes as soon as its predecessor is read, shows in no
 * other way. For the thread that uses the connection.
 */
final class StepCheck {
    private static final String PONG = "PONG";

    private int commandsBetween;
    private int commands;

    /**
     * Nothing to check yet.
     *
     * @param commandsBetween how many commands may follow each other without a check; 0 for any number
     */
    StepCheck(int commandsBetween) {
        this.commandsBetween = commandsBetween;
    }

    /** Counts one more command; whether the check has to go out in front of it. */
    boolean isDue() {
        commands++;
        return commandsBetween > 0 && commands > commandsBetween;
    }

    /**
     * Whether the connection may be used on: the reply to PING, or the failure in its place, has come in step, or says
     * nothing about it as the server refuses PING to everyone or to this user.
     */
    boolean passes(@Nullable Object replyOrFailure) {
        commands = 1;
        if (replyOrFailure instanceof NoPermissionException) {
            commandsBetween = 0;
            return true;
        }
        return PONG.equals(replyOrFailure)
                || (replyOrFailure instanceof Throwable failure && TransientRefusals.include(failure));
    }
}
