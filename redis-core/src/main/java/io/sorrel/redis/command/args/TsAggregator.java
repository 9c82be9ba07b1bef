package io.sorrel.redis.command.args;

/** How the values of several samples become one. */
public enum TsAggregator {
    /** Their mean. */
    AVG("avg"),
    /** Their sum. */
    SUM("sum"),
    /** The smallest. */
    MIN("min"),
    /** The largest. */
    MAX("max"),
    /** The difference between the largest and the smallest. */
    RANGE("range"),
    /** How many there are. */
    COUNT("count"),
    /** How many are not a number; since Redis 8.6. */
    COUNT_NAN("countNaN"),
    /** How many there are, those that are not a number included; since Redis 8.6. */
    COUNT_ALL("countAll"),
    /** The earliest. */
    FIRST("first"),
    /** The latest. */
    LAST("last"),
    /** Their standard deviation, as all there are. */
    STD_P("std.p"),
    /** Their standard deviation, as some of more. */
    STD_S("std.s"),
    /** Their variance, as all there are. */
    VAR_P("var.p"),
    /** Their variance, as some of more. */
    VAR_S("var.s"),
    /** Their mean, weighted by time; since RedisTimeSeries 1.8. */
    TWA("twa");

    private final String word;

    TsAggregator(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }
}
