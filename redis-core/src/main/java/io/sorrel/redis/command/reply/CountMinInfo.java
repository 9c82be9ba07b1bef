package io.sorrel.redis.command.reply;

/**
 * What a server says of a count-min sketch. A number that it does not tell is -1.
 *
 * @param width how many counters a row has
 * @param depth how many rows there are
 * @param count the sum of all that was counted
 */
public record CountMinInfo(long width, long depth, long count) {}
