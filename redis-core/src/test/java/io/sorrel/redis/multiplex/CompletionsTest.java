package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.connection.Connector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@TimingTest
class CompletionsTest {
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Connector connector = new Connector(ClientOptions.defaults(), Threads.daemons("watch"));
    private final QueueBounds bounds = new QueueBounds(1_000, 1_000);
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private final Completions completions = new Completions(this::worker, connector.watch(), bounds);
    private final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());

    private Thread worker(Runnable task) {
        Thread worker = new Thread(task, "worker");
        worker.setDaemon(true);
        workers.add(worker);
        return worker;
    }

    @AfterEach
    void end() {
        completions.close(LONG_NANOS);
        connector.close();
        Await.until("all threads have ended", () -> workers.stream().noneMatch(Thread::isAlive));
    }

    /** Nobody looks whether the one thread makes headway, so it stays alone. */
    private void neverLook() {
        connector.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** One that has begun, and ends when the latch opens. */
    private CountDownLatch aCallbackThatWaits() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch opened = new CountDownLatch(1);
        completions.submit(() -> {
            began.countDown();
            await(opened);
        });
        await(began);
        return opened;
    }

    private void awaitRuns(int count) {
        Await.until(() -> ran.size() >= count);
    }

    /** One at a time: where the test stands still for long, the thread ends, and the next task has a new one. */
    @Test
    void oneThreadRunsWhatIsHandedOverInItsOrder() {
        neverLook();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        int tasks = 20_000;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < tasks; i++) {
            int number = i;
            Runnable task = () -> {
                mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
                ran.add(number);
                running.decrementAndGet();
            };
            if (random.nextInt(10) == 0) {
                completions.flush();
                completions.submit(task);
            } else {
                completions.add(task);
            }
        }
        completions.flush();
        awaitRuns(tasks);
        assertThat(ran).isSorted().doesNotHaveDuplicates();
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void hasNoThreadBeforeThereIsSomethingToRun() {
        completions.add(() -> ran.add(1));
        assertThat(workers).isEmpty();
        completions.flush();
        awaitRuns(1);
    }

    @Test
    void aCallbackThatWaitsForALaterOneOfItsBatchLetsItGoOn() {
        CountDownLatch opened = new CountDownLatch(1);
        completions.add(() -> await(opened));
        completions.add(opened::countDown);
        completions.flush();
        await(opened);
    }

    @Test
    void aCallbackThatWaitsForOneOfALaterBatchLetsItGoOn() {
        CountDownLatch opened = aCallbackThatWaits();
        completions.submit(opened::countDown);
        await(opened);
    }

    @Test
    void manyCallbacksMayWaitForEachOther() {
        int count = 20;
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            completions.add(() -> {
                all.countDown();
                await(all);
            });
        }
        completions.flush();
        await(all);
        assertThat(workers).hasSizeGreaterThanOrEqualTo(count);
    }

    @Test
    void eachTaskRunsOnceHoweverManyThreadsHandOverAndTakePart() {
        int producers = 4;
        int each = 5_000;
        AtomicIntegerArray runs = new AtomicIntegerArray(producers * each);
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int producer = 0; producer < producers; producer++) {
            int from = producer * each;
            boolean reader = producer == 0;
            done.add(InBackground.run(() -> {
                for (int i = from; i < from + each; i++) {
                    Runnable task = counting(runs, i);
                    if (!reader) {
                        completions.submit(task);
                    } else {
                        completions.add(task);
                    }
                    if (reader && i % 7 == 0) {
                        completions.flush();
                    }
                }
                if (reader) {
                    completions.flush();
                }
            }));
        }
        done.forEach(CompletableFuture::join);
        completions.close(LONG_NANOS);
        for (int i = 0; i < runs.length(); i++) {
            assertThat(runs.get(i)).isOne();
        }
    }

    /** Few tasks take so long that another thread joins in. */
    private static Runnable counting(AtomicIntegerArray runs, int index) {
        return () -> {
            runs.incrementAndGet(index);
            if (index % 1_000 == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        };
    }

    @Test
    void whatACallbackThrowsOrLeavesBehindConcernsNoOther() {
        neverLook();
        AtomicBoolean interrupted = new AtomicBoolean();
        completions.add(() -> {
            throw new IllegalStateException("of the user");
        });
        completions.add(() -> {
            throw new AssertionError("of the user");
        });
        completions.add(() -> Thread.currentThread().interrupt());
        completions.add(() -> {
            interrupted.set(Thread.currentThread().isInterrupted());
            ran.add(1);
        });
        completions.flush();
        awaitRuns(1);
        assertThat(interrupted).isFalse();
        assertThat(workers).hasSize(1);
    }

    @Test
    void closingRunsWhatIsThereAndEndsTheThreads() {
        for (int i = 0; i < 1_000; i++) {
            completions.submit(() -> ran.add(0));
        }
        completions.close(LONG_NANOS);
        assertThat(ran).hasSize(1_000);
        Await.until("all threads have ended", () -> workers.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void aCallbackThatWaitsForAnotherHoldsUpNobodyWhileAllIsClosed() {
        CountDownLatch opened = aCallbackThatWaits();
        completions.submit(opened::countDown);
        completions.close(LONG_NANOS);
        assertThat(opened.getCount()).isZero();
    }

    @Test
    void whatComesAfterTheEndIsRunAllTheSame() {
        CountDownLatch opened = aCallbackThatWaits();
        completions.close(0);
        completions.submit(opened::countDown);
        await(opened);
        Await.until(() -> workers.stream().noneMatch(Thread::isAlive));
        completions.submit(() -> ran.add(1));
        awaitRuns(1);
    }

    @Test
    void aCallbackMayCloseAllWhileOthersAreQueuedBehindIt() {
        CountDownLatch opened = new CountDownLatch(1);
        completions.add(() -> {
            completions.close(LONG_NANOS);
            await(opened);
        });
        completions.add(opened::countDown);
        completions.flush();
        await(opened);
    }

    @Test
    void resultsTakePlacesUntilTheFirstOfTheirBatchIsTaken() {
        CountDownLatch release = new CountDownLatch(1);
        neverLook();
        completions.submit(() -> await(release));
        Await.until(() -> bounds.tryEnter(0));
        for (int i = 0; i < 999; i++) {
            completions.add(() -> {});
        }
        completions.flush();
        assertThat(bounds.tryEnter(0)).isFalse();
        release.countDown();
        Await.until(() -> bounds.tryEnter(0));
    }
}
