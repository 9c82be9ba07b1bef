package io.sorrel.redis.execution;

import io.sorrel.redis.config.RetryOptions;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket of retries, filled by calls and emptied by retries. Thread-safe; a full one costs a call one read. */
final class RetryBudget {
    private static final long RETRY = 1_000_000;

    private final long earnings;
    private final long most;
    private final AtomicLong left;

    RetryBudget(RetryOptions options) {
        this.earnings = Math.round(options.budgetRatio() * RETRY);
        this.most = options.budgetReserve() * RETRY;
        this.left = new AtomicLong(most);
    }

    void earn() {
        long before = left.get();
        while (before < most && !left.compareAndSet(before, Math.min(most, before + earnings))) {
            before = left.get();
        }
    }

    boolean spend() {
        long before = left.get();
        while (before >= RETRY) {
            if (left.compareAndSet(before, before - RETRY)) {
                return true;
            }
            before = left.get();
        }
        return false;
    }
}
