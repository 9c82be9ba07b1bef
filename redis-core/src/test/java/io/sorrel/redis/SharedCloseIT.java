package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing a client ends every call on its shared connection with a true outcome and leaves nothing behind. */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class SharedCloseIT {
    private static final int ROUNDS = Integer.getInteger("sorrel.test.close-rounds", 100);

    /** What waits, waits until the client is closed; what closes does not wait for it. */
    private static final String PATIENT =
            "?mode=shared&retries=0&command-timeout=1h&connect-timeout=1h&close-timeout=1h&silence-timeout=0"
                    + "&disconnected-wait=1h";

    /** What waits does so for the server; how long closing waits is said apart. */
    private static final String HURRIED =
            "?retries=0&command-timeout=1h&connect-timeout=1h&silence-timeout=0&disconnected-wait=1h";

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static void assertFailsUnsent(CompletableFuture<?> call) {
        assertThatThrownBy(() -> CallStyle.resultOf(call))
                .isInstanceOfSatisfying(
                        RedisClosedException.class, e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "shared"})
    void nothingIsLeftOfClientsThatAreClosedUnderLoad(String mode) {
        try (RawRedis operator = REDIS.server().connect()) {
            useAndClose(mode, 20, new CloseLoad("warm-up-" + mode));
            Await.until(() -> Leftovers.threads().isEmpty() && Leftovers.clients(operator) == 1);
            long before = Leftovers.socketsAreListed() ? Leftovers.sockets() : -1;

            CloseLoad load = new CloseLoad("counter-" + mode);
            useAndClose(mode, ROUNDS, load);

            Await.until(() -> Leftovers.threads().isEmpty());
            Await.until(() -> Leftovers.clients(operator) == 1);
            long counted = Long.parseLong(Objects.requireNonNull(operator.text("GET", load.key())));
            assertThat(counted).isBetween(load.succeeded(), load.succeeded() + load.unknown());
            assumeThat(before).as("only Linux lists the open sockets").isNotNegative();
            Await.until(() -> Leftovers.sockets() <= before);
        }
    }

    private static void useAndClose(String mode, int rounds, CloseLoad load) {
        for (int round = 0; round < rounds; round++) {
            RedisClient redis = RedisClient.create(REDIS.uri() + HURRIED + "&queue-max-commands=8&mode=" + mode
                    + "&close-timeout=" + round % 3 + "ms");
            long enough = load.succeeded() + round % 20;
            CompletableFuture<?> pop = redis.async().blpop(Duration.ofMinutes(1), "none");
            List<CompletableFuture<Void>> callers = load.start(redis);
            Await.until(() -> load.succeeded() >= enough);
            redis.close();
            callers.forEach(CallStyle::resultOf);
            assertThatThrownBy(() -> CallStyle.resultOf(pop)).isInstanceOf(RedisClosedException.class);
        }
    }

    @Test
    void mayBeClosedBySeveralThreadsAtOnce() {
        for (int round = 0; round < 10; round++) {
            RedisClient redis = RedisClient.create(REDIS.uri() + HURRIED + "&mode=shared&close-timeout=1h");
            CloseLoad load = new CloseLoad("closed-by-many");
            List<CompletableFuture<Void>> callers = load.start(redis);
            Await.until(() -> load.succeeded() > 0);
            List<CompletableFuture<Void>> closers = Stream.generate(() -> InBackground.run(redis::close))
                    .limit(4)
                    .toList();
            closers.forEach(CallStyle::resultOf);
            callers.forEach(CallStyle::resultOf);
            redis.close();
            assertFailsUnsent(redis.async().get("key"));
        }
        Await.until(() -> Leftovers.threads().isEmpty());
    }

    @Test
    void mayBeClosedByTheCallbackOfAFuture() {
        CountDownLatch attached = new CountDownLatch(1);
        try (FakeRedis fake =
                FakeRedis.start().on("GET", FakeReply.bulk("value").heldUntil(attached))) {
            RedisClient redis = RedisClient.create(fake.uri() + PATIENT);
            CompletableFuture<Void> closed = redis.async().get("key").thenRun(redis::close);
            attached.countDown();
            CallStyle.resultOf(closed);
            Await.until(() -> Leftovers.threads().isEmpty() && fake.openConnections() == 0);
        }
    }

    @Test
    void mayBeClosedByTheCallbackOfABlockingCall() {
        CountDownLatch attached = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start().on("BLPOP", FakeReply.missing3().heldUntil(attached))) {
            RedisClient redis = RedisClient.create(fake.uri() + PATIENT);
            CompletableFuture<Void> closed =
                    redis.async().blpop(Duration.ofMinutes(1), "list").thenRun(redis::close);
            attached.countDown();
            CallStyle.resultOf(closed);
            Await.until(() -> Leftovers.threads().isEmpty() && fake.openConnections() == 0);
        }
    }

    @Test
    void blockingCallsFailThoughACallbackHoldsTheirThread() {
        CountDownLatch attached = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start().on("BLPOP", FakeReply.missing3().heldUntil(attached))) {
            RedisClient redis =
                    RedisClient.create(fake.uri() + HURRIED + "&mode=shared&pool-max-size=1&close-timeout=0ms");
            CompletableFuture<Void> stuck = redis.async()
                    .blpop(Duration.ofMinutes(1), "list")
                    .thenRun(() -> {
                        entered.countDown();
                        Await.until(() -> released.getCount() == 0);
                    });
            CompletableFuture<?> waiting = redis.async().blpop(Duration.ofMinutes(1), "list");
            attached.countDown();
            Await.until(() -> entered.getCount() == 0);
            redis.close();
            assertFailsUnsent(waiting);
            released.countDown();
            CallStyle.resultOf(stuck);
            Await.until(() -> Leftovers.threads().isEmpty());
        }
    }

    @Test
    void whatWaitsForTheFirstConnectionFailsAtOnceAndUnsent() {
        try (FakeRedis fake = FakeRedis.start().fault(FakeRedis.Fault.NEVER_ANSWERS)) {
            RedisClient redis = RedisClient.create(fake.uri() + PATIENT);
            CompletableFuture<String> async = redis.async().get("key");
            CompletableFuture<String> sync =
                    InBackground.call(() -> redis.sync().get("key"));
            fake.awaitCommand("HELLO");
            Await.until(() -> redis.sharedStatistics().queued() == 2);
            redis.close();
            assertFailsUnsent(async);
            assertFailsUnsent(sync);
            Await.until(() -> Leftovers.threads().isEmpty() && fake.openConnections() == 0);
        }
    }

    @Test
    void whatWaitsForRoomInAFullQueueFailsAtOnceAndUnsent() {
        try (FakeRedis fake = FakeRedis.start()) {
            RedisClient redis = RedisClient.create(fake.uri() + PATIENT + "&queue-max-commands=2");
            redis.connect();
            fake.fault(FakeRedis.Fault.NEVER_ANSWERS);
            fake.cutAll(Cut.CLOSE);
            Await.until(() -> !redis.sharedStatistics().connected());
            List<CompletableFuture<?>> calls = new ArrayList<>();
            calls.add(redis.async().get("key"));
            calls.add(redis.async().get("key"));
            fake.awaitCommand(2, "HELLO");
            for (int i = 0; i < 3; i++) {
                calls.add(InBackground.call(() -> redis.sync().get("key")));
                calls.add(
                        InBackground.call(() -> CallStyle.resultOf(redis.async().get("key"))));
            }
            Await.until(() -> redis.sharedStatistics().waiting() == 6);
            redis.close();
            calls.forEach(SharedCloseIT::assertFailsUnsent);
            Await.until(() -> Leftovers.threads().isEmpty() && fake.openConnections() == 0);
        }
    }

    @Test
    void whatWaitsForItsNextAttemptFailsAndLeavesNoTimer() {
        try (FakeRedis fake =
                FakeRedis.start().on("GET", FakeReply.error("LOADING Redis is loading the dataset in memory"))) {
            RedisClient redis = RedisClient.create(fake.uri()
                    + "?mode=shared&retries=5&retry-backoff=constant&retry-base-delay=20m&retry-max-delay=20m"
                    + "&command-timeout=2h&connect-timeout=1h&disconnected-wait=1h&close-timeout=1h");
            CompletableFuture<String> call = redis.async().get("key");
            fake.awaitCommand("GET");
            Await.until(() -> Leftovers.threads().contains("sorrel-maintenance"));
            redis.close();
            assertFailsUnsent(call);
            Await.until(() -> Leftovers.threads().isEmpty() && fake.openConnections() == 0);
        }
    }
}
