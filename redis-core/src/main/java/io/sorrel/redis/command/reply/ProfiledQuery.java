package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * The result of a query, and how the server came to it.
 *
 * @param result the result
 * @param profile the steps and their times, as plain values: maps, lists, texts and numbers, of which the shape differs
 *     with the server's version and the protocol
 * @param <T> type of the result
 */
public record ProfiledQuery<T>(T result, @Nullable Object profile) {}
