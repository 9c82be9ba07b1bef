package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** When a member of a sorted set is added or gets a new score. */
public enum ZAddCondition implements CommandArgs {
    /** Members are added, but keep the score that they have. */
    NX(true, "NX"),
    /** Members get a new score, but none is added. */
    XX(false, ""),
    /** Members are added, and get a new score that is greater than the one they have; since 6.2.0. */
    GT(true, "GT"),
    /** Members are added, and get a new score that is less than the one they have; since 6.2.0. */
    LT(true, "LT"),
    /** Members get a new score that is greater than the one they have, but none is added; since 6.2.0. */
    XX_GT(false, "GT"),
    /** Members get a new score that is less than the one they have, but none is added; since 6.2.0. */
    XX_LT(false, "LT");

    private final boolean adding;
    private final String word;

    ZAddCondition(boolean adding, String word) {
        this.adding = adding;
        this.word = word;
    }

    /** Whether members may be added. */
    public boolean isAdding() {
        return adding;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (!adding) {
            command.word("XX");
        }
        if (!word.isEmpty()) {
            command.word(word);
        }
    }
}
