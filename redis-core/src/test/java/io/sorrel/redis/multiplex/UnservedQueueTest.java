package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.Await;
import io.sorrel.redis.CallStyle;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.Backoff;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.SharedOptions;
import io.sorrel.redis.connection.Connector;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A shared connection that cannot be made: what is asked of it ends all the same, and leaves nothing behind. */
@TimingTest
class UnservedQueueTest {
    private static final int COMMANDS = 20_000;
    private static final int FEW = 3_000;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Command<String> GET = TestExchange.get("key");

    /** Futures fail with what they are told. */
    private static final AsyncCall.Handler ONCE = new AsyncCall.Handler() {
        @Override
        public void succeeded(AsyncCall<?> call) {}

        @Override
        public @Nullable Throwable failed(AsyncCall<?> call, Throwable failure) {
            return failure;
        }
    };

    private final CountDownLatch never = new CountDownLatch(1);
    private final Connector connector = new Connector(ClientOptions.defaults(), Threads.daemons("watch"));
    private final List<SharedConnection> opened = new ArrayList<>();

    @AfterEach
    void end() {
        never.countDown();
        opened.forEach(shared -> shared.close(Duration.ZERO));
        connector.close();
    }

    private SharedConnection connection(Function<Deadline, Link> dial) {
        SharedEnvironment environment = new SharedEnvironment(
                "nowhere",
                null,
                dial,
                LONG,
                LONG,
                connector.watch(),
                () -> ClientListener.NONE,
                () -> new Random(1),
                null);
        SharedOptions options = SharedOptions.builder()
                .reconnectBackoff(Backoff.constant(Duration.ofMillis(1)))
                .maxQueuedCommands(COMMANDS / 2)
                .build();
        SharedConnection shared = new SharedConnection(environment, options);
        opened.add(shared);
        return shared;
    }

    private Link neverAnswered(Deadline deadline) {
        await(never);
        throw refused();
    }

    private static ConnectFailedException refused() {
        return new ConnectFailedException("refused", ErrorContext.NONE, null);
    }

    private static CompletableFuture<String> submit(SharedConnection shared, Duration timeout) {
        return shared.submit(GET, Deadline.after(timeout), ONCE);
    }

    private static void assertFewAreKept(List<WeakReference<Object>> references) {
        Await.until(() -> {
            System.gc();
            return references.stream()
                            .filter(reference -> reference.get() != null)
                            .count()
                    < FEW;
        });
    }

    @Test
    void whatIsCancelledIsForgottenAlthoughNobodyServesTheQueue() {
        SharedConnection shared = connection(this::neverAnswered);
        List<WeakReference<Object>> references = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            CompletableFuture<String> future = submit(shared, LONG);
            references.add(new WeakReference<>(future));
            waiting.add(future);
            if (waiting.size() > 100) {
                waiting.remove(random.nextInt(waiting.size())).cancel(false);
            }
        }
        assertThat(shared.statistics().queued()).isEqualTo(100);
        assertFewAreKept(references);
        waiting.forEach(future -> future.cancel(false));
        assertThat(shared.statistics().queued()).isZero();
        assertThat(shared.statistics().queuedBytes()).isZero();
        assertThat(shared.hasPending()).isFalse();
    }

    @Test
    void whatHasFailedIsForgottenAlthoughNoConnectionWasEverMade() {
        SharedConnection shared = connection(deadline -> {
            throw refused();
        });
        List<WeakReference<Object>> references = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i += 100) {
            List<CompletableFuture<String>> futures = new ArrayList<>();
            for (int k = 0; k < 100; k++) {
                futures.add(submit(shared, LONG));
            }
            futures.forEach(
                    future -> assertThatThrownBy(future::join).hasCauseInstanceOf(ConnectFailedException.class));
            futures.forEach(future -> references.add(new WeakReference<>(future)));
        }
        assertFewAreKept(references);
        assertThat(shared.statistics().queued()).isZero();
        assertThat(shared.hasPending()).isFalse();
    }

    @Test
    void deadlinesPassAndFreeTheQueueForOthers() {
        SharedConnection shared = connection(this::neverAnswered);
        List<CompletableFuture<String>> first = new ArrayList<>();
        for (int i = 0; i < COMMANDS / 2; i++) {
            first.add(submit(shared, Duration.ofMillis(20)));
        }
        CompletableFuture<String> next = submit(shared, LONG);
        Await.until(() -> first.stream().allMatch(CompletableFuture::isCompletedExceptionally));
        assertThat(next).isNotDone();
        Await.until(() -> shared.statistics().queued() == 1);
        next.cancel(false);
    }

    /** The end of a connection, and of the attempt to make it, meets callers who come at the same moment. */
    @RepeatedTest(150)
    void whoComesWhileItIsClosedIsToldSo() {
        CountDownLatch closing = new CountDownLatch(1);
        SharedConnection shared = connection(deadline -> {
            await(closing);
            throw refused();
        });
        List<CompletableFuture<RedisException>> failures = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            failures.add(InBackground.call(() -> failureOf(() -> shared.execute(GET, Deadline.after(LONG)))));
            failures.add(InBackground.call(() -> failureOf(() -> CallStyle.resultOf(submit(shared, LONG)))));
        }
        closing.countDown();
        shared.close(Duration.ZERO);
        for (CompletableFuture<RedisException> failure : failures) {
            assertThat(failure.join()).isInstanceOfAny(RedisClosedException.class, ConnectFailedException.class);
            assertThat(failure.join().outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        }
        Await.until(() -> shared.statistics().queued() == 0 && !shared.hasPending());
    }

    private static RedisException failureOf(Runnable call) {
        return catchThrowableOfType(RedisException.class, call::run);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
