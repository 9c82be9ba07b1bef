package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the future of an async command is: when it ends and with what, and what cancelling it does. */
@TimingTest
class AsyncCommandsTest {
    private static final String CALLBACKS = "sorrel-callbacks";
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());

    private final FakeRedis fake = FakeRedis.start();
    private final FaultProxy proxy = FaultProxy.to(fake.host(), fake.port());
    private final RedisClient redis = client("");
    private final CountDownLatch held = new CountDownLatch(1);

    private RedisClient client(String more) {
        return RedisClient.create(proxy.uri()
                + "?mode=shared&retries=0&command-timeout=1h&connect-timeout=1h&disconnected-wait=1h&silence-timeout=0"
                + "&reconnect-max-delay=20ms&close-timeout=100ms"
                + more);
    }

    @BeforeEach
    void answer() {
        fake.on("GET", command -> FakeReply.bulk("value of " + command.get(1)));
        fake.on("GET held", FakeReply.bulk("value of held").heldUntil(held));
        fake.on("GET list", FakeReply.error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        fake.on("SET", FakeReply.ok());
        redis.connect();
    }

    @AfterEach
    void end() {
        held.countDown();
        redis.close();
        proxy.close();
        fake.close();
    }

    private CompletableFuture<String> get(String key) {
        return redis.async().get(key);
    }

    /** The reply to this is held back until the test lets it go; the command has arrived. */
    private CompletableFuture<String> getHeld() {
        CompletableFuture<String> future = get("held");
        fake.awaitCommand("GET held");
        return future;
    }

    private void disconnect() {
        proxy.fault(Fault.REFUSES_CONNECTIONS);
        proxy.closeAll();
        Await.until(() -> !redis.sharedStatistics().connected());
    }

    private static RedisException failureOf(CompletableFuture<?> future) {
        return catchThrowableOfType(RedisException.class, () -> CallStyle.resultOf(future));
    }

    private void assertNothingIsUnderWay() {
        Await.until(() -> redis.sharedStatistics().inFlight() == 0
                && redis.sharedStatistics().queued() == 0
                && redis.sharedStatistics().queuedBytes() == 0);
    }

    private long received(String... words) {
        return fake.commands().stream().filter(List.of(words)::equals).count();
    }

    @Test
    void cancellingWhatIsNotSentFreesItsPlaceAndItIsNeverSent() {
        disconnect();
        CompletableFuture<String> cancelled = get("cancelled");
        CompletableFuture<String> kept = get("kept");
        assertThat(redis.sharedStatistics().queued()).isEqualTo(2);
        assertThat(cancelled.cancel(true)).isTrue();
        assertThat(redis.sharedStatistics().queued()).isEqualTo(1);
        assertThat(redis.sharedStatistics().cancelled()).isEqualTo(1);
        assertThat(cancelled).isCancelled();
        assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
        proxy.heal();
        assertThat(CallStyle.resultOf(kept)).isEqualTo("value of kept");
        assertThat(received("GET", "cancelled")).isZero();
        assertNothingIsUnderWay();
    }

    @Test
    void cancellingWhatIsSentDropsItsReplyAndNoOther() {
        CompletableFuture<String> cancelled = getHeld();
        CompletableFuture<String> next = get("next");
        assertThat(cancelled.cancel(false)).isTrue();
        assertThat(cancelled).isCancelled();
        assertThat(next).isNotDone();
        held.countDown();
        assertThat(CallStyle.resultOf(next)).isEqualTo("value of next");
        assertThat(CallStyle.resultOf(get("later"))).isEqualTo("value of later");
        assertThat(redis.sharedStatistics().lateReplies()).isEqualTo(1);
        assertThat(redis.sharedStatistics().cancelled()).isEqualTo(1);
        assertThat(redis.sharedStatistics().connects()).isEqualTo(1);
        assertNothingIsUnderWay();
    }

    @Test
    void cancellingWhatIsDoneChangesNothing() {
        CompletableFuture<String> done = get("key");
        CompletableFuture<String> failed = get("list");
        assertThat(CallStyle.resultOf(done)).isEqualTo("value of key");
        assertThat(failureOf(failed)).isInstanceOf(WrongTypeException.class);
        assertThat(done.cancel(true)).isFalse();
        assertThat(failed.cancel(true)).isFalse();
        assertThat(CallStyle.resultOf(done)).isEqualTo("value of key");
        assertThat(failed).isCompletedExceptionally().isNotCancelled();
        assertThat(redis.sharedStatistics().cancelled()).isZero();
    }

    @Test
    void cancellingTwiceCountsOnce() {
        CompletableFuture<String> cancelled = getHeld();
        assertThat(cancelled.cancel(true)).isTrue();
        assertThat(cancelled.cancel(true)).isTrue();
        held.countDown();
        assertNothingIsUnderWay();
        assertThat(redis.sharedStatistics().lateReplies()).isEqualTo(1);
    }

    @Test
    void cancellingAStageBehindItLeavesTheCommandAlone() {
        CompletableFuture<String> command = getHeld();
        CompletableFuture<Integer> length = command.thenApply(String::length);
        assertThat(length.cancel(true)).isTrue();
        held.countDown();
        assertThat(CallStyle.resultOf(command)).isEqualTo("value of held");
        assertThat(redis.sharedStatistics().cancelled()).isZero();
    }

    @Test
    void whoCompletesAFutureHimselfKeepsHisOutcomeWhateverTheReply() {
        CompletableFuture<String> completed = getHeld();
        CompletableFuture<String> failed = get("list");
        completed.complete("own");
        failed.completeExceptionally(new IllegalStateException("own"));
        held.countDown();
        assertThat(CallStyle.resultOf(get("next"))).isEqualTo("value of next");
        assertThat(CallStyle.resultOf(completed)).isEqualTo("own");
        assertThatThrownBy(failed::join).hasRootCauseMessage("own");
        assertNothingIsUnderWay();
    }

    @Test
    void aFailureIsTheCauseOfWhatJoinAndGetThrowAndIsHandedToHandlersAsItIs() {
        CompletableFuture<String> failed = get("list");
        assertThatThrownBy(failed::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WrongTypeException.class);
        assertThatThrownBy(failed::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(WrongTypeException.class);
        Throwable handed = failed.handle((value, failure) -> failure).join();
        assertThat(handed).isInstanceOf(WrongTypeException.class).hasMessageContaining("(GET on 127.0.0.1");
        assertThat(((RedisException) handed).outcome()).isEqualTo(CommandOutcome.REFUSED);
        Throwable behind = failed.thenApply(Function.identity())
                .handle((value, failure) -> failure)
                .join();
        assertThat(behind).isInstanceOf(CompletionException.class).hasCause(handed);
        assertThat(failed.exceptionally(failure -> "default").join()).isEqualTo("default");
    }

    @Test
    void stagesRunOnThreadsForCallbacksAndMayAskFurther() {
        Map<String, String> threads = new ConcurrentHashMap<>();
        CompletableFuture<String> chain = getHeld()
                .thenCompose(value -> {
                    threads.put("first", Thread.currentThread().getName());
                    return redis.async().get(value.substring("value of ".length()) + "+");
                })
                .thenApply(value -> {
                    threads.put("second", Thread.currentThread().getName());
                    return redis.sync().get("sync within " + value);
                });
        held.countDown();
        assertThat(CallStyle.resultOf(chain)).isEqualTo("value of sync within value of held+");
        assertThat(threads)
                .hasSize(2)
                .allSatisfy((stage, thread) -> assertThat(thread).isEqualTo(CALLBACKS));
    }

    @Test
    void aStageThatWaitsForAnotherFutureHoldsNobodyUp() {
        CompletableFuture<String> last = new CompletableFuture<>();
        CompletableFuture<String> waiting = getHeld().thenApply(value -> CallStyle.resultOf(last));
        CompletableFuture<Void> ending = get("last").thenAccept(last::complete);
        held.countDown();
        assertThat(CallStyle.resultOf(waiting)).isEqualTo("value of last");
        assertThat(ending).succeedsWithin(Duration.ofMinutes(2));
    }

    @Test
    void whatAStageThrowsConcernsNoOther() {
        CompletableFuture<Object> broken = getHeld().thenApply(value -> {
            throw new IllegalStateException("of the user");
        });
        CompletableFuture<String> next = get("next");
        held.countDown();
        assertThatThrownBy(broken::join).hasRootCauseMessage("of the user");
        assertThat(CallStyle.resultOf(next)).isEqualTo("value of next");
        assertThat(redis.sharedStatistics().connects()).isEqualTo(1);
    }

    @Test
    void eachCallbackRunsOnceWithItsOwnReply() {
        int count = 5_000;
        AtomicInteger ran = new AtomicInteger();
        List<CompletableFuture<Void>> callbacks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String expected = "value of key" + i;
            callbacks.add(get("key" + i).thenAccept(value -> {
                assertThat(value).isEqualTo(expected);
                ran.incrementAndGet();
            }));
        }
        CompletableFuture.allOf(callbacks.toArray(new CompletableFuture<?>[0])).join();
        assertThat(ran).hasValue(count);
    }

    @Test
    void whatIsWrongWithTheArgumentsIsThrownAndNothingIsSent() {
        assertThatThrownBy(() -> redis.async().mget()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> redis.submit(COMMANDS.transactions().multi()))
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsUnderWay();
    }

    @Test
    void aCodecRunsOnTheThreadsThatMayWaitForIt() {
        Map<String, String> threads = new ConcurrentHashMap<>();
        ValueCodec<String> codec = new ValueCodec<>() {
            @Override
            public byte[] encode(String value) {
                threads.put("encode", Thread.currentThread().getName());
                return value.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String decode(byte[] bytes) {
                threads.put("decode", Thread.currentThread().getName());
                if (bytes.length > "value of key".length()) {
                    throw new IllegalStateException("too long");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        };
        var commands = redis.async(RedisCodec.utf8Keys(codec));
        assertThat(CallStyle.resultOf(commands.set("key", "value"))).isNull();
        assertThat(CallStyle.resultOf(commands.get("key"))).isEqualTo("value of key");
        assertThat(threads)
                .containsEntry("decode", CALLBACKS)
                .containsEntry("encode", Thread.currentThread().getName());
        RedisException failure = failureOf(commands.get("long key"));
        assertThat(failure).isInstanceOf(RedisCodecException.class).hasRootCauseMessage("too long");
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(CallStyle.resultOf(get("next"))).isEqualTo("value of next");
    }

    @Test
    void aFullQueueFailsTheFutureOrHoldsUpTheCallerAsTheOptionsSay() {
        try (RedisClient failing = client("&queue-max-commands=1&queue-when-full=fail");
                RedisClient waiting = client("&queue-max-commands=1")) {
            CompletableFuture<String> first = failing.async().get("held");
            RedisException failure = failureOf(failing.async().get("key"));
            assertThat(failure).isInstanceOf(QueueFullException.class);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            CompletableFuture<String> second = waiting.async().get("held");
            CompletableFuture<String> third =
                    InBackground.call(() -> CallStyle.resultOf(waiting.async().get("key")));
            Await.until(() -> waiting.sharedStatistics().waiting() == 1);
            assertThat(received("GET", "key")).isZero();
            held.countDown();
            assertThat(CallStyle.resultOf(third)).isEqualTo("value of key");
            assertThat(List.of(first.join(), second.join())).containsOnly("value of held");
        }
    }

    @Test
    void closingEndsEveryFutureAndSaysWhatWasSent() {
        CompletableFuture<String> sent = getHeld();
        redis.close();
        RedisException failure = failureOf(sent);
        assertThat(failure).isInstanceOf(RedisClosedException.class);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        RedisException later = failureOf(get("later"));
        assertThat(later).isInstanceOf(RedisClosedException.class);
        assertThat(later.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        assertThat(received("GET", "later")).isZero();
    }

    @Test
    void whatWasQueuedWhenTheClientIsClosedWasNotSent() {
        disconnect();
        CompletableFuture<String> queued = get("queued");
        redis.close();
        RedisException failure = failureOf(queued);
        assertThat(failure).isInstanceOf(RedisClosedException.class);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
    }
}
