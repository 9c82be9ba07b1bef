package io.sorrel.redis.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionJudgeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONGTYPE x",
                "ERR x",
                "OOM x",
                "LOADING x",
                "READONLY x",
                "NOPERM x",
                "MOVED 1 h:1",
                "MISCONF x",
                "NOREPLICAS x",
                "WRONGPASS x",
                "BUSY x",
                "EXECABORT x",
                "NOPROTO x",
                "MASTERDOWN x",
                "UNKNOWNCODE x",
                "ERR unknown command 'x'",
                "UNBLOCKED x",
                "IOERR x"
            })
    void keepsAConnectionAfterAnErrorReply(String text) {
        assertThat(ConnectionJudge.mayReuse(server(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR max number of clients reached",
                "ERR Protocol error: invalid bulk length",
                "DENIED Redis is running in protected mode",
                "NOAUTH Authentication required."
            })
    void dropsAConnectionThatTheServerClosesOrNoLongerKnows(String text) {
        assertThat(ConnectionJudge.mayReuse(server(text))).isFalse();
    }

    static Stream<Throwable> inStep() {
        return Stream.of(
                RedisCodecException.encoding("value", new IllegalStateException()),
                RedisCodecException.decoding("value", new IllegalStateException()),
                new UnexpectedReplyException("a map in place of a number"),
                new WatchException("a watched key changed"),
                new CompletionException(new ExecutionException(server("WRONGTYPE x"))));
    }

    @ParameterizedTest
    @MethodSource("inStep")
    void keepsAConnectionThatIsInStep(Throwable failure) {
        assertThat(ConnectionJudge.mayReuse(failure)).isTrue();
    }

    static Stream<Throwable> outOfStep() {
        ErrorContext none = ErrorContext.NONE;
        return Stream.of(
                new RedisConnectionException("x", CommandOutcome.UNKNOWN, none, null),
                new ConnectFailedException("x", none, null),
                new ConnectionLostException("x", CommandOutcome.UNKNOWN, none, null),
                new RedisTimeoutException("x", CommandOutcome.UNKNOWN, none, null),
                new PoolTimeoutException(Duration.ZERO, new PoolUsage(1, 0, 1, 1, null), none),
                new RedisInterruptedException("x", CommandOutcome.UNKNOWN, none, null),
                new RedisProtocolException("x"),
                new RedisClosedException("x"),
                new WatchException("connection lost", CommandOutcome.UNKNOWN, none, null),
                new IOException("x"),
                new UncheckedIOException(new SocketTimeoutException()),
                new InterruptedException(),
                new OutOfMemoryError(),
                new StackOverflowError(),
                new IllegalStateException(),
                new NullPointerException(),
                new CompletionException(new IOException()),
                new CompletionException("no cause", null));
    }

    @ParameterizedTest
    @MethodSource("outOfStep")
    void dropsAConnectionInEveryOtherCase(Throwable failure) {
        assertThat(ConnectionJudge.mayReuse(failure)).isFalse();
    }

    private static RedisServerException server(String text) {
        return ServerErrors.translate(text, ErrorContext.NONE);
    }
}
