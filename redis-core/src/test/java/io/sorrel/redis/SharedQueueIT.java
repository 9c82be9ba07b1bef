package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisConnectionException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers meet who find the queue of the shared connection full. */
@TimingTest
class SharedQueueIT {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final Command<String> GET = COMMANDS.strings().get("key");
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofHours(1);
    private static final String OPTIONS =
            "?mode=shared&silence-timeout=0&command-timeout=1h&connect-timeout=1h&retries=0"
                    + "&reconnect-max-delay=20ms&disconnected-wait=1h&queue-max-commands=";

    private final CountDownLatch held = new CountDownLatch(1);

    /** A server that answers nothing before the latch opens. */
    private FakeRedis heldUp() {
        return FakeRedis.start()
                .on(
                        "GET",
                        command -> FakeReply.bulk("value of " + command.get(1)).heldUntil(held));
    }

    private static QueueFullException findsItFull(CallStyle style, RedisView redis, Command<?> command) {
        return catchThrowableOfType(QueueFullException.class, () -> style.execute(redis, command));
    }

    /** A client whose server has gone. */
    private static RedisClient disconnected(RedisServer server, String options) {
        RedisClient redis = RedisClient.create(server.uri() + OPTIONS + options);
        redis.connect();
        server.kill();
        Await.until(() -> !redis.sharedStatistics().connected());
        assertThatThrownBy(redis::connect).isInstanceOf(RedisConnectionException.class);
        return redis;
    }

    private static void awaitQueued(RedisClient redis, long commands) {
        Await.until(() -> redis.sharedStatistics().queued() == commands);
    }

