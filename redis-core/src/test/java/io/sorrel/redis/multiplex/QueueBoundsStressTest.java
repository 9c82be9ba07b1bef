package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Callers that take places of all sizes, wait for them patiently or not, are interrupted, and give them back in both
 * ways. Nobody who has time enough fails, the bounds hold at every moment, and at the end nothing is left over.
 */
@TimingTest
class QueueBoundsStressTest {
    private static final int THREADS = 8;
    private static final int ENTRIES = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final LongAdder entered = new LongAdder();
    private final LongAdder impatient = new LongAdder();
    private final LongAdder interrupted = new LongAdder();

    @ParameterizedTest
    @CsvSource({"1, 1000, 1", "3, 100, 2", "5, 1000, 3", "1000, 300, 4"})
    void conservesPlacesAndLeavesNobodyWaiting(int maxCommands, int maxBytes, long seed) throws InterruptedException {
        QueueBounds bounds = new QueueBounds(maxCommands, maxBytes);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = seeds.split();
            threads.add(new Thread(() -> run(bounds, maxCommands, maxBytes, random), "bounds-" + i));
        }
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            threads.get(seeds.nextInt(THREADS)).interrupt();
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        assertThat(failure.get()).isNull();
        assertThat(bounds.commands()).isZero();
        assertThat(bounds.bytes()).isZero();
        assertThat(bounds.waiting()).isZero();
        assertThat(entered.sum() + impatient.sum() + interrupted.sum()).isEqualTo((long) THREADS * ENTRIES);
        assertThat(entered.sum()).isPositive();
        assertThat(impatient.sum()).isPositive();
    }

    private void run(QueueBounds bounds, int maxCommands, int maxBytes, SplittableRandom random) {
        try {
            for (int i = 0; i < ENTRIES; i++) {
                int size = random.nextInt(20) == 0 ? maxBytes + random.nextInt(50) : random.nextInt(1, maxBytes / 2);
                if (take(bounds, size, random)) {
                    check(bounds, maxCommands, maxBytes + 50);
                    giveBack(bounds, size, random);
                }
                Thread.interrupted();
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }

    private boolean take(QueueBounds bounds, int size, SplittableRandom random) {
        boolean patient = random.nextInt(4) > 0;
        Deadline deadline = Deadline.after(patient ? PATIENCE : Duration.ofNanos(random.nextInt(200_000)));
        try {
            if (bounds.enter(size, false, deadline)) {
                entered.increment();
                return true;
            }
            if (patient) {
                throw new AssertionError("no room within " + PATIENCE);
            }
            impatient.increment();
        } catch (InterruptedException e) {
            interrupted.increment();
        }
        return false;
    }

    private static void check(QueueBounds bounds, int maxCommands, int mostBytes) {
        long commands = bounds.commands();
        long bytes = bounds.bytes();
        if (commands > maxCommands || bytes > mostBytes) {
            throw new AssertionError(commands + " commands, " + bytes + " bytes");
        }
    }

    private static void giveBack(QueueBounds bounds, int size, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> bounds.left(size);
            case 1 -> {
                bounds.sent(size);
                Thread.onSpinWait();
                bounds.ended(1);
            }
            default -> {
                LockSupport.parkNanos(1);
                bounds.sent(size);
                bounds.ended(1);
            }
        }
    }
}
