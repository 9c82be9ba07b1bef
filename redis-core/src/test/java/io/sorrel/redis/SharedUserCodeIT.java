package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeRedis.Fault;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users interrupt, throw or block in on the shared connection harms neither it nor the calls of others. */
@TimingTest
class SharedUserCodeIT {
    /** The most threads that run callbacks of replies at once. */
    private static final int THREADS = 64;

    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final FakeRedis fake = FakeRedis.start()
            .on("GET", command -> FakeReply.bulk(command.get(1)))
            .on("GET held", FakeReply.bulk("held").heldUntil(answered))
            .on("SET", FakeReply.ok());
    private final Set<String> runners = ConcurrentHashMap.newKeySet();
    private final RedisCodec<String, String> codec = RedisCodec.utf8Keys(new PassingCodec(this::explode));

    private RedisClient redis;

    @BeforeEach
    void open() {
        redis = client(ClientListener.NONE);
    }

    @AfterEach
    void end() {
        answered.countDown();
        released.countDown();
        redis.close();
        fake.close();
    }

    private String explode(String value) {
        runners.add(Thread.currentThread().getName());
        if (value.startsWith("bad")) {
            throw new IllegalStateException("bad value");
        }
        return value;
    }

    private RedisClient client(ClientListener listener) {
        return RedisClient.builder()
                .options(ClientOptions.of(fake.uri() + "?mode=shared"
                        + "&command-timeout=1h&connect-timeout=1h&silence-timeout=0&retries=0"))
                .listener(listener)
                .build();
    }

    private void assertGets(RedisView view) {
        for (int i = 0; i < 20; i++) {
            assertThat(view.sync().get("s" + i)).isEqualTo("s" + i);
            assertThat(CallStyle.resultOf(view.async().get("a" + i))).isEqualTo("a" + i);
        }
    }

    private void assertNothingIsLeft() {
        assertGets(redis.withTimeout(Duration.ofMinutes(2)));
        Await.until(() -> redis.sharedStatistics().inFlight() == 0
                && redis.sharedStatistics().queued() == 0
                && redis.sharedStatistics().queuedBytes() == 0);
        assertThat(redis.sharedStatistics().connects()).isOne();
        assertThat(redis.sharedStatistics().losses()).isZero();
    }

