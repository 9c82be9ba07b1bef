package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a slot. What the server does not tell is -1 or null; it counts processor time and bytes only
 * if it is configured to.
 *
 * @param slot the slot
 * @param values all that the server tells, by its names
 */
public record SlotStats(int slot, Map<String, Long> values) {
    /** Copies the map. */
    public SlotStats {
        values = Fields.copy(values);
    }

    /** How many keys it has. */
    public long keys() {
        return values.getOrDefault("key-count", -1L);
    }

    /** The processor time that its commands have taken, in microseconds. */
    public @Nullable Duration cpuTime() {
        Long micros = values.get("cpu-usec");
        return micros == null ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    /** How many bytes came in for it. */
    public long networkBytesIn() {
        return values.getOrDefault("network-bytes-in", -1L);
    }

    /** How many bytes went out for it. */
    public long networkBytesOut() {
        return values.getOrDefault("network-bytes-out", -1L);
    }
}
