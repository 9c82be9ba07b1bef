package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.ProtectedModeException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A refusal that does not pass by itself, met on reconnecting: callers are told at once, and the server is spared. */
@TimingTest
class LastingRefusalTest {
    private static final Duration LONGEST_USUAL_PAUSE = Duration.ofMillis(5);
    private static final String PATIENT = "?command-timeout=100s&connect-timeout=100s&disconnected-wait=100s&retries=0"
            + "&reconnect-backoff=exponential&reconnect-base-delay=1ms&reconnect-max-delay=5ms&mode=";

    private final ConnectionEvents events = new ConnectionEvents();
    private final FakeRedis fake =
            FakeRedis.start().on("INCR", FakeReply.integer(1)).on("SELECT", FakeReply.ok());

    /** Ways to be refused, and what callers get. */
    enum Refusal {
        WRONG_PASSWORD("HELLO", "WRONGPASS invalid username-password pair", RedisAuthenticationException.class),
        NO_PASSWORD("HELLO", "NOAUTH Authentication required.", RedisAuthenticationException.class),
        NO_SUCH_DATABASE("SELECT", "ERR DB index is out of range", RedisServerException.class),
        PROTECTED("HELLO", "DENIED Redis is running in protected mode", ProtectedModeException.class),
        NO_AUTH_COMMAND("AUTH", "ERR unknown command 'AUTH'", UnknownCommandException.class),
        NO_PERMISSION("SELECT", "NOPERM this user has no permissions", NoPermissionException.class);

        private final String command;
        private final String error;
        private final Class<? extends RedisException> type;

        Refusal(String command, String error, Class<? extends RedisException> type) {
            this.command = command;
            this.error = error;
            this.type = type;
        }
    }

    @AfterEach
    void end() {
        fake.close();
    }

    private RedisClient client(String mode) {
        String address = fake.uri().replace("redis://", "redis://user:secret@") + "/3";
        return RedisClient.builder()
                .url(address + PATIENT + mode)
                .listener(events)
                .build();
    }

    private void refuse(Refusal refusal) {
        FakeReply error = FakeReply.error(refusal.error);
        fake.on(refusal.command, error);
        if (refusal == Refusal.NO_AUTH_COMMAND) {
            fake.on("HELLO", FakeReply.error("ERR unknown command 'HELLO'"));
        }
        if (refusal == Refusal.NO_PASSWORD) {
            fake.on("AUTH", FakeReply.error("WRONGPASS invalid username-password pair"));
        }
        fake.cutAll(Cut.CLOSE);
    }

    static Stream<Arguments> refusalsModesAndStyles() {
        return Stream.of(Refusal.values())
                .flatMap(refusal -> Stream.of("adaptive", "shared", "pooled")
                        .flatMap(mode ->
                                Stream.of(CallStyle.values()).map(style -> Arguments.of(refusal, mode, style))));
    }

    private static long incr(RedisClient redis, CallStyle style) {
        return style == CallStyle.SYNC
                ? redis.sync().incr("counter")
                : CallStyle.resultOf(redis.async().incr("counter"));
    }

    /** Both the timeout and the wait for a connection are longer than the test. */
    @ParameterizedTest
    @MethodSource("refusalsModesAndStyles")
    void failsWhatWaitsAtOnceWithItsOwnType(Refusal refusal, String mode, CallStyle style) {
        try (RedisClient redis = client(mode)) {
            assertThat(incr(redis, style)).isOne();
            refuse(refusal);
            RedisException failure = firstOnANewConnection(redis, style);
            assertThat(failure).isInstanceOf(refusal.type);
            assertThat(failure.outcome()).isIn(CommandOutcome.NOT_SENT, CommandOutcome.REFUSED);
        }
    }

    /** The failure of the first call that does not meet the old connection any more, while that is being closed. */
    private static RedisException firstOnANewConnection(RedisClient redis, CallStyle style) {
        RedisException failure;
        do {
            failure = catchThrowableOfType(RedisException.class, () -> incr(redis, style));
        } while (failure instanceof ConnectionLostException);
        return failure;
    }

    @ParameterizedTest
    @EnumSource
    void isAskedForMoreAndMoreRarelyAndForgottenWhenItPasses(Refusal refusal) {
        try (RedisClient redis = client("shared")) {
            assertThat(incr(redis, CallStyle.SYNC)).isOne();
            refuse(refusal);
            Await.until(() -> {
                assertThat(catchThrowableOfType(RedisException.class, () -> incr(redis, CallStyle.SYNC)))
                        .isNotNull();
                return events.named("reconnecting").stream()
                        .anyMatch(attempt -> attempt.delay().compareTo(LONGEST_USUAL_PAUSE.multipliedBy(10)) > 0);
            });
            fake.on("HELLO", FakeReply.error("ERR unknown command 'HELLO'")).on("AUTH", FakeReply.ok());
            fake.on("SELECT", FakeReply.ok());
            Await.until(() -> succeeds(redis));
        }
    }

    private static boolean succeeds(RedisClient redis) {
        try {
            return incr(redis, CallStyle.SYNC) == 1;
        } catch (RedisException e) {
            return false;
        }
    }
}
