package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** What the commands on JSON documents have in common: paths are JSONPaths, never those of the older syntax. */
final class JsonPaths {
    private JsonPaths() {}

    /** Adds a path; one of the older syntax is refused, as its reply would be of another shape. */
    static <K, V> CommandBuilder<K, V> path(CommandBuilder<K, V> command, @Nullable String path) {
        return command.text("path", checked("path", path));
    }

    /** The path, if it starts as a JSONPath does. */
    static String checked(String name, @Nullable String path) {
        String present = CommandBuilder.notNull(name, path);
        if (!present.startsWith("$")) {
            throw new IllegalArgumentException(name + " must be a JSONPath, which starts with $");
        }
        return present;
    }
}
