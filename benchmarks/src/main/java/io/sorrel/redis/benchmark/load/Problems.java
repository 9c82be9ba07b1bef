package io.sorrel.redis.benchmark.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The errors of a round: how many, and what the first was. Thread-safe. */
final class Problems {
    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<@Nullable String> first = new AtomicReference<>();

    void add(String what) {
        count.incrementAndGet();
        first.compareAndSet(null, what);
    }

    void add(Throwable failure) {
        add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    boolean any() {
        return count.get() > 0;
    }

    long count() {
        return count.get();
    }

    @Nullable
    String first() {
        return first.get();
    }
}
