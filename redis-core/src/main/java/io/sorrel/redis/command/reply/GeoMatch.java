package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * A member that a search has found, with the details that it was asked for.
 *
 * @param member the member
 * @param distance its distance from the centre, in the unit of the search; null if it was not asked for
 * @param hash its score, which is the geohash as a whole number of 52 bits; null if it was not asked for
 * @param position where it is; null if it was not asked for
 * @param <V> type of the member
 */
public record GeoMatch<V>(
        V member,
        @Nullable Double distance,
        @Nullable Long hash,
        @Nullable GeoPosition position) {}
