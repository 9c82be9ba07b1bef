package io.sorrel.redis.benchmark.load;

import io.sorrel.redis.benchmark.contender.Contender;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that submits GET after GET and stops while too many replies are outstanding: it goes on when a quarter of
 * them has come in, so that between three quarters and all of the window are in flight.
 */
final class AsyncLoad implements Load {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private final Contender contender;
    private final int inFlight;
    private final String[] keys = Dataset.keys();

    AsyncLoad(Contender contender, int inFlight) {
        this.contender = contender;
        this.inFlight = inFlight;
    }

    @Override
    public Measurement run(Duration duration) {
        Round round = new Round(Thread.currentThread());
        RandomNumbers random = new RandomNumbers(1);
        ProcessUsage before = ProcessUsage.now();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        long sent = 0;
        long seen = 0;
        try {
            for (long now = start; now < end && !round.problems.any(); now = System.nanoTime()) {
                String key = keys[random.next() % keys.length];
                var unused = contender.getAsync(key).whenComplete(round.new Reply(key, now));
                sent++;
                if (sent - seen >= inFlight) {
                    seen = round.completed.get();
                    if (sent - seen >= inFlight) {
                        seen = round.await(sent - inFlight * 3L / 4);
                    }
                }
            }
        } catch (RuntimeException e) {
            round.problems.add(e);
        }
        round.await(sent);
        long nanos = System.nanoTime() - start;
        ProcessUsage after = ProcessUsage.now();
        return WaitingLoad.measurement(nanos, before, after, Latencies.merge(round.latencies), round.problems);
    }

    /** What the submitting thread and those that complete share. */
    private static final class Round {
        private final Thread submitter;
        private final AtomicLong completed = new AtomicLong();
        private final Problems problems = new Problems();
        private final Queue<Latencies> latencies = new ConcurrentLinkedQueue<>();
        private final ThreadLocal<Latencies> own = ThreadLocal.withInitial(this::ofThisThread);
        private volatile long wakeAt = -1;

        Round(Thread submitter) {
            this.submitter = submitter;
        }

        private Latencies ofThisThread() {
            Latencies made = new Latencies();
            latencies.add(made);
            return made;
        }

        /** Waits until that many replies are in, and returns how many there are. */
        long await(long count) {
            long start = System.nanoTime();
            wakeAt = count;
            long done = completed.get();
            while (done < count) {
                LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
                done = completed.get();
                if (done < count && System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException((count - done) + " replies did not come within 30 s");
                }
            }
            return done;
        }

        /** Takes one reply. */
        private final class Reply implements BiConsumer<@Nullable String, @Nullable Throwable> {
            private final String key;
            private final long start;

            Reply(String key, long start) {
                this.key = key;
                this.start = start;
            }

            @Override
            public void accept(@Nullable String value, @Nullable Throwable failure) {
                if (failure != null) {
                    problems.add(failure);
                } else if (value == null || !Dataset.isValue(key, value)) {
                    problems.add("A reply was wrong");
                } else {
                    own.get().record(System.nanoTime() - start);
                }
                if (completed.incrementAndGet() == wakeAt) {
                    LockSupport.unpark(submitter);
                }
            }
        }
    }
}
