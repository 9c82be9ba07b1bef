package io.sorrel.redis.command.args;

/** What a time series does with a sample for a moment that has one. */
public enum TsDuplicatePolicy {
    /** The command fails. */
    BLOCK,
    /** The sample that is there stays. */
    FIRST,
    /** The new sample takes its place. */
    LAST,
    /** The smaller one stays. */
    MIN,
    /** The larger one stays. */
    MAX,
    /** Both are added up. */
    SUM
}
