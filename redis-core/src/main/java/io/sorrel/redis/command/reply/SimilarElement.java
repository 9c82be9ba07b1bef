package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * An element of a vector set, and how similar it is to what was looked for.
 *
 * @param element the element
 * @param score from 1 for the same direction to 0 for the opposite one
 * @param attributes its attributes as JSON text; null if it has none, or if they were not asked for
 * @param <V> type of the elements
 */
public record SimilarElement<V>(
        V element, double score, @Nullable String attributes) {}
