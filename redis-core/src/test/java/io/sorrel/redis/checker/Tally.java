package io.sorrel.redis.checker;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the callers of one client were told. Thread-safe. */
final class Tally {
    final LongAdder operations = new LongAdder();
    final LongAdder right = new LongAdder();
    final LongAdder notSent = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final LongAdder hung = new LongAdder();
    private final Queue<Wrong> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> saidNotSent = new ConcurrentLinkedQueue<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    /**
     * A value that belongs to another key.
     *
     * @param number the number of the key that was asked for
     * @param value what came
     * @param at when it came, on the scale of {@link System#nanoTime()}
     */
    record Wrong(int number, String value, long at) {}

    void value(int number, String key, String value) {
        if (value != null && value.startsWith("v:" + key + ":")) {
            right.increment();
        } else {
            wrong.add(new Wrong(number, String.valueOf(value), System.nanoTime()));
        }
    }

    void failure(int number, Throwable failure) {
        if (!(failure instanceof RedisException told)) {
            strange.add(failure.toString());
        } else if (told.outcome() == CommandOutcome.NOT_SENT) {
            notSent.increment();
            saidNotSent.add(number);
        } else if (told.outcome() == CommandOutcome.UNKNOWN) {
            unknown.increment();
        } else {
            strange.add(failure.toString());
        }
    }

    void strange(String what) {
        strange.add(what);
    }

    Queue<Wrong> wrong() {
        return wrong;
    }

    /** The numbers of the keys whose commands were reported as not sent. */
    Queue<Integer> saidNotSent() {
        return saidNotSent;
    }

    /** What no misstep of a server explains. */
    Queue<String> strange() {
        return strange;
    }

    long ended() {
        return right.sum() + wrong.size() + notSent.sum() + unknown.sum();
    }
}
