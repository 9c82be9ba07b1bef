package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Callers that count on the server until their client is closed, and what their calls came to. Thread-safe. */
final class CloseLoad {
    private static final int WINDOW = 6;

    private final String key;
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    CloseLoad(String key) {
        this.key = key;
    }

    /** The counter on the server. */
    String key() {
        return key;
    }

    /** Calls that returned. */
    long succeeded() {
        return succeeded.get();
    }

    /** Calls that failed and may have counted. */
    long unknown() {
        return unknown.get();
    }

    /** Starts two callers that wait and one that has several calls under way; each ends when all of its calls have. */
    List<CompletableFuture<Void>> start(RedisClient redis) {
        return List.of(
                InBackground.run(() -> countAndWait(redis)),
                InBackground.run(() -> countAndWait(redis)),
                InBackground.run(() -> countAhead(redis)));
    }

    private void countAndWait(RedisClient redis) {
        boolean open = true;
        while (open) {
            open = isOpenAfter(() -> redis.sync().incr(key));
        }
    }

    private void countAhead(RedisClient redis) {
        Queue<CompletableFuture<Long>> calls = new ArrayDeque<>();
        boolean open = true;
        while (open) {
            calls.add(redis.async().incr(key));
            if (calls.size() == WINDOW) {
                CompletableFuture<Long> oldest = calls.remove();
                open = isOpenAfter(() -> CallStyle.resultOf(oldest));
            }
        }
        for (CompletableFuture<Long> call : calls) {
            isOpenAfter(() -> CallStyle.resultOf(call));
        }
    }

    /** Notes what a call came to; false when it says that the client is closed. */
    private boolean isOpenAfter(Supplier<Long> call) {
        try {
            assertThat(call.get()).isPositive();
            succeeded.incrementAndGet();
            return true;
        } catch (RedisException e) {
            if (e.outcome() == CommandOutcome.UNKNOWN) {
                unknown.incrementAndGet();
            }
            return !(e instanceof RedisClosedException);
        }
    }
}
