package io.sorrel.redis.command.reply;

/**
 * The epoch of a node's configuration, as CLUSTER BUMPEPOCH tells.
 *
 * @param changed whether it is a new one; if not, it was the highest of the cluster already
 * @param epoch the epoch
 */
public record ClusterEpoch(boolean changed, long epoch) {}
