package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of a Bloom filter. A number that it does not tell is -1.
 *
 * @param capacity how many items it holds before it grows or is full
 * @param size bytes of memory it takes
 * @param filters of how many filters it consists
 * @param items how many items it took for new
 * @param expansion how many times as large the next filter is; null if it does not grow
 */
public record BloomInfo(
        long capacity,
        long size,
        long filters,
        long items,
        @Nullable Long expansion) {}
