package io.sorrel.redis.command.reply;

/**
 * Where a member stands in a sorted set.
 *
 * @param rank how many members come before it, from 0
 * @param score its score
 */
public record RankWithScore(long rank, double score) {}
