package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * A text that begins as given.
 *
 * @param text the text
 * @param score how much it counts for what was given; not the score that it was added with
 * @param payload what is kept with it; null if there is nothing
 */
public record Suggestion(
        String text, double score, @Nullable String payload) {}
