package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt ends every wait with its outcome, long before the timeout; it is kept, and it never shifts replies. */
@TimingTest
class InterruptTest {
    /** Longer than the tests may last: what ends before has ended by the interrupt. */
    private static final String OPTIONS = "?command-timeout=1h&connect-timeout=1h&pool-max-size=1";

    /** Lanes stay usable however slow the machine is. */
    private static final String FRESH = "&pool-check-after-idle=1h";

    private final CountDownLatch released = new CountDownLatch(1);
    private final FakeRedis fake = FakeRedis.start()
            .on("GET slow", FakeReply.bulk("slow").heldUntil(released))
            .on("BLPOP", FakeReply.missing3().heldUntil(released))
            .on("GET other", FakeReply.bulk("other"))
            .on("SET", FakeReply.ok());
    private final AtomicReference<@Nullable Object> result = new AtomicReference<>();
    private final AtomicReference<Boolean> flag = new AtomicReference<>();
    private @Nullable RedisClient client;

    @AfterEach
    void end() {
        released.countDown();
        if (client != null) {
            client.close();
        }
        fake.close();
    }

    private RedisClient client(String options) {
        client = RedisClient.create(fake.uri() + OPTIONS + options);
        return client;
    }

    /** What kind of thread calls. */
    enum Caller {
        PLATFORM {
            @Override
            Thread start(Runnable task) {
                Thread thread = new Thread(task, "caller");
                thread.setDaemon(true);
                thread.start();
                return thread;
            }
        },
        VIRTUAL {
            @Override
            Thread start(Runnable task) {
                return VirtualThreads.start(task);
            }
        };

        abstract Thread start(Runnable task);
    }

    /** Calls and notes what comes of it. */
    private void call(RedisClient redis, Function<RedisClient, Object> call) {
        try {
            result.set(call.apply(redis));
        } catch (RedisException e) {
            result.set(e);
        }
        flag.set(Thread.currentThread().isInterrupted());
    }

    /** Interrupts the caller once the server has received this command of its call, and waits for the end of the call. */
    private void interruptAt(String command, Caller caller, RedisClient redis, Function<RedisClient, Object> call)
            throws InterruptedException {
        Thread thread = caller.start(() -> call(redis, call));
        fake.awaitCommand(command);
        thread.interrupt();
        thread.join();
    }

