package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisConnectionException;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeRedis.Fault;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that always hangs up is not stormed with connections, and no command is repeated without end. */
@TimingTest
class SharedPoisonTest {
    private static final Command<String> GET =
            new CommandDefinitions<>(RedisCodec.utf8()).strings().get("key");
    private static final Duration WAIT = Duration.ofMillis(40);

    private final FakeRedis fake = FakeRedis.start();
    private final RedisClient redis = RedisClient.create(
            fake.uri() + "?mode=shared&retries=2&reconnect-backoff=constant&reconnect-base-delay=40ms"
                    + "&command-timeout=2m&connect-timeout=1h&disconnected-wait=1h");

    @AfterEach
    void end() {
        redis.close();
        fake.close();
    }

    private long gets() {
        return fake.commands().stream()
                .filter(command -> command.get(0).equals("GET"))
                .count();
    }

    /** All connections but the first are made after a wait. */
    private void assertWaits(long start) {
        int waits = fake.connections() - 1;
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(WAIT.multipliedBy(waits));
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatAlwaysBreaksOffCostsEachCallNoMoreThanItsAttempts(CallStyle style) {
        long start = System.nanoTime();
        redis.connect();
        fake.fault(Fault.CLOSES_MID_BULK);
        for (int call = 1; call <= 3; call++) {
            ConnectionLostException failure = catchThrowableOfType(
                    ConnectionLostException.class, () -> style.execute(redis.withTimeout(Duration.ofMinutes(2)), GET));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure.attempts()).isEqualTo(3);
            assertThat(gets()).isEqualTo(call * 3L);
        }
        assertWaits(start);
        fake.fault(Fault.NONE).on("GET", FakeReply.bulk("value"));
        assertThat(style.execute(redis.withTimeout(Duration.ofMinutes(2)), GET)).isEqualTo("value");
    }

    @Test
    void aServerThatHangsUpAfterEachHandshakeIsTriedOnceInAWhile() {
        fake.on("ECHO", command -> FakeReply.bulk(command.get(1)).thenCut(Cut.CLOSE));
        long start = System.nanoTime();
        while (fake.connections() < 8) {
            assertThatThrownBy(() -> redis.execute(GET)).isInstanceOf(RedisConnectionException.class);
        }
        assertWaits(start);
    }

    @Test
    void aServerThatHangsUpOnEachCommandIsTriedOnceInAWhile() {
        fake.on("GET", FakeReply.nothing().thenCut(Cut.RESET));
        long start = System.nanoTime();
        redis.connect();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> redis.execute(GET)).isInstanceOf(ConnectionLostException.class);
        }
        assertWaits(start);
        assertThat(gets()).isEqualTo(12);
    }
}
