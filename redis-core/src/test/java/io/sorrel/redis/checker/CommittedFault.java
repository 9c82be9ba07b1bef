package io.sorrel.redis.checker;

/**
 * A misstep of a {@link MisalignedServer}.
 *
 * @param kind what it did
 * @param place the ordinal of the first command on this connection that may receive a wrong reply because of it
 * @param at when, on the scale of {@link System#nanoTime()}
 */
record CommittedFault(Misstep kind, int place, long at) {}
