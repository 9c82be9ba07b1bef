package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How long the calls of a command took.
 *
 * @param calls how many there were
 * @param within how many of them ended within a time, by that time in microseconds; only times at which the number
 *     grows
 */
public record LatencyHistogram(long calls, NavigableMap<Duration, Long> within) {
    /** Copies the map. */
    public LatencyHistogram {
        within = Collections.unmodifiableNavigableMap(new TreeMap<>(within));
    }
}
