package io.sorrel.redis.command.reply;

/**
 * A member of a sorted set with its score.
 *
 * @param member the member
 * @param score its score; may be infinite
 * @param <V> type of the member
 */
public record ScoredMember<V>(V member, double score) {}
