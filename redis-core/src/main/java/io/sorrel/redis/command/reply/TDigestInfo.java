package io.sorrel.redis.command.reply;

/**
 * What a server says of a t-digest. A number that it does not tell is -1.
 *
 * @param compression how exact it is; more takes more memory
 * @param capacity how many nodes fit into its memory
 * @param mergedNodes how many nodes stand for more than one observation
 * @param unmergedNodes how many observations wait to be merged
 * @param mergedWeight how many observations the merged nodes stand for
 * @param unmergedWeight how many observations the others stand for
 * @param observations how many observations were added
 * @param compressions how often nodes were merged
 * @param memory bytes of memory it takes
 */
public record TDigestInfo(
        long compression,
        long capacity,
        long mergedNodes,
        long unmergedNodes,
        long mergedWeight,
        long unmergedWeight,
        long observations,
        long compressions,
        long memory) {}
