package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Closing a client ends what is under way within a bound and leaves nothing behind. */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class CloseIT {
    /** What a slow machine takes long for does not fail before the client is closed. */
    private static final String PATIENT =
            "?command-timeout=1h&connect-timeout=1h&disconnected-wait=1h&silence-timeout=0";

    private static final int ROUNDS = Integer.getInteger("sorrel.test.close-rounds", 200);

    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static RedisException failureOf(CompletableFuture<?> call) throws InterruptedException {
        try {
            call.get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(RedisException.class);
            return (RedisException) e.getCause();
        }
        throw new AssertionError("the call succeeded");
    }

    @Test
    void mayBeClosedAgainAndRefusesEverythingAfterwards() {
        RedisClient redis = RedisClient.create(REDIS.uri() + PATIENT);
        redis.connect();
        redis.close();
        redis.close();
        assertThatThrownBy(() -> redis.sync().ping()).isInstanceOf(RedisClosedException.class);
        assertThatThrownBy(redis::openSession).isInstanceOf(RedisClosedException.class);
        assertThatThrownBy(redis::connect).isInstanceOf(RedisClosedException.class);
    }

    @Test
    void aClientThatWasNeverUsedClosesAtOnce() {
        RedisClient.create(REDIS.uri()).close();
        Await.until(() -> Leftovers.threads().isEmpty());
    }

    @Test
    void aCallUnderWayMayFinish() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeRedis fake =
                FakeRedis.start().on("GET", FakeReply.bulk("value").heldUntil(released))) {
            RedisClient redis = RedisClient.create(fake.uri() + PATIENT + "&close-timeout=1h");
            CompletableFuture<String> call =
                    InBackground.call(() -> redis.sync().get("key"));
            fake.awaitCommand("GET");
            Thread closer = new Thread(redis::close);
            closer.start();
            Await.until(() -> closer.getState() == Thread.State.TIMED_WAITING);
            released.countDown();
            assertThat(call.get()).isEqualTo("value");
            closer.join();
        }
    }

    @Test
    void aCallThatDoesNotFinishFailsWhenTheCloseTimeoutIsOver() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (FakeRedis fake =
                FakeRedis.start().on("GET", FakeReply.bulk("value").heldUntil(never))) {
            RedisClient redis =
                    RedisClient.create(fake.uri() + PATIENT + "&mode=pooled&close-timeout=100ms&pool-max-size=1");
            CompletableFuture<String> running =
                    InBackground.call(() -> redis.sync().get("key"));
            fake.awaitCommand("GET");
            CompletableFuture<String> waiting =
                    InBackground.call(() -> redis.sync().get("key"));
            Await.until(() -> redis.poolStatistics().waiting() == 1);
            long start = System.nanoTime();
            redis.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            assertThat(failureOf(running)).isInstanceOf(RedisClosedException.class);
            assertThat(failureOf(running).outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failureOf(waiting)).isInstanceOf(RedisClosedException.class);
            assertThat(failureOf(waiting).outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            never.countDown();
            Await.until(() -> fake.openConnections() == 0);
        }
    }

    @Test
    void aConnectionThatIsBeingMadeIsGivenUp() {
        try (FakeRedis fake = FakeRedis.start().fault(FakeRedis.Fault.NEVER_ANSWERS)) {
            RedisClient redis = RedisClient.create(fake.uri() + PATIENT + "&close-timeout=50ms");
            CompletableFuture<String> call =
                    InBackground.call(() -> redis.sync().ping());
            fake.awaitCommand("HELLO");
            redis.close();
            assertThat(call).failsWithin(Duration.ofMinutes(2));
            Await.until(() -> fake.openConnections() == 0);
            Await.until(() -> Leftovers.threads().isEmpty());
        }
    }

    @Test
    void nothingIsLeftOfClientsThatAreClosedUnderLoad() throws InterruptedException {
        try (RawRedis operator = REDIS.server().connect()) {
            useAndClose(20);
            Await.until(() -> Leftovers.threads().isEmpty() && Leftovers.clients(operator) == 1);
            long before = Leftovers.socketsAreListed() ? Leftovers.sockets() : -1;

            useAndClose(ROUNDS);

            Await.until(() -> Leftovers.threads().isEmpty());
            Await.until(() -> Leftovers.clients(operator) == 1);
            assumeThat(before).as("only Linux lists the open sockets").isNotNegative();
            Await.until(() -> Leftovers.sockets() <= before);
        }
    }

    private static void useAndClose(int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            RedisClient redis = RedisClient.create(REDIS.uri() + PATIENT + "&close-timeout=" + (round % 3) + "ms");
            AtomicInteger calls = new AtomicInteger();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread caller = new Thread(() -> {
                    try {
                        while (true) {
                            redis.sync().ping();
                            calls.incrementAndGet();
                        }
                    } catch (RedisClosedException e) {
                        calls.incrementAndGet();
                    }
                });
                callers.add(caller);
                caller.start();
            }
            int enough = round % 20;
            Await.until(() -> calls.get() >= enough);
            redis.close();
            for (Thread caller : callers) {
                caller.join();
            }
        }
    }
}
