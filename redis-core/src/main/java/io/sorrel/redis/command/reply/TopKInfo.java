package io.sorrel.redis.command.reply;

/**
 * What a server says of a list of the most frequent items. A whole number that it does not tell is -1, the decay NaN.
 *
 * @param k how many items it keeps
 * @param width how many counters a row has
 * @param depth how many rows there are
 * @param decay base of the probability with which the counter of another item is lowered
 */
public record TopKInfo(long k, long width, long depth, double decay) {}
