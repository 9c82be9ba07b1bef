package io.sorrel.redis.benchmark.load;

import java.time.Duration;

/** A load that can be put on a client again and again. */
@FunctionalInterface
interface Load {
    /** Puts it on for that long, waits until every call has ended, and says what happened. */
    Measurement run(Duration duration) throws InterruptedException;
}
