package io.sorrel.redis.checker;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisConnectionException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What all callers of a checker have seen. Thread-safe. */
final class Books {
    private static final int MOST_KEPT = 20;

    final LongAdder operations = new LongAdder();
    final LongAdder succeeded = new LongAdder();
    final LongAdder cancelled = new LongAdder();
    final LongAdder timedOut = new LongAdder();
    final LongAdder interrupted = new LongAdder();
    final LongAdder cutOff = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder submitted = new LongAdder();
    final LongAdder ended = new LongAdder();
    final AtomicInteger cuts = new AtomicInteger();
    private final LongAdder wrong = new LongAdder();
    private final Queue<String> kept = new ConcurrentLinkedQueue<>();

    void wrong(String what) {
        wrong.increment();
        if (kept.size() < MOST_KEPT) {
            kept.add(what);
        }
    }

    /** Everything that must not have happened, up to a number. */
    Queue<String> wrong() {
        return kept;
    }

    /** Enters a failure; one that the faults on the way do not explain is wrong. */
    void failed(Throwable failure) {
        if (failure instanceof RedisException expected && expected.outcome() == CommandOutcome.REFUSED) {
            wrong(failure.toString());
        } else if (failure instanceof RedisTimeoutException) {
            timedOut.increment();
        } else if (failure instanceof RedisInterruptedException) {
            interrupted.increment();
        } else if (failure instanceof RedisConnectionException) {
            cutOff.increment();
        } else if (failure instanceof QueueFullException) {
            refused.increment();
        } else {
            wrong(failure.toString());
        }
    }

    long disturbances() {
        return cancelled.sum() + timedOut.sum() + interrupted.sum() + cuts.get();
    }

    @Override
    public String toString() {
        return ("%d operations: %d succeeded, %d cancelled, %d timed out, %d interrupted, %d failed by %d cuts or stalls,"
                        + " %d without room, %d wrong, %d lost")
                .formatted(
                        operations.sum(),
                        succeeded.sum(),
                        cancelled.sum(),
                        timedOut.sum(),
                        interrupted.sum(),
                        cutOff.sum(),
                        cuts.get(),
                        refused.sum(),
                        wrong.sum(),
                        lost.sum());
    }
}
