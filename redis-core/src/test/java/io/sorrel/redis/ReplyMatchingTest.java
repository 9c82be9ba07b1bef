package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeRedis.Fault;
import io.sorrel.redis.test.fault.FakeReply;
import io.sorrel.redis.test.fault.FaultProxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply goes to the caller that asked for it, or to nobody. */
@TimingTest
class ReplyMatchingTest {
    private static final FakeReply EXTRA = FakeReply.bulk("nobody asked for this");
    private static final FakeReply PUSH = FakeReply.push(FakeReply.bulk("invalidate"), FakeReply.bulk("some key"));

    private static final Duration SHORT = Duration.ofMillis(50);

    private final FakeRedis fake = FakeRedis.start();
    private final RedisClient redis = client(fake.uri());

    private static RedisClient client(String uri) {
        return RedisClient.create(uri + "?mode=pooled&pool-max-size=1&pool-check-after-idle=1h&retries=0"
                + "&command-timeout=1h&connect-timeout=1h");
    }

    @BeforeEach
    void answerWithAValueThatNamesTheKey() {
        onGet(reply -> reply);
    }

    @AfterEach
    void end() {
        redis.close();
        fake.close();
    }

    private void onGet(Function<FakeReply, FakeReply> change) {
        fake.on("GET", command -> change.apply(FakeReply.bulk("value of " + command.get(1))));
    }

    private void assertGets(RedisClient client, int from, int count) {
        for (int i = from; i < from + count; i++) {
            assertThat(client.sync().get("key" + i)).isEqualTo("value of key" + i);
        }
    }

    /** On a busy machine its time may be up before it has begun: then it is tried with twice the time. */
    private CommandOutcome timesOut(Duration timeout, String key) {
        return catchThrowableOfType(
                        RedisTimeoutException.class,
                        () -> redis.withTimeout(timeout).sync().get(key))
                .outcome();
    }

    @Test
    void anExtraReplyInTheSamePacketReachesNobody() {
        onGet(reply -> reply.then(EXTRA));
        assertGets(redis, 0, 50);
        assertThat(redis.poolStatistics().created()).isBetween(49L, 50L);
    }

    @Test
    void anExtraReplyBehindAnErrorReachesNobody() {
        fake.on("GET key", FakeReply.error("ERR no").then(EXTRA));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> redis.sync().get("key")).hasMessageContaining("ERR no");
            assertGets(redis, i, 1);
        }
    }

    @Test
    void anExtraReplyInALaterPacketReachesNobody() {
        assertGets(redis, 0, 1);
        for (int i = 0; i < 200; i++) {
            fake.push(EXTRA);
            assertGets(redis, i, 1);
            assertThat(redis.poolStatistics().created()).isEqualTo(i + 2);
        }
    }

    @Test
    void partOfAnExtraReplyReachesNobody() {
        assertGets(redis, 0, 1);
        fake.push(EXTRA.first(3));
        assertGets(redis, 1, 1);
        fake.push(FakeReply.raw("garbage"));
        assertGets(redis, 2, 1);
        assertThat(redis.poolStatistics().created()).isEqualTo(3);
    }

    @Test
    void anExtraReplyBehindAPushReachesNobody() {
        assertGets(redis, 0, 1);
        fake.push(PUSH.then(EXTRA));
        assertGets(redis, 1, 1);
        onGet(reply -> reply.then(PUSH).then(EXTRA));
        assertGets(redis, 2, 1);
        assertGets(redis, 3, 1);
        assertThat(redis.poolStatistics().created()).isEqualTo(3);
    }

    @Test
    void aSessionIsToldThatItsConnectionIsOutOfStep() {
        try (RedisSession session = redis.openSession()) {
            session.sync().get("key1");
            fake.push(EXTRA);
            RedisProtocolException failure = catchThrowableOfType(
                    RedisProtocolException.class, () -> session.sync().get("key2"));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("a reply that no command had asked for");
        }
        assertGets(redis, 3, 1);
    }

    @Test
    void pushesAroundRepliesAreNoReplies() {
        onGet(reply -> PUSH.then(PUSH).then(reply).then(PUSH));
        assertGets(redis, 0, 20);
        for (int i = 0; i < 20; i++) {
            fake.push(PUSH);
            assertGets(redis, i, 1);
        }
        assertThat(redis.poolStatistics().created()).isOne();
    }

    @Test
    void aPushThatHasOnlyBegunIsReadToItsEnd() throws InterruptedException {
        assertGets(redis, 0, 1);
        byte[] push = PUSH.bytes();
        for (int split = 1; split < push.length; split++) {
            fake.push(PUSH.first(split));
            byte[] rest = java.util.Arrays.copyOfRange(push, split, push.length);
            Thread sender = new Thread(() -> fake.push(FakeReply.raw(rest)));
            sender.start();
            assertGets(redis, split, 1);
            sender.join();
        }
        assertThat(redis.poolStatistics().created()).isOne();
    }

    @Test
    void aPushThatNeverEndsCostsNoMoreThanTheTimeout() {
        assertGets(redis, 0, 1);
        fake.push(PUSH.first(4));
        for (Duration timeout = SHORT;
                redis.poolStatistics().destroyedInTotal() == 0;
                timeout = timeout.multipliedBy(2)) {
            assertThat(timesOut(timeout, "key1")).isEqualTo(CommandOutcome.NOT_SENT);
        }
        assertGets(redis, 2, 1);
    }

    @Test
    void aReplyThatComesAfterTheTimeoutReachesNobody() {
        CountDownLatch late = new CountDownLatch(1);
        fake.on("GET slow", FakeReply.bulk("late").heldUntil(late));
        CommandOutcome outcome = CommandOutcome.NOT_SENT;
        for (Duration timeout = SHORT; outcome == CommandOutcome.NOT_SENT; timeout = timeout.multipliedBy(2)) {
            redis.connect();
            outcome = timesOut(timeout, "slow");
        }
        assertThat(outcome).isEqualTo(CommandOutcome.UNKNOWN);
        late.countDown();
        assertGets(redis, 0, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "RESET"})
    void aReplyThatBreaksOffAnywhereIsNoReply(Cut how) {
        int length = FakeReply.bulk("value of cut").bytes().length;
        for (int bytes = 0; bytes < length; bytes++) {
            int kept = bytes;
            fake.on("GET cut", FakeReply.bulk("value of cut").first(kept).thenCut(how));
            RedisException failure = catchThrowableOfType(
                    RedisException.class, () -> redis.sync().get("cut"));
            assertThat(failure).isInstanceOf(ConnectionLostException.class).hasMessageContaining("GET");
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertGets(redis, bytes, 1);
        }
    }

    @Test
    void garbageClosesTheConnection() {
        assertGets(redis, 0, 1);
        fake.fault(Fault.SENDS_GARBAGE);
        RedisProtocolException failure = catchThrowableOfType(
                RedisProtocolException.class, () -> redis.sync().get("key"));
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        fake.fault(Fault.NONE);
        assertGets(redis, 1, 1);
        assertThat(redis.poolStatistics().created()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 11, 13, 17})
    void repliesMayArriveInPiecesOfAnySize(int pieces) {
        onGet(reply -> PUSH.then(reply).then(PUSH));
        try (FaultProxy proxy = FaultProxy.to(fake.host(), fake.port());
                RedisClient through = client(proxy.uri())) {
            proxy.replies().split(pieces, Duration.ofNanos(20_000));
            assertGets(through, 0, 30);
            assertThat(through.poolStatistics().created()).isOne();
        }
    }
}
