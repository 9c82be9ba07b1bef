package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Virtual threads that are interrupted, or out of time, while they wait for the shared connection go, and nobody else notices. */
@ParameterizedClass
@EnumSource(
        value = ConnectionMode.class,
        names = {"SHARED", "ADAPTIVE"})
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
@TimingTest
class SharedVirtualThreadTest {
    private static final int CALLERS = 500;
    private static final int CALLS = 200;
    private static final int PLACES = 100;

    private final CountDownLatch answered = new CountDownLatch(1);
    private final FakeRedis fake = FakeRedis.start()
            .on("GET", command -> FakeReply.bulk(command.get(1)))
            .on("GET held", FakeReply.bulk("held").heldUntil(answered));
    private final List<Caller> callers = new ArrayList<>();

    @Parameter
    ConnectionMode mode;

    private RedisClient redis;

    @BeforeEach
    void open() {
        redis = client("");
    }

    @AfterEach
    void end() {
        answered.countDown();
        redis.close();
        fake.close();
    }

    private RedisClient client(String more) {
        return RedisClient.create(fake.uri() + "?mode=" + mode.name().toLowerCase(Locale.ROOT)
                + "&direct-lanes=0&command-timeout=1h&connect-timeout=1h&silence-timeout=0&retries=0" + more);
    }

    /** A virtual thread that asks for a key of its own, again and again if need be. */
    private final class Caller {
        private final String key;
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger unanswered = new AtomicInteger();
        private volatile @Nullable Object strange;
        private volatile @Nullable RedisInterruptedException interrupt;
        private volatile boolean flag;
        private final Thread thread;

        Caller(String key, int calls) {
            this.key = key;
            thread = VirtualThreads.start(() -> {
                for (int i = 0; i < calls; i++) {
                    call();
                }
            });
            callers.add(this);
        }

        private void call() {
            try {
                String value = redis.sync().get(key);
                answers.incrementAndGet();
                if (!value.equals(key)) {
                    strange = value;
                }
            } catch (RedisInterruptedException e) {
                interrupt = e;
                unanswered.addAndGet(e.outcome() == CommandOutcome.UNKNOWN ? 1 : 0);
                flag = Thread.interrupted();
            } catch (RedisException e) {
                strange = e;
            }
        }

        void awaitEnd() {
            Await.until(() -> !thread.isAlive());
            assertThat(strange).isNull();
        }
    }

    private void start(int calls) {
        for (int i = 0; i < CALLERS; i++) {
            new Caller("key" + i, calls);
        }
    }

    /** Every other one, and it goes at once. */
    private void interruptHalf(CommandOutcome outcome) {
        for (int i = 0; i < CALLERS; i += 2) {
            callers.get(i).thread.interrupt();
        }
        for (int i = 0; i < CALLERS; i += 2) {
            Caller caller = callers.get(i);
            caller.awaitEnd();
            assertThat(caller.answers).hasValue(0);
            assertThat(caller.interrupt.outcome()).isEqualTo(outcome);
            assertThat(caller.flag).isTrue();
        }
        for (int i = 1; i < CALLERS; i += 2) {
            assertThat(callers.get(i).thread.isAlive()).isTrue();
        }
    }

    private void assertOthersAreAnswered() {
        for (int i = 1; i < CALLERS; i += 2) {
            Caller caller = callers.get(i);
            caller.awaitEnd();
            assertThat(caller.answers).hasValue(1);
            assertThat(caller.interrupt).isNull();
        }
    }

    private void assertNothingIsLeft(long lateReplies) {
        for (int i = 0; i < 20; i++) {
            assertThat(redis.sync().get("s" + i)).isEqualTo("s" + i);
            assertThat(CallStyle.resultOf(redis.async().get("a" + i))).isEqualTo("a" + i);
        }
        Await.until(() -> redis.sharedStatistics().inFlight()
                        + redis.sharedStatistics().queued()
                        + redis.sharedStatistics().queuedBytes()
                        + redis.sharedStatistics().waiting()
                == 0);
        assertThat(redis.sharedStatistics().connects()).isOne();
        assertThat(redis.sharedStatistics().losses()).isZero();
        assertThat(redis.sharedStatistics().lateReplies()).isEqualTo(lateReplies);
    }

