package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class WaitingLoadTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void countsTheCallsOfAllThreads() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        Measurement measured =
                new WaitingLoad(random -> threads.add(Thread.currentThread()) || random >= 0, 3, false).run(SHORT);

        assertThat(threads).hasSize(3);
        assertThat(measured.operations()).isGreaterThanOrEqualTo(3);
        assertThat(measured.errors()).isZero();
        assertThat(measured.nanos()).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    @Test
    void aWrongReplyIsAnErrorAndEndsTheThread() throws InterruptedException {
        Measurement measured = new WaitingLoad(random -> false, 2, false).run(SHORT);

        assertThat(measured.errors()).isEqualTo(2);
        assertThat(measured.problem()).isEqualTo("A reply was wrong");
        assertThat(measured.operations()).isZero();
    }

    @Test
    void anExceptionIsAnErrorToo() throws InterruptedException {
        Call failing = random -> {
            throw new IllegalStateException("no connection");
        };

        Measurement measured = new WaitingLoad(failing, 1, false).run(SHORT);

        assertThat(measured.errors()).isEqualTo(1);
        assertThat(measured.problem()).isEqualTo("IllegalStateException: no connection");
    }
}
