package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server stores a value, as DEBUG OBJECT tells. What the server does not tell is -1 or null.
 *
 * @param fields all that the server tells, by its names
 */
public record DebugObject(Map<String, String> fields) {
    /** Copies the map. */
    public DebugObject {
        fields = Fields.copy(fields);
    }

    /** Where it stands in memory. */
    public @Nullable String address() {
        return Fields.text(fields, "at");
    }

    /** How many references there are to it. */
    public long referenceCount() {
        return Fields.number(fields, "refcount");
    }

    /** Name of the encoding, such as {@code listpack}. */
    public @Nullable String encoding() {
        return Fields.text(fields, "encoding");
    }

    /** How many bytes it has on disk. */
    public long serializedLength() {
        return Fields.number(fields, "serializedlength");
    }

    /** How long it has not been used, in seconds. */
    public @Nullable Duration idle() {
        return Fields.duration(fields, "lru_seconds_idle", ChronoUnit.SECONDS);
    }
}
