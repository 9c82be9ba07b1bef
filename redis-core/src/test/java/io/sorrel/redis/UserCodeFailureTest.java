package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a codec or decoder throws is the caller's own affair: the connection stays in step, or is closed. */
class UserCodeFailureTest {
    private final FakeRedis fake = FakeRedis.start();
    private final RedisClient redis = RedisClient.create(fake.uri() + "?mode=pooled&pool-max-size=1");
    private final AtomicReference<Supplier<Throwable>> thrown =
            new AtomicReference<>(() -> new IllegalStateException("bad value"));

    private final RedisCodec<String, String> codec = RedisCodec.utf8Keys(new PassingCodec(value -> {
        if (value.startsWith("bad")) {
            explode();
        }
        return value;
    }));

    private void explode() {
        Throwable throwable = thrown.get().get();
        if (throwable instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) throwable;
    }

    @BeforeEach
    void answer() {
        fake.on("GET", command -> FakeReply.bulk(command.get(1)));
        fake.on(
                "MGET",
                command -> FakeReply.array(command.subList(1, command.size()).stream()
                        .map(FakeReply::bulk)
                        .toArray(FakeReply[]::new)));
    }

    @AfterEach
    void end() {
        redis.close();
        fake.close();
    }

    private void assertInStepOnConnection(int number) {
        assertThat(redis.sync().get("key")).isEqualTo("key");
        assertThat(redis.poolStatistics().created()).isEqualTo(number);
        assertThat(redis.poolStatistics().active()).isZero();
    }

    private long sent(String name) {
        return fake.commands().stream()
                .filter(command -> command.get(0).equals(name))
                .count();
    }

    @Test
    void anEncoderThatThrowsTouchesNoConnection() {
        RedisCodecException failure = catchThrowableOfType(
                RedisCodecException.class, () -> redis.sync(codec).set("key", "bad"));
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        assertThat(fake.connections()).isZero();
    }

    @Test
    void aDecoderThatThrowsLeavesTheConnectionInStep() {
        RedisCodecException failure = catchThrowableOfType(
                RedisCodecException.class, () -> redis.sync(codec).get("bad"));
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(failure).hasRootCauseMessage("bad value").hasMessageContaining("GET on 127.0.0.1");
        assertInStepOnConnection(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad a b c", "a bad b c", "a b c bad"})
    void aDecoderThatThrowsWithinAnAggregateLeavesTheConnectionInStep(String keys) {
        assertThatThrownBy(() -> redis.sync(codec).mget(keys.split(" "))).isInstanceOf(RedisCodecException.class);
        assertInStepOnConnection(1);
    }

    @Test
    void anErrorOfTheMachineWhileADecoderReadsClosesTheConnection() {
        assertThatThrownBy(() -> redis.execute(raw(
                        "MGET",
                        reply -> {
                            throw new OutOfMemoryError("not really");
                        },
                        "a",
                        "b")))
                .isInstanceOf(OutOfMemoryError.class);
        assertInStepOnConnection(2);
    }

    @Test
    void anExceptionThatLooksLikeOneOfTheConnectionIsTheDecodersOwn() {
        IOException own = new IOException("no JSON");
        RedisCodecException failure = catchThrowableOfType(
                RedisCodecException.class,
                () -> redis.execute(raw(
                        "GET",
                        reply -> {
                            throw own;
                        },
                        "a")));
        assertThat(failure).hasCause(own).hasMessageContaining("GET on 127.0.0.1");
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(sent("GET")).isOne();
        assertInStepOnConnection(1);
    }

    @Test
    void aDecoderThatHidesTheLossOfTheConnectionGainsNothing() {
        fake.on("GET hidden", FakeReply.raw("$5\r\nhi").thenCut(Cut.CLOSE));
        ReplyDecoder<String> hiding = reply -> {
            try {
                return reply.readString();
            } catch (IOException e) {
                return "hidden";
            }
        };
        assertThatThrownBy(() -> redis.withRetry(RetryOptions.none()).execute(raw("GET", hiding, "hidden")))
                .isInstanceOf(RedisException.class)
                .isNotInstanceOf(RedisCodecException.class);
        assertInStepOnConnection(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailureOfAnotherClientWithinADecoderDoesNotRepeatTheCommand(boolean protocol) {
        RuntimeException nested = protocol
                ? new RedisProtocolException("elsewhere", CommandOutcome.NOT_SENT, ErrorContext.NONE, null)
                : new ConnectFailedException("elsewhere", ErrorContext.NONE, null);
        thrown.set(() -> nested);
        RedisCodecException failure = catchThrowableOfType(
                RedisCodecException.class, () -> redis.sync(codec).get("bad"));
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(failure).hasCause(nested);
        assertThat(sent("GET")).isOne();
        assertInStepOnConnection(1);
    }

    @Test
    void aMappingThatThrowsLeavesTheConnectionInStep() {
        Command<Object> command = raw("GET", ReplyDecoders.string(), "key").map(value -> {
            throw new IllegalStateException("no " + value.length());
        });
        assertThatThrownBy(() -> redis.execute(command))
                .isInstanceOf(RedisCodecException.class)
                .hasRootCauseMessage("no 3");
        assertInStepOnConnection(1);
    }

    @Test
    void aDecoderThatReadsTooMuchOrTooLittleLeavesTheConnectionInStep() {
        Command<Integer> size = raw("MGET", reply -> reply.readArrayHeader(), "a", "b", "c");
        int count = redis.execute(size);
        assertThat(count).isEqualTo(3);
        assertThatThrownBy(() -> redis.execute(raw("GET", reply -> reply.readString() + reply.readString(), "a")))
                .isInstanceOf(RedisCodecException.class);
        assertInStepOnConnection(1);
    }

    @Test
    void aReplyOfAnotherShapeLeavesTheConnectionInStep() {
        assertThatThrownBy(() -> redis.execute(raw("MGET", ReplyDecoders.integer(), "a", "b")))
                .hasMessageContaining("MGET");
        assertInStepOnConnection(1);
    }

    @Test
    void anErrorWithinAnArrayIsNoRefusalAndLeavesTheConnectionInStep() {
        fake.on(
                "LRANGE",
                FakeReply.array(
                        FakeReply.bulk("a"),
                        FakeReply.array(FakeReply.error("WRONGTYPE Operation against a key")),
                        FakeReply.bulk("b")));
        ReplyDecoder<List<List<String>>> lists = ReplyDecoders.list(reply -> reply.isArray()
                ? ReplyDecoders.list(ReplyDecoders.string()).decode(reply)
                : List.of(reply.readString()));
        assertThatThrownBy(() -> redis.execute(raw("LRANGE", lists, "key")))
                .isInstanceOf(UnexpectedReplyException.class)
                .hasMessageContaining("LRANGE")
                .hasCauseInstanceOf(WrongTypeException.class)
                .extracting(failure -> ((RedisException) failure).outcome())
                .isEqualTo(CommandOutcome.UNKNOWN);
        assertInStepOnConnection(1);
    }

    private static <T> Command<T> raw(String name, ReplyDecoder<T> decoder, String... keys) {
        var builder = new io.sorrel.redis.command.definition.CommandDefinitions<>(RedisCodec.utf8()).raw(name);
        for (String key : keys) {
            builder.key(key);
        }
        return builder.reply(decoder);
    }
}
