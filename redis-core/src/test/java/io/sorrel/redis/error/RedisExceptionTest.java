package io.sorrel.redis.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RedisExceptionTest {
    private static final ErrorContext CONTEXT = new ErrorContext("localhost:6379", "GET");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    localhost:6379, GET, NOT_SENT, late (GET on localhost:6379; not sent)
                    localhost:6379, GET, UNKNOWN, late (GET on localhost:6379; may have been executed)
                    -, GET, REFUSED, late (GET; refused by the server)
                    localhost:6379, -, NOT_SENT, late (on localhost:6379)
                    -, -, UNKNOWN, late
                    """)
    void saysWhatIsKnown(String endpoint, String command, CommandOutcome outcome, String message) {
        var error = new RedisTimeoutException("late", outcome, new ErrorContext(endpoint, command), null);

        assertThat(error).hasMessage(message);
        assertThat(error.reason()).isEqualTo("late");
    }

    @Test
    void fillsInOnlyWhatIsMissing() {
        var error = new RedisProtocolException("odd byte", CommandOutcome.UNKNOWN, new ErrorContext(null, "SET"), null);

        Failures.fillContext(error, CONTEXT);

        assertThat(error).hasMessage("odd byte (SET on localhost:6379; may have been executed)");
    }

    @Test
    void saysHowOftenTheCommandWasTriedAndWhatCameOfItAltogether() {
        var error = new RedisTimeoutException("late", CommandOutcome.NOT_SENT, CONTEXT, null);
        assertThat(error.attempts()).isEqualTo(1);

        Failures.fillAttempts(error, 3, CommandOutcome.UNKNOWN, null);

        assertThat(error.attempts()).isEqualTo(3);
        assertThat(error.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(error).hasMessage("late (GET on localhost:6379; may have been executed); tried 3 times");
    }

    @Test
    void saysWhyTheCommandWasNotTriedAgain() {
        var error = new RedisTimeoutException("late", CommandOutcome.NOT_SENT, CONTEXT, null);

        Failures.fillAttempts(error, 1, CommandOutcome.NOT_SENT, "the budget is used up");

        assertThat(error)
                .hasMessage("late (GET on localhost:6379; not sent); tried once, and not again because the budget is"
                        + " used up");
    }

    @Test
    void printsTheStateOfThePoolAndTheLastConnectFailure() {
        var cause = new ConnectFailedException("Connection refused", new ErrorContext("localhost:1", null), null);
        var error = new PoolTimeoutException(Duration.ofMillis(500), new PoolUsage(8, 0, 3, 8, cause), CONTEXT);

        assertThat(error)
                .hasMessageContaining("within 500 ms")
                .hasMessageContaining("active 8, idle 0, waiting 3, limit 8")
                .hasMessageContaining("Connection refused (on localhost:1)")
                .hasMessageEndingWith("(GET on localhost:6379; not sent)")
                .hasCause(cause);
        assertThat(new PoolExhaustedException(new PoolUsage(8, 0, 0, 8, null), CONTEXT))
                .hasMessage("No connection is free: active 8, idle 0, waiting 0, limit 8"
                        + " (GET on localhost:6379; not sent)");
    }

    @Test
    void neverTakesALabelForMoreThanALabel() {
        var context = new ErrorContext("host\nFAKE", "x".repeat(10_000));

        assertThat(context.endpoint()).isEqualTo("host\\nFAKE");
        assertThat(context.command()).hasSize(256);
    }

    @Test
    void doesNotCountRejectedCredentialsAsAConnectionFailure() {
        assertThat(ServerErrors.translate("WRONGPASS x", CONTEXT))
                .isInstanceOf(RedisAuthenticationException.class)
                .isNotInstanceOf(RedisConnectionException.class);
    }

    static Stream<RedisException> everyShape() {
        var repeated = new ConnectionLostException("x", CommandOutcome.UNKNOWN, CONTEXT, null);
        Failures.fillAttempts(repeated, 2, CommandOutcome.UNKNOWN, "no time is left");
        return Stream.of(
                repeated,
                ServerErrors.translate("MOVED 1 host:2", CONTEXT),
                ServerErrors.translate("OOM x", CONTEXT),
                RedisCodecException.encoding("x", new IllegalStateException("y")),
                new UnexpectedReplyException("x"),
                new ConnectionLostException("x", CommandOutcome.UNKNOWN, CONTEXT, new IOException("reset")),
                new LockNotOwnedException("expired", CONTEXT),
                new MasterNotFoundException("x", CONTEXT, null),
                new TokenRenewalException("x"),
                new PoolTimeoutException(Duration.ZERO, new PoolUsage(1, 0, 1, 1, new IOException("x")), CONTEXT));
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void travelsThroughSerialization(RedisException error) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }

        var copy = (RedisException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy).isExactlyInstanceOf(error.getClass()).hasMessage(error.getMessage());
        assertThat(copy.outcome()).isEqualTo(error.outcome());
    }
}
