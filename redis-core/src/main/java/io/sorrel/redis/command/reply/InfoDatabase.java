package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many keys a database has. What the server does not tell is -1 or null.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoDatabase(Map<String, String> fields) {
    /** Copies the map. */
    public InfoDatabase {
        fields = Fields.copy(fields);
    }

    /** How many keys it has. */
    public long keys() {
        return Fields.number(fields, "keys");
    }

    /** How many of them expire. */
    public long expiringKeys() {
        return Fields.number(fields, "expires");
    }

    /** How long those that expire have left on average, by estimate, in milliseconds; zero where it is not known. */
    public @Nullable Duration averageTimeToLive() {
        return Fields.duration(fields, "avg_ttl", ChronoUnit.MILLIS);
    }

    /** How many hashes have fields that expire; since Redis 7.4. */
    public long hashesWithExpiringFields() {
        return Fields.number(fields, "subexpiry");
    }
}
