package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.benchmark.contender.Contender;
import io.sorrel.redis.benchmark.contender.Operation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("timing")
class AsyncLoadTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final int WINDOW = 16;

    @Test
    void neverHasMoreInFlightThanAskedForAndWaitsForTheLastReply() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Measurement measured = new AsyncLoad(
                            answering(key -> {
                                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                                return CompletableFuture.supplyAsync(
                                        () -> {
                                            inFlight.decrementAndGet();
                                            return Dataset.value(key);
                                        },
                                        executor);
                            }),
                            WINDOW)
                    .run(SHORT);

            assertThat(measured.problem()).isNull();
            assertThat(measured.operations()).isPositive();
            assertThat(most.get()).isBetween(1, WINDOW);
            assertThat(inFlight.get()).isZero();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void theReplyOfAnotherKeyIsAnError() {
        Measurement measured = new AsyncLoad(
                        answering(key -> CompletableFuture.completedFuture(Dataset.value("key:else"))), WINDOW)
                .run(SHORT);

        assertThat(measured.errors()).isPositive();
        assertThat(measured.problem()).isEqualTo("A reply was wrong");
    }

    @Test
    void aFailedFutureIsAnError() {
        Measurement measured = new AsyncLoad(
                        answering(key -> CompletableFuture.failedFuture(new IllegalStateException("gone"))), WINDOW)
                .run(SHORT);

        assertThat(measured.problem()).isEqualTo("IllegalStateException: gone");
    }

    private interface Answer {
        CompletionStage<String> to(String key);
    }

    private static Contender answering(Answer answer) {
        return new Contender() {
            @Override
            public Set<Operation> operations() {
                return Set.of(Operation.GET_ASYNC);
            }

            @Override
            public CompletionStage<String> getAsync(String key) {
                return answer.to(key);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
