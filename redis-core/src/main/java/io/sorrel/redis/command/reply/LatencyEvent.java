package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has taken the server long, as LATENCY LATEST tells.
 *
 * @param name what it was, such as {@code command} or {@code fork}
 * @param time when it last happened, in seconds
 * @param latest how long it took then, in milliseconds
 * @param maximum the longest it ever took, in milliseconds
 * @param total how long it took in all, in milliseconds; null where the server does not tell (Valkey 8.1 does)
 * @param count how often it happened; -1 where the server does not tell (Valkey 8.1 does)
 */
public record LatencyEvent(
        String name,
        Instant time,
        Duration latest,
        Duration maximum,
        @Nullable Duration total,
        long count) {}