    @Test
    void whoWaitsForAReply() {
        CompletableFuture<String> before = redis.async().get("held");
        Await.until(() -> redis.sharedStatistics().inFlight() == 1);
        start(1);
        Await.until(() -> redis.sharedStatistics().inFlight() == CALLERS + 1);
        interruptHalf(CommandOutcome.UNKNOWN);
        assertThat(redis.sharedStatistics().cancelled()).isEqualTo(CALLERS / 2);
        answered.countDown();
        assertThat(CallStyle.resultOf(before)).isEqualTo("held");
        assertOthersAreAnswered();
        assertNothingIsLeft(CALLERS / 2);
    }

    @Test
    void whoseCommandIsQueued() {
        CountDownLatch connected = fake.holdReply(1);
        start(1);
        Await.until(() -> redis.sharedStatistics().queued() == CALLERS);
        interruptHalf(CommandOutcome.NOT_SENT);
        assertThat(redis.sharedStatistics().queued()).isEqualTo(CALLERS / 2);
        connected.countDown();
        assertOthersAreAnswered();
        assertNothingIsLeft(0);
        for (int i = 0; i < CALLERS; i += 2) {
            assertThat(fake.commands()).doesNotContain(List.of("GET", "key" + i));
        }
    }

    @Test
    void whoWaitsForRoomInTheQueue() {
        redis.close();
        redis = client("&queue-max-commands=1");
        CompletableFuture<String> before = redis.async().get("held");
        Await.until(() -> redis.sharedStatistics().inFlight() == 1);
        start(1);
        Await.until(() -> redis.sharedStatistics().waiting() == CALLERS);
        interruptHalf(CommandOutcome.NOT_SENT);
        Await.until(() -> redis.sharedStatistics().waiting() == CALLERS / 2);
        answered.countDown();
        assertThat(CallStyle.resultOf(before)).isEqualTo("held");
        assertOthersAreAnswered();
        assertNothingIsLeft(0);
    }

    @Test
    void whoeverIsInterruptedWhenever() {
        redis.close();
        redis = client("&queue-max-commands=" + PLACES);
        CountDownLatch first = new CountDownLatch(1);
        fake.on("GET", command -> FakeReply.bulk(command.get(1)).heldUntil(first));
        start(CALLS);
        Await.until(() -> redis.sharedStatistics().inFlight() == PLACES);
        SplittableRandom random = new SplittableRandom(CALLERS);
        while (unanswered() == 0) {
            callers.get(random.nextInt(CALLERS)).thread.interrupt();
        }
        first.countDown();
        while (callers.stream().anyMatch(caller -> caller.thread.isAlive())) {
            callers.get(random.nextInt(CALLERS)).thread.interrupt();
        }
        callers.forEach(Caller::awaitEnd);
        assertNothingIsLeft(unanswered());
    }

    private int unanswered() {
        return callers.stream().mapToInt(caller -> caller.unanswered.get()).sum();
    }

    /** Their deadlines are watched for them, whatever the command waits for; a slow machine does not send all in time. */
    @Test
    void whoseTimeIsUp() {
        CompletableFuture<String> before = redis.async().get("held");
        Await.until(() -> redis.sharedStatistics().inFlight() == 1);
        Queue<RedisException> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            RedisView impatient = redis.withTimeout(Duration.ofMillis(500 + i % 100));
            threads.add(VirtualThreads.start(() -> failures.add(catchThrowableOfType(
                    RedisTimeoutException.class, () -> impatient.sync().get("key")))));
        }
        Await.until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(failures)
                .hasSize(CALLERS)
                .allSatisfy(failure -> assertThat(failure.outcome()).isNotEqualTo(CommandOutcome.REFUSED));
        assertThat(redis.sharedStatistics().timeouts()).isEqualTo(CALLERS);
        answered.countDown();
        assertThat(CallStyle.resultOf(before)).isEqualTo("held");
        long sent = failures.stream()
                .filter(failure -> failure.outcome() == CommandOutcome.UNKNOWN)
                .count();
        assertNothingIsLeft(sent);
        assertThat(fake.commands().stream().filter(List.of("GET", "key")::equals))
                .hasSize((int) sent);
    }
}
