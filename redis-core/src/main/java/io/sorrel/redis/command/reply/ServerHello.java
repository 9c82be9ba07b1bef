package io.sorrel.redis.command.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself in reply to HELLO. Texts are empty, and the number of the connection is -1, where the
 * server left them out or sent something else in their place.
 *
 * @param server name of the product, such as {@code redis} or {@code valkey}
 * @param version version of the server, such as {@code 8.0.2}
 * @param protocol RESP version spoken from now on, 2 or 3
 * @param connectionId the server's number of this connection
 * @param mode {@code standalone}, {@code sentinel} or {@code cluster}
 * @param role {@code master} or {@code replica}; null from a sentinel, or where it is left out
 * @param modules the modules that are loaded
 * @param availabilityZone where the server runs; null where it has not been told (Valkey 8.1)
 */
public record ServerHello(
        String server,
        String version,
        int protocol,
        long connectionId,
        String mode,
        @Nullable String role,
        List<Module> modules,
        @Nullable String availabilityZone) {
    /** Copies the list. */
    public ServerHello {
        modules = List.copyOf(modules);
    }

    /**
     * A module that a server has loaded.
     *
     * @param name name of the module
     * @param version its version as its makers count
     * @param path file it was loaded from; empty for one that came with the server, null where the server does not say
     * @param arguments arguments it was loaded with
     */
    public record Module(
            String name, long version, @Nullable String path, List<String> arguments) {
        /** Copies the list. */
        public Module {
            arguments = List.copyOf(arguments);
        }
    }
}
