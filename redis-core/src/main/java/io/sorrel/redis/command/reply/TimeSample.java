package io.sorrel.redis.command.reply;

import java.time.Instant;

/**
 * One sample of a time series.
 *
 * @param time its moment, in whole milliseconds
 * @param value its value; NaN for a bucket of time without samples
 */
public record TimeSample(Instant time, double value) {}
