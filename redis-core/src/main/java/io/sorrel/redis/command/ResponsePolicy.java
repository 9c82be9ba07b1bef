package io.sorrel.redis.command;

/** How the replies of several nodes become one; the values are those of the server's command tips. */
public enum ResponsePolicy {
    /** The replies joined in the order of the keys, or as one collection. */
    DEFAULT,
    /** The first reply that is not an error. */
    ONE_SUCCEEDED,
    /** Any reply, if none is an error. */
    ALL_SUCCEEDED,
    /** Logical and of yes/no replies. */
    AGG_LOGICAL_AND,
    /** Logical or of yes/no replies. */
    AGG_LOGICAL_OR,
    /** The smallest number. */
    AGG_MIN,
    /** The largest number. */
    AGG_MAX,
    /** The sum of the numbers. */
    AGG_SUM,
    /** By a rule of the command's own. */
    SPECIAL
}
