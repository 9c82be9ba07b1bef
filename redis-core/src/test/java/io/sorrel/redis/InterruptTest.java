package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** An interrupt ends waits, and a virtual thread's read; it is kept, and it never shifts replies. */
@TimingTest
class InterruptTest {
    private final CountDownLatch released = new CountDownLatch(1);
    private final FakeRedis fake = FakeRedis.start()
            .on("GET slow", FakeReply.bulk("slow").heldUntil(released))
            .on("GET other", FakeReply.bulk("other"));
    private final RedisClient redis =
            RedisClient.create(fake.uri() + "?mode=pooled&pool-max-size=1&command-timeout=1h");
    private final AtomicReference<Object> result = new AtomicReference<>();
    private final AtomicReference<Boolean> flag = new AtomicReference<>();

    @AfterEach
    void end() {
        released.countDown();
        redis.close();
        fake.close();
    }

    private void get(String key) {
        try {
            result.set(redis.sync().get(key));
        } catch (RedisException e) {
            result.set(e);
        }
        flag.set(Thread.currentThread().isInterrupted());
    }

    private RedisException failure() {
        assertThat(result.get()).isInstanceOf(RedisException.class);
        return (RedisException) result.get();
    }

    private static Thread platform(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private void assertNobodyIsGivenTheWrongReply() {
        released.countDown();
        for (int i = 0; i < 20; i++) {
            assertThat(redis.sync().get("other")).isEqualTo("other");
        }
        assertThat(redis.poolStatistics().active()).isZero();
    }

    @Test
    void aPlatformThreadReadsItsReplyAndStaysInterrupted() throws InterruptedException {
        Thread caller = platform(() -> get("slow"));
        fake.awaitCommand("GET slow");
        caller.interrupt();
        released.countDown();
        caller.join();
        assertThat(result).hasValue("slow");
        assertThat(flag).hasValue(true);
        assertNobodyIsGivenTheWrongReply();
        assertThat(redis.poolStatistics().created()).isOne();
    }

    @Test
    void aConnectionThatBreaksUnderAnInterruptedPlatformThreadIsSaidToBeBroken() throws InterruptedException {
        Thread caller = platform(() -> get("slow"));
        fake.awaitCommand("GET slow");
        caller.interrupt();
        fake.cutAll(Cut.RESET);
        caller.join();
        assertThat(failure()).isInstanceOf(ConnectionLostException.class);
        assertThat(failure().outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(flag).hasValue(true);
    }

    @Test
    void aThreadThatWaitsForAConnectionStopsWaiting() throws InterruptedException {
        try (RedisSession session = redis.openSession()) {
            assertThat(session.sync().get("other")).isEqualTo("other");
            Thread caller = platform(() -> get("other"));
            Await.until(() -> redis.poolStatistics().waiting() == 1);
            caller.interrupt();
            caller.join();
        }
        assertThat(failure()).isInstanceOf(RedisInterruptedException.class);
        assertThat(failure().outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        assertThat(flag).hasValue(true);
        assertNobodyIsGivenTheWrongReply();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
    void aVirtualThreadThatWaitsForAReplyStopsWaiting() throws InterruptedException {
        Thread caller = VirtualThreads.start(() -> get("slow"));
        fake.awaitCommand("GET slow");
        caller.interrupt();
        caller.join();
        assertThat(failure()).isInstanceOf(RedisInterruptedException.class);
        assertThat(failure().outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(flag).hasValue(true);
        assertNobodyIsGivenTheWrongReply();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
    void aVirtualThreadThatWasInterruptedBeforeCostsOneConnectionAndRepeatsNothing() throws InterruptedException {
        redis.connect();
        Thread caller = VirtualThreads.start(() -> {
            Thread.currentThread().interrupt();
            get("slow");
        });
        caller.join();
        assertThat(failure()).isInstanceOf(RedisInterruptedException.class);
        assertThat(failure().outcome()).isIn(CommandOutcome.NOT_SENT, CommandOutcome.UNKNOWN);
        assertThat(flag).hasValue(true);
        assertThat(fake.commands().stream().filter(command -> command.get(0).equals("GET")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(redis.poolStatistics().destroyedInTotal()).isLessThanOrEqualTo(1);
        assertNobodyIsGivenTheWrongReply();
    }
}
