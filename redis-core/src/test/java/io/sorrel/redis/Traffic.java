package io.sorrel.redis;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Futures without a pause over a shared connection to a server that answers {@code GET k} with {@code v:k}, and what came
 * of them before and after that connection was lost for the first time.
 */
final class Traffic {
    private final RedisClient redis;
    private final int batch;
    private final Semaphore window;
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger wrongAfterTheLoss = new AtomicInteger();
    private final AtomicInteger rightAfterTheLoss = new AtomicInteger();
    private int next;

    Traffic(RedisClient redis, int window) {
        this.redis = redis;
        this.batch = window;
        this.window = new Semaphore(window);
    }

    /** Makes some more calls; returns how many that began after the loss have got their value. */
    int go() {
        for (int i = 0; i < batch; i++) {
            window.acquireUninterruptibly();
            call("k" + next++, redis.sharedStatistics().losses() > 0);
        }
        return rightAfterTheLoss.get();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback is what counts.
    private void call(String key, boolean afterTheLoss) {
        redis.async().get(key).whenComplete((value, failure) -> {
            if (failure == null) {
                came(key, value, afterTheLoss);
            }
            window.release();
        });
    }

    private void came(String key, @Nullable String value, boolean afterTheLoss) {
        boolean right = ("v:" + key).equals(value);
        if (!right) {
            wrong.incrementAndGet();
        }
        if (afterTheLoss) {
            (right ? rightAfterTheLoss : wrongAfterTheLoss).incrementAndGet();
        }
    }

    int wrong() {
        return wrong.get();
    }

    int wrongAfterTheLoss() {
        return wrongAfterTheLoss.get();
    }
}
