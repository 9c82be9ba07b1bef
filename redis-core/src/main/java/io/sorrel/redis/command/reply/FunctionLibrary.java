package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library of functions, as FUNCTION LIST tells.
 *
 * @param name its name
 * @param engine language that it is written in, such as {@code LUA}
 * @param functions its functions, in no particular order
 * @param code its source text; null where it was not asked for
 */
public record FunctionLibrary(
        String name,
        String engine,
        List<Function> functions,
        @Nullable String code) {
    /** Wraps the list. */
    public FunctionLibrary {
        functions = Collections.unmodifiableList(functions);
    }

    /**
     * A function of a library.
     *
     * @param name its name, under which it is called
     * @param description what its author says of it; null for nothing
     * @param flags what it may do, such as {@code no-writes}
     */
    public record Function(String name, @Nullable String description, Set<String> flags) {
        /** Wraps the set. */
        public Function {
            flags = Collections.unmodifiableSet(flags);
        }
    }
}
