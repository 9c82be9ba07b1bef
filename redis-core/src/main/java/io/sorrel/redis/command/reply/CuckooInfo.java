package io.sorrel.redis.command.reply;

/**
 * What a server says of a cuckoo filter. A number that it does not tell is -1.
 *
 * @param size bytes of memory it takes
 * @param buckets how many buckets it has
 * @param filters of how many filters it consists
 * @param itemsInserted how many items are in it
 * @param itemsDeleted how many items have been deleted
 * @param bucketSize how many items a bucket holds
 * @param expansion how many times as large the next filter is; 0 if it does not grow
 * @param maxIterations how often items are moved before it counts as full
 */
public record CuckooInfo(
        long size,
        long buckets,
        long filters,
        long itemsInserted,
        long itemsDeleted,
        long bucketSize,
        long expansion,
        long maxIterations) {}
