package io.sorrel.redis.command.reply;

/** What became of a task that a server was asked to do in the background. */
public enum BackgroundStart {
    /** It has started. */
    STARTED,
    /** It will start when another one has ended. */
    SCHEDULED
}
