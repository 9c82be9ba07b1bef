package io.sorrel.redis.multiplex;

import io.sorrel.redis.config.Backoff;
import io.sorrel.redis.error.LastingRefusals;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How long the connection loop pauses between two attempts to connect. For the writer's thread alone. */
final class AttemptPauses {
    /** Between attempts that are refused for a reason that will not pass by itself, so that no account gets locked. */
    private static final Backoff REFUSED = Backoff.equalJitter(Duration.ofMillis(200), Duration.ofMinutes(1));

    private final Backoff backoff;
    private final Supplier<RandomGenerator> random;
    private int failures;
    private int refusals;
    private int attempts;
    private Duration pause = Duration.ZERO;

    /**
     * No pause yet.
     *
     * @param backoff the pauses between attempts that fail for a reason that may pass
     */
    AttemptPauses(Backoff backoff, Supplier<RandomGenerator> random) {
        this.backoff = backoff;
        this.random = random;
    }

    /** An attempt has failed. */
    void failed(RedisException failure) {
        attempts++;
        if (LastingRefusals.include(failure)) {
            failures = 0;
            refusals++;
            pause = REFUSED.delay(refusals, pause, random.get());
        } else {
            refusals = 0;
            failedForNow();
        }
    }

    private void failedForNow() {
        failures++;
        pause = backoff.delay(failures, pause, random.get());
    }

    /** An attempt has brought a link; whether the link is good for anything is not known yet. */
    void connected() {
        attempts = 0;
        refusals = 0;
    }

    /**
     * The link was lost. One that was lost at once and brought no reply counts as a failed attempt, so that a server that
     * accepts and hangs up is not dialled without a pause.
     */
    void lost(boolean useful) {
        if (useful) {
            failures = 0;
            pause = Duration.ZERO;
        } else {
            failedForNow();
        }
    }

    /** Attempts that have failed since the last link. */
    int attempts() {
        return attempts;
    }

    /** The time to wait before the next attempt. */
    Duration pause() {
        return pause;
    }
}