    private void assertInterrupted(CommandOutcome outcome, String command) {
        assertThat(result.get()).isInstanceOfSatisfying(RedisInterruptedException.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(outcome);
            assertThat(failure.command()).isEqualTo(command);
        });
        assertThat(flag).hasValue(true);
    }

    private void assertEveryReplyIsRight(RedisClient redis) {
        released.countDown();
        for (int i = 0; i < 20; i++) {
            assertThat(redis.sync().get("other")).isEqualTo("other");
        }
        assertThat(redis.poolStatistics().active()).isZero();
    }

    private static void awaitLane(RedisClient redis) {
        Await.until(() -> {
            assertThat(redis.sync().get("other")).isEqualTo("other");
            return redis.poolStatistics().acquires().count() > 0;
        });
    }

    private static String session(RedisClient redis) {
        try (RedisSession session = redis.openSession()) {
            return session.sync().get("slow");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "adaptive, GET, PLATFORM",
        "adaptive, GET, VIRTUAL",
        "pooled, GET, PLATFORM",
        "pooled, GET, VIRTUAL",
        "shared, GET, PLATFORM",
        "shared, GET, VIRTUAL",
        "session, GET, PLATFORM",
        "session, GET, VIRTUAL",
        "blocking, BLPOP, PLATFORM",
        "blocking, BLPOP, VIRTUAL",
        "blocking in a session, BLPOP, PLATFORM",
        "blocking in a session, BLPOP, VIRTUAL"
    })
    void theWaitForAReplyEnds(String path, String command, Caller caller) throws InterruptedException {
        Function<RedisClient, Object> call = switch (path) {
            case "session" -> InterruptTest::session;
            case "blocking" -> redis -> redis.sync().blpop(Duration.ofHours(1), "q");
            case "blocking in a session" ->
                redis -> {
                    try (RedisSession session = redis.openSession()) {
                        return session.sync().blpop(Duration.ofHours(1), "q");
                    }
                };
            default -> redis -> redis.sync().get("slow");
        };
        RedisClient redis = client(path.equals("pooled") || path.equals("shared") ? "&mode=" + path : FRESH);
        if (path.equals("adaptive")) {
            awaitLane(redis);
        }
        interruptAt(command.equals("GET") ? "GET slow" : command, caller, redis, call);
        assertInterrupted(CommandOutcome.UNKNOWN, command);
        assertEveryReplyIsRight(redis);
    }

    @ParameterizedTest
    @EnumSource
    void theWaitForAConnectionEnds(Caller caller) throws InterruptedException {
        RedisClient redis = client("&mode=pooled");
        try (RedisSession session = redis.openSession()) {
            assertThat(session.sync().get("other")).isEqualTo("other");
            Thread thread = caller.start(() -> call(redis, r -> r.sync().get("other")));
            Await.until(() -> redis.poolStatistics().waiting() == 1);
            thread.interrupt();
            thread.join();
        }
        assertInterrupted(CommandOutcome.NOT_SENT, "GET");
        assertEveryReplyIsRight(redis);
    }

    @ParameterizedTest
    @EnumSource
    void theWaitForAHandshakeEnds(Caller caller) throws InterruptedException {
        fake.onReply(1, reply -> reply.heldUntil(released));
        RedisClient redis = client("&mode=pooled");
        interruptAt("HELLO", caller, redis, r -> r.sync().get("other"));
        assertInterrupted(CommandOutcome.NOT_SENT, "GET");
        assertEveryReplyIsRight(redis);
    }

    @ParameterizedTest
    @EnumSource
    void theCheckBeforeUseEnds(Caller caller) throws InterruptedException {
        RedisClient redis = client("&mode=pooled&pool-check-after-idle=0");
        assertThat(redis.sync().get("other")).isEqualTo("other");
        CountDownLatch checked = new CountDownLatch(1);
        fake.on("PING", words -> FakeReply.simple("PONG").heldUntil(checked));
        interruptAt("PING", caller, redis, r -> r.sync().get("other"));
        checked.countDown();
        assertInterrupted(CommandOutcome.NOT_SENT, "GET");
        assertEveryReplyIsRight(redis);
    }

    @ParameterizedTest
    @EnumSource
    void theResetOnReturnEnds(Caller caller) throws InterruptedException {
        RedisClient redis = client(FRESH + "&pool-when-dirty=reset");
        fake.on("SELECT", FakeReply.ok());
        fake.on("RESET", FakeReply.simple("RESET").heldUntil(released));
        interruptAt("RESET", caller, redis, r -> {
            try (RedisSession session = r.openSession()) {
                session.sync().select(1);
            }
            return "returned";
        });
        assertThat(result).hasValue("returned");
        assertThat(flag).hasValue(true);
        assertThat(redis.poolStatistics().destroyed()).containsEntry(DestroyCause.DIRTY, 1L);
        assertEveryReplyIsRight(redis);
    }

    @Test
    void aWriteThatIsNotTakenEnds() throws InterruptedException {
        try (FaultProxy proxy = FaultProxy.to(fake.host(), fake.port());
                RedisClient redis = RedisClient.create(proxy.uri() + OPTIONS + "&mode=pooled")) {
            assertThat(redis.sync().get("other")).isEqualTo("other");
            proxy.fault(Fault.STALLS_REQUESTS);
            String large = "x".repeat(64 << 20);
            Thread thread = Caller.PLATFORM.start(() -> call(redis, r -> {
                r.sync().set("k", large);
                return "stored";
            }));
            Await.until(() -> isWriting(thread));
            thread.interrupt();
            thread.join();
            assertInterrupted(CommandOutcome.NOT_SENT, "SET");
        }
    }

    private static boolean isWriting(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals("writeTo")) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"adaptive, PLATFORM", "adaptive, VIRTUAL", "pooled, PLATFORM", "pooled, VIRTUAL"})
    void aThreadThatIsInterruptedAlreadySendsNothingAndCostsNoConnection(String mode, Caller caller)
            throws InterruptedException {
        RedisClient redis = client(FRESH + "&mode=" + mode);
        assertThat(redis.sync().get("other")).isEqualTo("other");
        if (mode.equals("adaptive")) {
            awaitLane(redis);
        }
        Thread thread = caller.start(() -> {
            Thread.currentThread().interrupt();
            call(redis, r -> r.sync().get("slow"));
        });
        thread.join();
        assertInterrupted(CommandOutcome.NOT_SENT, "GET");
        assertThat(fake.commands()).noneMatch(command -> command.contains("slow"));
        assertThat(redis.poolStatistics().destroyedInTotal()).isZero();
        assertEveryReplyIsRight(redis);
    }

    @Test
    void aThreadThatIsInterruptedAlreadyCostsNoConnectionThatHasToBeChecked() throws InterruptedException {
        RedisClient redis = client("&mode=pooled&pool-check-after-idle=0");
        assertThat(redis.sync().get("other")).isEqualTo("other");
        Thread thread = Caller.PLATFORM.start(() -> {
            Thread.currentThread().interrupt();
            call(redis, r -> r.sync().get("slow"));
        });
        thread.join();
        assertInterrupted(CommandOutcome.NOT_SENT, "GET");
        assertThat(redis.poolStatistics().destroyedInTotal()).isZero();
        assertEveryReplyIsRight(redis);
    }

    @Test
    void anInterruptAfterACallDoesNotEndTheNextCallOfAnotherThread() throws InterruptedException {
        RedisClient redis = client("&mode=pooled");
        Thread earlier = Caller.PLATFORM.start(() -> {
            call(redis, r -> r.sync().get("other"));
            Thread.currentThread().interrupt();
            Await.until(() -> released.getCount() == 0);
        });
        Await.until(() -> result.get() != null);
        Thread later = Caller.PLATFORM.start(() -> call(redis, r -> r.sync().get("slow")));
        fake.awaitCommand("GET slow");
        assertEveryReplyIsRightAfter(later, redis);
        earlier.join();
        assertThat(redis.poolStatistics().destroyedInTotal()).isZero();
    }

    private void assertEveryReplyIsRightAfter(Thread caller, RedisClient redis) throws InterruptedException {
        released.countDown();
        caller.join();
        assertThat(result).hasValue("slow");
        assertEveryReplyIsRight(redis);
    }
}
