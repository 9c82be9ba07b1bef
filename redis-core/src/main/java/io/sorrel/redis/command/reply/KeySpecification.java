package io.sorrel.redis.command.reply;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to find some of a command's keys, and what the command does with them.
 *
 * @param notes what else there is to know; null for nothing
 * @param flags such as {@code RO}, {@code RW}, {@code access}, {@code update}
 * @param begin how to find the first one
 * @param find how to find the others
 */
public record KeySpecification(@Nullable String notes, Set<String> flags, Step begin, Step find) {
    /** Copies the set. */
    public KeySpecification {
        flags = Fields.copy(flags);
    }

    /**
     * How to find keys.
     *
     * @param type {@code index} or {@code keyword} for the first one, {@code range} or {@code keynum} for the others,
     *     or {@code unknown}
     * @param values what that takes, such as {@code index}, {@code keyword}, {@code lastkey}; whole numbers as
     *     {@code Long}, words as {@code String}
     */
    public record Step(String type, Map<String, Object> values) {
        /** Nothing is told. */
        public static final Step UNKNOWN = new Step("unknown", Map.of());

        /** Copies the map. */
        public Step {
            values = Fields.copy(values);
        }
    }
}
