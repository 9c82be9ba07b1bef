package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often and for how long a command ran. What the server does not tell is -1 or null.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoCommand(Map<String, String> fields) {
    /** Copies the map. */
    public InfoCommand {
        fields = Fields.copy(fields);
    }

    /** How often it ran. */
    public long calls() {
        return Fields.number(fields, "calls");
    }

    /** How long it ran in all, with microseconds. */
    public @Nullable Duration duration() {
        return Fields.duration(fields, "usec", ChronoUnit.MICROS);
    }

    /** How often it was refused before it ran. */
    public long rejected() {
        return Fields.number(fields, "rejected_calls");
    }

    /** How often it failed while it ran. */
    public long failed() {
        return Fields.number(fields, "failed_calls");
    }
}
