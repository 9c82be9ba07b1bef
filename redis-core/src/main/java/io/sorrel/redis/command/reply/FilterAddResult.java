package io.sorrel.redis.command.reply;

/** What became of one item that was to be added to a Bloom or cuckoo filter. */
public enum FilterAddResult {
    /** It was added. */
    ADDED,
    /** It was not added, as it seems to be in the filter; that may be wrong. */
    PRESENT,
    /** It was not added, as the filter is full. */
    FULL
}