    /** Attaches the callback to this many calls before the first reply comes. */
    private <T> List<CompletableFuture<T>> attach(int count, Function<String, T> callback) {
        List<CompletableFuture<T>> results = new ArrayList<>();
        CompletableFuture<String> held = redis.async().get("held");
        for (int i = 0; i < count; i++) {
            results.add(redis.async().get("key" + i).thenApply(callback));
        }
        answered.countDown();
        assertThat(CallStyle.resultOf(held)).isEqualTo("held");
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that asks for a key and is interrupted. */
    private final class Interrupted {
        private final AtomicReference<@Nullable Object> result = new AtomicReference<>();
        private volatile boolean flag;
        private final Thread thread;

        Interrupted(String key) {
            thread = new Thread(() -> {
                try {
                    result.set(redis.sync().get(key));
                } catch (RedisException e) {
                    result.set(e);
                }
                flag = Thread.currentThread().isInterrupted();
            });
            thread.start();
        }

        RedisInterruptedException interrupt() throws InterruptedException {
            thread.interrupt();
            thread.join();
            assertThat(flag).isTrue();
            assertThat(result.get()).isInstanceOf(RedisInterruptedException.class);
            return (RedisInterruptedException) result.get();
        }
    }

    @Test
    void anInterruptedCallerWhoseCommandIsSentGoesAndNobodyGetsHisReply() throws InterruptedException {
        CompletableFuture<String> before = redis.async().get("held");
        Await.until(() -> redis.sharedStatistics().inFlight() == 1);
        Interrupted caller = new Interrupted("mine");
        Await.until(() -> redis.sharedStatistics().inFlight() == 2);
        CompletableFuture<String> other = InBackground.call(() -> redis.sync().get("other"));
        Await.until(() -> redis.sharedStatistics().inFlight() == 3);
        assertThat(caller.interrupt().outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(redis.sharedStatistics().cancelled()).isOne();
        assertThat(other).isNotDone();
        answered.countDown();
        assertThat(CallStyle.resultOf(before)).isEqualTo("held");
        assertThat(CallStyle.resultOf(other)).isEqualTo("other");
        assertNothingIsLeft();
        assertThat(redis.sharedStatistics().lateReplies()).isOne();
    }

    @Test
    void anInterruptedCallerWhoseCommandIsQueuedGoesAndItIsNeverSent() throws InterruptedException {
        CountDownLatch connected = fake.holdReply(1);
        Interrupted caller = new Interrupted("mine");
        CompletableFuture<String> other = InBackground.call(() -> redis.sync().get("other"));
        Await.until(() -> redis.sharedStatistics().queued() == 2);
        assertThat(caller.interrupt().outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        assertThat(redis.sharedStatistics().queued()).isOne();
        connected.countDown();
        assertThat(CallStyle.resultOf(other)).isEqualTo("other");
        assertNothingIsLeft();
        assertThat(fake.commands()).doesNotContain(List.of("GET", "mine"));
    }

    @Test
    void aCodecThatThrowsCostsItsCallerAloneAndNeverRunsOnThreadsOfTheConnection() {
        for (int i = 0; i < 20; i++) {
            assertCodecFailure(CommandOutcome.NOT_SENT, () -> redis.sync(codec).set("key", "bad"));
            assertCodecFailure(
                    CommandOutcome.NOT_SENT,
                    () -> CallStyle.resultOf(redis.async(codec).set("key", "bad")));
            CompletableFuture<String> good = redis.async(codec).get("good");
            CompletableFuture<String> bad = redis.async(codec).get("bad");
            CompletableFuture<List<String>> other =
                    redis.async(codec).get("other").thenApply(List::of);
            assertCodecFailure(CommandOutcome.UNKNOWN, () -> redis.sync(codec).get("bad"));
            assertCodecFailure(CommandOutcome.UNKNOWN, () -> CallStyle.resultOf(bad));
            assertThat(CallStyle.resultOf(good)).isEqualTo("good");
            assertThat(CallStyle.resultOf(other)).containsExactly("other");
            assertThat(redis.sync(codec).get("key" + i)).isEqualTo("key" + i);
        }
        assertThat(runners)
                .contains("sorrel-callbacks", Thread.currentThread().getName())
                .hasSize(2);
        assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("SET"));
        assertNothingIsLeft();
    }

    private static void assertCodecFailure(CommandOutcome outcome, Runnable call) {
        RedisCodecException failure = catchThrowableOfType(RedisCodecException.class, call::run);
        assertThat(failure).hasRootCauseMessage("bad value");
        assertThat(failure.outcome()).isEqualTo(outcome);
    }

    @Test
    void aCallbackThatThrowsHarmsNobodyElse() {
        List<CompletableFuture<String>> calls = attach(100, value -> {
            throw new IllegalStateException("no " + value);
        });
        for (int i = 0; i < calls.size(); i++) {
            assertThatThrownBy(calls.get(i)::join).hasRootCauseMessage("no key" + i);
        }
        assertNothingIsLeft();
    }

    @Test
    void aCallbackMayCallRedisAndWait() {
        List<CompletableFuture<String>> calls =
                attach(100, value -> redis.sync().get("of " + value));
        for (int i = 0; i < calls.size(); i++) {
            assertThat(CallStyle.resultOf(calls.get(i))).isEqualTo("of key" + i);
        }
        assertNothingIsLeft();
    }

    @Test
    void aCallbackMayWaitForAnotherFuture() {
        List<CompletableFuture<String>> calls = attach(
                20,
                value ->
                        redis.async().get("of " + value).thenApply(String::trim).join());
        for (int i = 0; i < calls.size(); i++) {
            assertThat(CallStyle.resultOf(calls.get(i))).isEqualTo("of key" + i);
        }
        assertNothingIsLeft();
    }

    @Test
    void callbacksThatBlockOnAllThreadsHoldUpNeitherSyncCallsNorDeadlines() {
        AtomicInteger entered = new AtomicInteger();
        List<CompletableFuture<String>> calls = attach(THREADS + 6, value -> {
            entered.incrementAndGet();
            await(released);
            return value;
        });
        Await.until(() -> entered.get() == THREADS);
        for (int i = 0; i < 20; i++) {
            assertThat(redis.sync().get("key")).isEqualTo("key");
        }
        CompletableFuture<String> behind = redis.async().get("behind");
        fake.awaitCommand("GET behind");
        Await.until(() -> redis.sharedStatistics().inFlight() == 0);
        fake.fault(Fault.NEVER_ANSWERS);
        CompletableFuture<String> late =
                redis.withTimeout(Duration.ofMillis(100)).async().get("late");
        assertThat(catchThrowableOfType(RedisTimeoutException.class, () -> CallStyle.resultOf(late)))
                .isNotNull();
        assertThat(behind).isNotDone();
        assertThat(entered).hasValue(THREADS);
        released.countDown();
        for (int i = 0; i < calls.size(); i++) {
            assertThat(CallStyle.resultOf(calls.get(i))).isEqualTo("key" + i);
        }
        assertThat(CallStyle.resultOf(behind)).isEqualTo("behind");
    }

    @Test
    void listenersThatBlockOrThrowHoldUpNoCommands() {
        ClientListener bad = new ClientListener() {
            @Override
            public void connected(String endpoint) {
                await(released);
            }

            @Override
            public void commandFinished(
                    String endpoint, String command, Duration took, @Nullable RedisException failure) {
                if (command.equals("SET")) {
                    await(released);
                }
                throw new IllegalStateException("this listener always fails, as the test wants it");
            }
        };
        try (RedisClient listened = client(bad)) {
            CompletableFuture<?> sync = InBackground.run(() -> listened.sync().set("key", "value"));
            CompletableFuture<?> async = listened.async().set("key", "value");
            assertGets(listened.withTimeout(Duration.ofMinutes(2)));
            assertThat(sync).isNotDone();
            assertThat(async).isNotDone();
            released.countDown();
            CallStyle.resultOf(sync);
            CallStyle.resultOf(async);
        }
    }
}
