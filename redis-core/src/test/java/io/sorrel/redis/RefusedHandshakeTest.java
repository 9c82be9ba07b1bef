package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.NoProtoException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused handshake reads the same whichever connection it ended, and whichever command it kept from being sent. */
@TimingTest
class RefusedHandshakeTest {
    private static final Command<String> GET =
            new CommandDefinitions<>(RedisCodec.utf8()).strings().get("n");

    private final FakeRedis fake = FakeRedis.start();

    @AfterEach
    void end() {
        fake.close();
    }

    private record Refusal(
            String refused, String error, String tail, Class<? extends RedisServerException> type, String advice) {}

    private static Stream<Refusal> refusals() {
        String database = "the client's options ask for database 16";
        return Stream.of(
                new Refusal("SELECT", "ERR DB index is out of range", "/16", RedisServerException.class, database),
                new Refusal(
                        "SELECT",
                        "ERR SELECT is not allowed in cluster mode",
                        "/16",
                        RedisServerException.class,
                        database),
                new Refusal("SELECT", "NOPERM no permission", "/16", NoPermissionException.class, database),
                new Refusal("SELECT", "ERR unknown command 'SELECT'", "/16", UnknownCommandException.class, database),
                new Refusal(
                        "HELLO",
                        "NOPROTO sorry",
                        "?protocol=resp3",
                        NoProtoException.class,
                        "insist on protocol=resp3"),
                new Refusal(
                        "HELLO",
                        "ERR Unsupported command: HELLO",
                        "?protocol=resp3",
                        RedisServerException.class,
                        "insist on protocol=resp3"),
                new Refusal(
                        "HELLO",
                        "NOAUTH sorry",
                        "",
                        RedisAuthenticationException.class,
                        "set username and password in the client's configuration"));
    }

    static Stream<Arguments> everywhere() {
        return refusals()
                .flatMap(refusal -> Stream.of(ConnectionMode.values())
                        .flatMap(mode ->
                                Stream.of(CallStyle.values()).map(style -> Arguments.of(refusal, mode, style))));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void itNamesTheRefusedCommandAndTheSetting(Refusal refusal, ConnectionMode mode, CallStyle style) {
        fake.on(refusal.refused(), FakeReply.error(refusal.error()));
        String tail = refusal.tail() + (refusal.tail().contains("?") ? "&" : "?")
                + "connect-timeout=1h&mode="
                + mode.name().toLowerCase(Locale.ROOT);
        try (RedisClient redis = RedisClient.create(fake.uri() + tail)) {
            RedisServerException failure = catchThrowableOfType(
                    RedisServerException.class, () -> style.execute(redis.withTimeout(Duration.ofMinutes(2)), GET));
            assertThat(failure).isExactlyInstanceOf(refusal.type());
            assertThat(failure.reason())
                    .startsWith(refusal.error() + "; the handshake was refused: ")
                    .contains(refusal.advice());
            assertThat(failure)
                    .hasMessageEndingWith(
                            " (" + refusal.refused() + " on 127.0.0.1:" + fake.port() + "; refused by the server)");
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.REFUSED);
        }
    }
}
