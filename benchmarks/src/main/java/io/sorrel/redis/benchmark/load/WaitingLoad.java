package io.sorrel.redis.benchmark.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * Threads that each call, wait for the reply and call again. They start before the clock does and end after it, so that
 * neither start nor end is measured; each calls at least once, and stops at its first error.
 */
final class WaitingLoad implements Load {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Call call;
    private final int threads;
    private final boolean virtual;

    WaitingLoad(Call call, int threads, boolean virtual) {
        this.call = call;
        this.threads = threads;
        this.virtual = virtual;
    }

    @Override
    public Measurement run(Duration duration) throws InterruptedException {
        Round round = new Round(threads);
        List<Latencies> latencies =
                Stream.generate(Latencies::new).limit(threads).toList();
        for (int i = 0; i < threads; i++) {
            Latencies own = latencies.get(i);
            int seed = i + 1;
            Threads.start(virtual, "load-" + i, () -> round.take(call, new RandomNumbers(seed), own));
        }
        round.ready.await();
        ProcessUsage before = ProcessUsage.now();
        long start = System.nanoTime();
        round.end = start + duration.toNanos();
        round.gate.countDown();
        boolean ended = round.done.await(duration.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        long nanos = System.nanoTime() - start;
        ProcessUsage after = ProcessUsage.now();
        round.exit.countDown();
        if (!ended) {
            throw new IllegalStateException(round.done.getCount() + " threads did not come back within " + PATIENCE);
        }
        return measurement(nanos, before, after, Latencies.merge(latencies), round.problems);
    }

    static Measurement measurement(
            long nanos, ProcessUsage before, ProcessUsage after, AbstractHistogram latencies, Problems problems) {
        return new Measurement(
                latencies.getTotalCount(),
                nanos,
                problems.count(),
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                after.cpuNanos() - before.cpuNanos(),
                after.allocatedBytes() - before.allocatedBytes(),
                problems.first());
    }

    /** What the threads of one round share. */
    private static final class Round {
        private final CountDownLatch ready;
        private final CountDownLatch gate = new CountDownLatch(1);
        private final CountDownLatch done;
        private final CountDownLatch exit = new CountDownLatch(1);
        private final Problems problems = new Problems();
        private volatile long end;

        Round(int threads) {
            ready = new CountDownLatch(threads);
            done = new CountDownLatch(threads);
        }

        void take(Call call, RandomNumbers random, Latencies latencies) {
            try {
                ready.countDown();
                gate.await();
                callUntilTheEnd(call, random, latencies);
                done.countDown();
                exit.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void callUntilTheEnd(Call call, RandomNumbers random, Latencies latencies) {
            long stop = end;
            try {
                long before = System.nanoTime();
                do {
                    if (!call.run(random.next())) {
                        problems.add("A reply was wrong");
                        return;
                    }
                    long after = System.nanoTime();
                    latencies.record(after - before);
                    before = after;
                } while (before < stop);
            } catch (RuntimeException | Error e) {
                problems.add(e);
            }
        }
    }
}
