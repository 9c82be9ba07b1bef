package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;

/**
 * One time that something took the server long, as LATENCY HISTORY tells.
 *
 * @param time when, in seconds
 * @param latency how long it took, in milliseconds; the longest, where it happened more than once in that second
 */
public record LatencySample(Instant time, Duration latency) {}
