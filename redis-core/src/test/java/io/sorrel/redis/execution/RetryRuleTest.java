package io.sorrel.redis.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.PoolExhaustedException;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.error.PoolUsage;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.error.ServerErrors;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {
    private static final CommandSpec READS = CommandSpec.read("GET", "1.0.0").build();
    private static final CommandSpec IDEMPOTENT =
            CommandSpec.write("SET", "1.0.0").idempotent().build();
    private static final CommandSpec CHANGES =
            CommandSpec.write("INCR", "1.0.0").build();
    private static final PoolUsage USAGE = new PoolUsage(8, 0, 3, 8, null);

    private static void assertAllowed(RedisException failure, boolean readOrIdempotent, boolean others) {
        assertThat(RetryRule.allows(READS, failure)).isEqualTo(readOrIdempotent);
        assertThat(RetryRule.allows(IDEMPOTENT, failure)).isEqualTo(readOrIdempotent);
        assertThat(RetryRule.allows(CHANGES, failure)).isEqualTo(others);
    }

    static Stream<RedisException> notSent() {
        return Stream.of(
                new ConnectFailedException("refused", ErrorContext.NONE, null),
                new ConnectionLostException("gone", CommandOutcome.NOT_SENT, ErrorContext.NONE, null),
                new RedisProtocolException("unasked", CommandOutcome.NOT_SENT, ErrorContext.NONE, null),
                new PoolTimeoutException(Duration.ofMillis(9), USAGE, ErrorContext.NONE));
    }

    @ParameterizedTest
    @MethodSource("notSent")
    void whatWasNotSentMayBeRepeated(RedisException failure) {
        assertAllowed(failure, true, true);
    }

    static Stream<RedisException> lost() {
        return Stream.of(
                new ConnectionLostException("gone", CommandOutcome.UNKNOWN, ErrorContext.NONE, null),
                new RedisTimeoutException("late", CommandOutcome.UNKNOWN, ErrorContext.NONE, null));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whatMayHaveRunIsRepeatedOnlyIfThatIsHarmless(RedisException failure) {
        assertAllowed(failure, true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "BUSY Redis is busy running a script.",
                "MASTERDOWN Link with MASTER is down",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "ERR max number of clients reached"
            })
    void whatTheServerTurnsAwayForNowMayBeRepeated(String error) {
        assertAllowed(ServerErrors.translate(error, ErrorContext.NONE), true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR syntax error",
                "OOM command not allowed",
                "WRONGPASS invalid username-password pair",
                "NOAUTH Authentication required.",
                "NOPERM this user has no permissions",
                "READONLY You can't write against a read only replica.",
                "WRONGTYPE Operation against a key",
                "MISCONF Redis is configured to save RDB snapshots",
                "NOREPLICAS Not enough good replicas to write.",
                "NOSCRIPT No matching script.",
                "EXECABORT Transaction discarded",
                "BUSYGROUP Consumer Group name already exists",
                "BUSYKEY Target key name already exists.",
                "UNBLOCKED force unblock",
                "MOVED 1 localhost:7000",
                "IOERR error or timeout writing to target instance",
                "CUSTOM of a module"
            })
    void whatTheServerRefusesForGoodIsNotRepeated(String error) {
        assertAllowed(ServerErrors.translate(error, ErrorContext.NONE), false, false);
    }

    static Stream<RedisException> unchanging() {
        return Stream.of(
                new RedisClosedException("closed"),
                new PoolExhaustedException(USAGE, ErrorContext.NONE),
                new QueueFullException("full", ErrorContext.NONE, null),
                RedisCodecException.encoding("bad value", new IllegalStateException()),
                RedisCodecException.decoding("bad reply", new IllegalStateException()),
                new UnexpectedReplyException("not a number"),
                new RedisProtocolException("odd byte"));
    }

    @ParameterizedTest
    @MethodSource("unchanging")
    void whatWouldBeTheSameAgainIsNotRepeated(RedisException failure) {
        assertAllowed(failure, false, false);
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsTheCall(CommandOutcome outcome) {
        assertAllowed(new RedisInterruptedException("interrupted", outcome, ErrorContext.NONE, null), false, false);
    }

    @Test
    void aFailureOfAnUnknownKindIsNotRepeatedUnlessNothingWasSent() {
        assertAllowed(new RedisException("odd", CommandOutcome.UNKNOWN, ErrorContext.NONE, null), false, false);
        assertAllowed(new RedisException("odd", CommandOutcome.REFUSED, ErrorContext.NONE, null), false, false);
        assertAllowed(new RedisException("odd", CommandOutcome.NOT_SENT, ErrorContext.NONE, null), true, true);
    }
}
