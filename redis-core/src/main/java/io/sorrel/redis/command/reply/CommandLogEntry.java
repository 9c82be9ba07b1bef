package io.sorrel.redis.command.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that took long, was long, or had a long reply.
 *
 * @param id a number that no other entry of the same log has until the server ends, and that is larger the later it
 *     was logged
 * @param time when it ran, in seconds
 * @param amount how long it ran, in microseconds; or how many bytes it or its reply had, as the log tells
 * @param arguments the command and its arguments; long ones and those beyond the 32nd are shortened
 * @param clientAddress address and port of the client, or path of the socket
 * @param clientName name of its connection; null where it has none
 */
public record CommandLogEntry(
        long id,
        Instant time,
        long amount,
        List<String> arguments,
        @Nullable String clientAddress,
        @Nullable String clientName) {
    /** Copies the list. */
    public CommandLogEntry {
        arguments = List.copyOf(arguments);
    }
}
