package io.sorrel.redis.pool;

import io.sorrel.redis.event.Times;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Number, sum and maximum of durations; thread-safe and without a lock. */
final class Timing {
    private final LongAdder count = new LongAdder();
    private final LongAdder totalNanos = new LongAdder();
    private final LongAccumulator maxNanos = new LongAccumulator(Math::max, 0);

    void record(long nanos) {
        count.increment();
        if (nanos > 0) {
            totalNanos.add(nanos);
            maxNanos.accumulate(nanos);
        }
    }

    Times snapshot() {
        return new Times(count.sum(), totalNanos.sum(), maxNanos.get());
    }
}
