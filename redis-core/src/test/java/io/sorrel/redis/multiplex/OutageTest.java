package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.DisconnectedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.ServerErrors;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The clock is a number: a call begins at a moment, and is asked about at another. */
class OutageTest {
    private static final Command<String> PING =
            new CommandDefinitions<>(RedisCodec.utf8()).connection().ping();
    private static final ErrorContext SERVER = new ErrorContext("server:6379", null);
    private final RedisException refused = new ConnectFailedException("connection refused", SERVER, null);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Outage outage = new Outage();

    private static long at(double seconds) {
        return (long) (seconds * 1_000_000_000L);
    }

    private static Deadline callFrom(double seconds, Duration wait) {
        return Deadline.of(PING, Duration.ofSeconds(5), wait, () -> at(seconds));
    }

    private RedisException failure(Deadline call, double now) {
        return Objects.requireNonNull(outage.refusal(call, at(now))).toException(SERVER);
    }

    @Test
    void aServerIsNotKnownToBeGoneBeforeAnAttemptHasFailed() {
        outage.began(at(100));
        assertThat(outage.refusal(callFrom(90, Duration.ZERO), at(104))).isNull();
    }

    @Test
    void theWaitOfACallFromBeforeTheLossCountsFromTheLoss() {
        outage.began(at(100));
        outage.failed(refused);
        assertThat(outage.refusal(callFrom(98, WAIT), at(100.999))).isNull();
        RedisException failure = failure(callFrom(98, WAIT), 101);
        assertThat(failure)
                .isInstanceOf(DisconnectedException.class)
                .hasMessageContaining("connection refused")
                .hasCause(refused);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
    }

    @Test
    void theWaitOfALaterCallCountsFromItsStart() {
        outage.began(at(100));
        outage.failed(refused);
        assertThat(outage.refusal(callFrom(150, WAIT), at(150.999))).isNull();
        assertThat(outage.refusal(callFrom(150, WAIT), at(151))).isNotNull();
    }

    @Test
    void withoutAWaitACallFailsAtOnce() {
        outage.began(at(100));
        outage.failed(refused);
        assertThat(failure(callFrom(150, Duration.ZERO), 150)).isInstanceOf(DisconnectedException.class);
    }

    @Test
    void anAttemptWithoutAnswerCountsAsAFailedOne() {
        outage.began(at(100));
        outage.unanswered(Duration.ofMillis(250), "server:6379");
        assertThat(failure(callFrom(100, WAIT), 101)).hasMessageContaining("has brought no answer for 250 ms");
        outage.failed(refused);
        outage.unanswered(Duration.ofMillis(250), "server:6379");
        assertThat(failure(callFrom(100, WAIT), 101)).hasMessageContaining("connection refused");
    }

    @Test
    void aRefusalThatWillNotPassIsToldAtOnceWithItsOwnType() {
        outage.began(at(100));
        outage.failed(ServerErrors.translate("WRONGPASS invalid username-password pair", SERVER));
        assertThat(outage.isLasting()).isTrue();
        assertThat(failure(callFrom(100, Duration.ofMinutes(1)), 100)).isInstanceOf(RedisAuthenticationException.class);
    }

    @Test
    void aRefusalThatPassesIsWaitedFor() {
        outage.began(at(100));
        outage.failed(ServerErrors.translate("LOADING Redis is loading the dataset in memory", SERVER));
        assertThat(outage.isLasting()).isFalse();
        assertThat(outage.refusal(callFrom(100, WAIT), at(100.5))).isNull();
    }

    @Test
    void endsWithAConnection() {
        outage.began(at(100));
        outage.failed(refused);
        outage.ended();
        assertThat(outage.isKnown()).isFalse();
        assertThat(outage.refusal(callFrom(100, Duration.ZERO), at(200))).isNull();
    }
}
