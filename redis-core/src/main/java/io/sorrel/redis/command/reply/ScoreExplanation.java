package io.sorrel.redis.command.reply;

import java.util.List;

/**
 * How the score of a document came about.
 *
 * @param text what was calculated, in the words of the server
 * @param parts what it was calculated from
 */
public record ScoreExplanation(String text, List<ScoreExplanation> parts) {
    /** Copies the list. */
    public ScoreExplanation {
        parts = List.copyOf(parts);
    }
}
