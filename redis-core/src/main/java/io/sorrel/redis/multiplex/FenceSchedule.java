package io.sorrel.redis.multiplex;

import io.sorrel.redis.config.SharedOptions;

/**
 * When a fence is due although nothing is wrong: after so many commands, or with the first command after so much time. For
 * the writer alone.
 */
final class FenceSchedule {
    private final long mostCommands;
    private final long mostNanos;
    private long provenNumber;
    private long provenAt;

    FenceSchedule(SharedOptions options) {
        this.mostCommands = options.fenceCommands() == 0 ? Long.MAX_VALUE : options.fenceCommands();
        this.mostNanos = options.fenceInterval().isZero()
                ? Long.MAX_VALUE
                : options.fenceInterval().toNanos();
    }

    /** The command with this number is a fence, or the last before a new link. */
    void restart(long number, long now) {
        provenNumber = number;
        provenAt = now;
    }

    /** Whether a fence belongs behind this command. */
    boolean isDueBehind(long number) {
        return number - provenNumber >= mostCommands;
    }

    /** The same at the beginning of a write, when the time is known. */
    boolean isDueBehind(long number, long now) {
        return number > provenNumber && (isDueBehind(number) || now - provenAt >= mostNanos);
    }
}
