package io.sorrel.redis.event;

/**
 * Durations of one kind.
 *
 * @param count how many there were
 * @param totalNanos their sum in nanoseconds
 * @param maxNanos the longest in nanoseconds
 */
public record Times(long count, long totalNanos, long maxNanos) {}
