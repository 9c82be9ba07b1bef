package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@TimingTest
class TimerThreadTest {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final TimerThread timer = new TimerThread(task -> {
        Thread thread = new Thread(task);
        threads.add(thread);
        return thread;
    });
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void runsTasksInTheOrderOfTheirTimesOnOneThread() {
        Runnable far =
                timer.schedule(() -> events.add("far"), Duration.ofDays(1).toNanos());
        CountDownLatch scheduled = new CountDownLatch(1);
        timer.schedule(() -> Await.until(() -> scheduled.getCount() == 0), 0);
        timer.schedule(() -> events.add("second"), 0);
        timer.schedule(() -> events.add("first"), Duration.ofHours(-1).toNanos());
        scheduled.countDown();
        Await.until("both have run", () -> events.size() == 2);
        assertThat(events).containsExactly("first", "second");
        assertThat(threads).hasSize(1);
        far.run();
    }

    @Test
    void hasNoThreadWhenNothingIsScheduled() {
        Runnable cancel =
                timer.schedule(() -> events.add("far"), Duration.ofDays(1).toNanos());
        assertThat(threads).hasSize(1);
        cancel.run();
        cancel.run();
        Await.until("it has ended", () -> !threads.get(0).isAlive());
        timer.schedule(() -> events.add("now"), 0);
        Await.until("a new one has run", () -> events.contains("now"));
        Await.until("it has ended", () -> threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void survivesATaskThatThrows() {
        Runnable far =
                timer.schedule(() -> events.add("far"), Duration.ofDays(1).toNanos());
        timer.schedule(
                () -> {
                    throw new StackOverflowError("task");
                },
                0);
        timer.schedule(() -> events.add("next"), 1);
        Await.until("the next has run", () -> events.contains("next"));
        assertThat(threads).hasSize(1);
        far.run();
    }

    @Test
    void ignoresInterrupts() {
        timer.schedule(() -> events.add("soon"), Duration.ofMillis(20).toNanos());
        threads.get(0).interrupt();
        Await.until("it has run", () -> events.contains("soon"));
    }
}
