package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What FUNCTION STATS tells.
 *
 * @param running the function that runs now; null if there is none
 * @param engines the languages, by their names
 */
public record FunctionStats(@Nullable Running running, Map<String, Engine> engines) {
    /** Wraps the map. */
    public FunctionStats {
        engines = Collections.unmodifiableMap(engines);
    }

    /**
     * A function that runs.
     *
     * @param name its name
     * @param command the command that called it, word by word, read as UTF-8
     * @param duration how long it has been running, in milliseconds
     */
    public record Running(String name, List<String> command, Duration duration) {
        /** Wraps the list. */
        public Running {
            command = Collections.unmodifiableList(command);
        }
    }

    /**
     * What there is in one language.
     *
     * @param libraries how many libraries
     * @param functions how many functions
     */
    public record Engine(long libraries, long functions) {}
}
