package io.sorrel.redis.command;

/** Typed options of a command: an immutable value that writes itself. */
@FunctionalInterface
public interface CommandArgs {
    /** Writes the options as arguments, in the order in which the server wants them. */
    void writeTo(CommandBuilder<?, ?> command);
}
