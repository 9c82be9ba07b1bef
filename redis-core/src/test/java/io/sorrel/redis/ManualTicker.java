package io.sorrel.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still until it is moved; it starts near the overflow, where careless comparisons fail. */
public final class ManualTicker implements LongSupplier {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Override
    public long getAsLong() {
        return now.get();
    }

    /** Moves the clock. */
    public void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