    @ParameterizedTest
    @EnumSource
    void waitsForRoomUntilTheDeadline(CallStyle style) {
        try (FakeRedis fake = heldUp();
                RedisClient redis = RedisClient.create(fake.uri() + OPTIONS + "2")) {
            redis.connect();
            List<CompletableFuture<String>> first =
                    List.of(redis.async().get("a"), redis.async().get("b"));
            Await.until(() -> redis.sharedStatistics().inFlight() == 2);
            long start = System.nanoTime();
            QueueFullException failure = findsItFull(style, redis.withTimeout(SHORT), GET);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure.getMessage())
                    .matches("the queue had no room for the command within 150 ms; 2 commands are queued or in flight,"
                            + " 0 bytes are not sent; the oldest in flight was sent \\d+ ms ago, something was last"
                            + " received \\d+ ms ago; send less at once, or raise queue-max-commands or queue-max-bytes"
                            + " \\(GET on 127\\.0\\.0\\.1:" + fake.port() + "; not sent\\)");
            assertThat(redis.sharedStatistics().refused()).isOne();
            assertThat(redis.sharedStatistics().waiting()).isZero();
            held.countDown();
            assertThat(first).extracting(CallStyle::resultOf).containsExactly("value of a", "value of b");
            assertThat(style.execute(redis.withTimeout(LONG), GET)).isEqualTo("value of key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsAtOnceWhereItIsToldTo(CallStyle style) {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = disconnected(server, "1&queue-when-full=fail")) {
            CompletableFuture<String> first = redis.withTimeout(LONG).async().get("other");
            awaitQueued(redis, 1);
            QueueFullException failure = findsItFull(style, redis.withTimeout(LONG), GET);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure)
                    .hasMessageStartingWith("the queue is full; 1 commands are queued or in flight, ")
                    .hasMessageContaining("; not connected: cannot connect to 127.0.0.1:" + server.port());
            assertThat(redis.sharedStatistics().refused()).isOne();
            server.restart();
            assertThat(CallStyle.resultOf(first)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatIsLargerThanTheBoundGetsThroughAlone(CallStyle style) {
        Command<Void> large = COMMANDS.strings().set("key", "x".repeat(1 << 20));
        Command<Void> larger = COMMANDS.strings().set("key", "x".repeat(2 << 20));
        try (RedisServer server = RedisServer.start();
                RedisClient redis = disconnected(server, "100&queue-max-bytes=1024&queue-when-full=fail")) {
            CompletableFuture<String> small = redis.async().get("other");
            awaitQueued(redis, 1);
            assertThat(findsItFull(style, redis.withTimeout(LONG), large)).isNotNull();
            small.cancel(false);
            awaitQueued(redis, 0);
            Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
            CompletableFuture<Void> alone = redis.submit(large);
            assertThat(redis.sharedStatistics().queuedBytes()).isGreaterThan(1 << 20);
            assertThat(findsItFull(style, redis.withTimeout(LONG), GET)).isNotNull();
            server.restart();
            assertThat(CallStyle.resultOf(alone)).isNull();
            Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
            assertThat(redis.sync().strlen("key")).isEqualTo(1 << 20);
            Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
            style.execute(redis.withTimeout(LONG), larger);
            Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
            assertThat(redis.sync().strlen("key")).isEqualTo(2 << 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void roomThatBecomesFreeLetsInThoseWhoWaitInTheirOrder(CallStyle style) {
        try (FakeRedis fake = heldUp();
                RedisClient redis = RedisClient.create(fake.uri() + OPTIONS + "1")) {
            CompletableFuture<String> first = redis.async().get("k0");
            fake.awaitCommand("GET");
            List<CompletableFuture<String>> waiting = new ArrayList<>();
            for (int i = 1; i <= 8; i++) {
                Command<String> get = COMMANDS.strings().get("k" + i);
                waiting.add(InBackground.call(() -> style.execute(redis.withTimeout(LONG), get)));
                int callers = i;
                Await.until(() -> redis.sharedStatistics().waiting() == callers);
            }
            held.countDown();
            assertThat(CallStyle.resultOf(first)).isEqualTo("value of k0");
            for (int i = 1; i <= 8; i++) {
                assertThat(CallStyle.resultOf(waiting.get(i - 1))).isEqualTo("value of k" + i);
            }
            assertThat(fake.commands())
                    .filteredOn(command -> command.get(0).equals("GET"))
                    .extracting(command -> command.get(1))
                    .containsExactly("k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8");
            assertThat(redis.sharedStatistics().refused()).isZero();
            Await.until(() -> redis.sharedStatistics().waiting() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePlaceOfAWithdrawnCommandIsFreeAtOnce(CallStyle style) {
        Command<Long> count = COMMANDS.counters().incr("counter");
        try (RedisServer server = RedisServer.start();
                RedisClient redis = disconnected(server, "1")) {
            CompletableFuture<Long> last = redis.async().incr("counter");
            for (int i = 0; i < 1_000; i++) {
                assertThat(last.cancel(false)).isTrue();
                Await.until(() -> redis.sharedStatistics().queued() == 0);
                Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
                last = redis.async().incr("counter");
                assertThat(redis.sharedStatistics().queued()).isOne();
            }
            CompletableFuture<Long> waits = InBackground.call(() -> style.execute(redis.withTimeout(LONG), count));
            Await.until(() -> redis.sharedStatistics().waiting() == 1);
            last.cancel(false);
            Await.until(() -> redis.sharedStatistics().waiting() == 0);
            awaitQueued(redis, 1);
            server.restart();
            assertThat(CallStyle.resultOf(waits)).isOne();
            assertThat(redis.sync().get("counter")).isEqualTo("1");
            assertThat(redis.sharedStatistics().cancelled()).isEqualTo(1_001);
            assertThat(redis.sharedStatistics().refused()).isZero();
        }
    }

    @Test
    void noneOfVeryManyWithdrawnCommandsKeepsItsPlace() {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = disconnected(server, "1")) {
            for (int i = 0; i < 50_000; i++) {
                CompletableFuture<Long> call = redis.async().incr("counter");
                assertThat(call.cancel(false)).isTrue();
            }
            awaitQueued(redis, 0);
            Await.until(() -> redis.sharedStatistics().queuedBytes() == 0);
            assertThat(redis.sharedStatistics().refused()).isZero();
            server.restart();
            assertThat(redis.sync().incr("counter")).isOne();
        }
    }

    private static WeakReference<CompletableFuture<?>> cancelled(RedisClient redis) {
        CompletableFuture<Long> call = redis.async().incr("counter");
        assertThat(call.cancel(false)).isTrue();
        return new WeakReference<>(call);
    }

    @Test
    void aCallThatIsOverIsNotHeldUntilTheServerIsBack() {
        try (RedisServer server = RedisServer.start();
                RedisClient redis = disconnected(server, "10")) {
            WeakReference<CompletableFuture<?>> call = cancelled(redis);
            Await.until(() -> {
                System.gc();
                return call.refersTo(null);
            });
        }
    }

    @Test
    void theReplyToACommandWhoseCallerHasGoneGivesItsPlaceBackAndIsCounted() {
        try (FakeRedis fake = heldUp();
                RedisClient redis = RedisClient.create(fake.uri() + OPTIONS + "1")) {
            CompletableFuture<String> gone = redis.async().get("gone");
            fake.awaitCommand("GET");
            Await.until(() -> redis.sharedStatistics().inFlight() == 1);
            assertThat(gone.cancel(false)).isTrue();
            assertThat(findsItFull(CallStyle.SYNC, redis.withTimeout(SHORT), GET))
                    .hasMessageContaining("; 1 commands are queued or in flight, 0 bytes are not sent; ");
            assertThat(redis.sharedStatistics().lateReplies()).isZero();
            held.countDown();
            assertThat(redis.execute(GET)).isEqualTo("value of key");
            assertThat(redis.sharedStatistics().lateReplies()).isOne();
            Await.until(() -> redis.sharedStatistics().inFlight() == 0);
        }
    }

    /** Otherwise callbacks that are slower than the server would fill the heap with results. */
    @Test
    void resultsThatWaitForCallbacksFillTheQueueButForCallbacks() {
        AtomicReference<CountDownLatch> attached = new AtomicReference<>(held);
        try (FakeRedis fake = FakeRedis.start()
                        .on("GET", command -> FakeReply.bulk("value").heldUntil(attached.get()));
                RedisClient redis = RedisClient.create(fake.uri() + OPTIONS + "200&queue-when-full=fail")) {
            redis.connect();
            List<CompletableFuture<String>> called = new ArrayList<>();
            CompletableFuture<Void> released = new CompletableFuture<>();
            QueueFullException full = catchThrowableOfType(QueueFullException.class, () -> {
                while (called.size() < 10_000) {
                    CountDownLatch next = new CountDownLatch(1);
                    attached.set(next);
                    CompletableFuture<String> first = redis.async().get("first");
                    if (first.isCompletedExceptionally()) {
                        CallStyle.resultOf(first);
                    }
                    called.add(first.thenApply(value -> {
                        released.join();
                        return redis.sync().get("second");
                    }));
                    next.countDown();
                    Await.until(() -> redis.sharedStatistics().inFlight()
                                    + redis.sharedStatistics().queued()
                            == 0);
                }
            });
            attached.get().countDown();
            released.complete(null);
            assertThat(called).hasSizeBetween(200, 300);
            assertThat(full).hasMessageContaining(" results wait for callbacks to return, ");
            assertThat(called).extracting(CallStyle::resultOf).containsOnly("value");
        }
    }
}
