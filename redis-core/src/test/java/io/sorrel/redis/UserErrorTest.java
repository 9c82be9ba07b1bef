package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors that a codec throws cost their caller alone, in every mode, sync and async. */
@ParameterizedClass
@EnumSource(ConnectionMode.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserErrorTest {
    private final FakeRedis fake = FakeRedis.start()
            .on("GET", command -> FakeReply.bulk(command.get(1)))
            .on(
                    "MGET",
                    command -> FakeReply.array(command.subList(1, command.size()).stream()
                            .map(FakeReply::bulk)
                            .toArray(FakeReply[]::new)))
            .on("SET", FakeReply.ok());

    @Parameter
    ConnectionMode mode;

    private RedisClient redis;

    @BeforeEach
    void open() {
        redis = RedisClient.create(ClientOptions.of(
                fake.uri() + "?pool-max-size=1&mode=" + mode.name().toLowerCase(Locale.ROOT)));
    }

    @AfterEach
    void end() {
        redis.close();
        fake.close();
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new StackOverflowError("bad value"),
                new NoClassDefFoundError("bad value"),
                new ExceptionInInitializerError("bad value"),
                new OutOfMemoryError("bad value"),
                new AssertionError("bad value"),
                new IOException("bad value"),
                new InterruptedException("bad value"),
                new IllegalStateException("bad value"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aDecoderThatThrowsHarmsNoConnection(Throwable thrown) {
        RedisCodec<String, String> codec = RedisCodec.utf8Keys(throwing(thrown));
        for (int i = 0; i < 5; i++) {
            assertFails(thrown, CommandOutcome.UNKNOWN, () -> redis.sync(codec).get("bad"));
            assertFails(thrown, CommandOutcome.UNKNOWN, () -> redis.sync(codec).mget("a", "bad", "b"));
            assertFails(
                    thrown,
                    CommandOutcome.UNKNOWN,
                    () -> CallStyle.resultOf(redis.async(codec).get("bad")));
            assertFails(
                    thrown,
                    CommandOutcome.UNKNOWN,
                    () -> CallStyle.resultOf(redis.async(codec).mget("a", "bad", "b")));
            assertThat(redis.sync().get("good")).isEqualTo("good");
        }
        assertNoConnectionWasLost();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aMappingThatThrowsHarmsNoConnection(Throwable thrown) {
        Command<Object> command = new CommandDefinitions<>(RedisCodec.utf8())
                .raw("GET")
                .key("key")
                .reply(ReplyDecoders.string())
                .map(value -> sneak(thrown));
        for (int i = 0; i < 5; i++) {
            for (CallStyle style : CallStyle.values()) {
                assertFails(thrown, CommandOutcome.UNKNOWN, () -> style.execute(redis.withMode(mode), command));
            }
            assertThat(redis.sync().get("good")).isEqualTo("good");
        }
        assertNoConnectionWasLost();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void anEncoderThatThrowsSendsNothing(Throwable thrown) {
        RedisCodec<String, String> codec = RedisCodec.utf8Keys(throwing(thrown));

        assertFails(thrown, CommandOutcome.NOT_SENT, () -> redis.sync(codec).set("key", "bad"));
        assertFails(
                thrown,
                CommandOutcome.NOT_SENT,
                () -> CallStyle.resultOf(redis.async(codec).set("key", "bad")));
        assertThat(redis.sync().get("good")).isEqualTo("good");
        assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("SET"));
        assertNoConnectionWasLost();
    }

    private void assertNoConnectionWasLost() {
        assertThat(redis.poolStatistics().destroyedInTotal()).isZero();
        assertThat(redis.sharedStatistics().losses()).isZero();
        assertThat(redis.poolStatistics().created()).isLessThanOrEqualTo(1);
        assertThat(redis.sharedStatistics().connects()).isLessThanOrEqualTo(1);
    }

    private static void assertFails(Throwable cause, CommandOutcome outcome, ThrowingCallable call) {
        RedisCodecException failure = catchThrowableOfType(RedisCodecException.class, call);
        assertThat(failure).hasCause(cause);
        assertThat(failure.outcome()).isEqualTo(outcome);
    }

    private static ValueCodec<String> throwing(Throwable thrown) {
        return new PassingCodec(value -> List.of("bad").contains(value) ? sneak(thrown) : value);
    }

    /** As code does that is not compiled by javac. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable, R> R sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
