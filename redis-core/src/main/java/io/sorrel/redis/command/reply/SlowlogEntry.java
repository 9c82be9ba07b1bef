package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that took long.
 *
 * @param id a number that no other entry has until the server ends, and that is larger the later it was logged
 * @param time when it ran, in seconds
 * @param duration how long it ran, in microseconds; without the wait for its turn and for its reply to be sent
 * @param arguments the command and its arguments; long ones and those beyond the 32nd are shortened
 * @param clientAddress address and port of the client, or path of the socket
 * @param clientName name of its connection; null where it has none
 */
public record SlowlogEntry(
        long id,
        Instant time,
        Duration duration,
        List<String> arguments,
        @Nullable String clientAddress,
        @Nullable String clientName) {
    /** Copies the list. */
    public SlowlogEntry {
        arguments = List.copyOf(arguments);
    }
}
