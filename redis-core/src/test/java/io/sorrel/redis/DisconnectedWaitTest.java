package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.DisconnectedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a call waits for a server to which the connection was lost. The command timeout is longer than any test. */
@TimingTest
class DisconnectedWaitTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final FakeRedis fake = FakeRedis.start()
            .on("GET", command -> FakeReply.bulk("v:" + command.get(1)))
            .on("INCR", FakeReply.integer(1));
    private final FaultProxy proxy = FaultProxy.to(fake.host(), fake.port());

    @AfterEach
    void end() {
        proxy.close();
        fake.close();
    }

    private RedisClient client(String mode, String wait) {
        return RedisClient.create(proxy.uri() + "?command-timeout=10m&connect-timeout=10m&reconnect-max-delay=20ms"
                + "&mode=" + mode + "&disconnected-wait=" + wait);
    }

    private void loseTheServer(Fault fault) {
        proxy.fault(fault);
        proxy.closeAll();
    }

    private static String get(RedisView view, CallStyle style) {
        return style == CallStyle.SYNC
                ? view.sync().get("key")
                : CallStyle.resultOf(view.async().get("key"));
    }

    private static DisconnectedException failureOf(RedisView view, CallStyle style) {
        return catchThrowableOfType(DisconnectedException.class, () -> get(view, style));
    }

    private static RedisView view(RedisClient redis) {
        return redis.withTimeout(LONG);
    }

    static Stream<Arguments> modesAndStyles() {
        return Stream.of("adaptive", "shared")
                .flatMap(mode -> Stream.of(CallStyle.values()).map(style -> Arguments.of(mode, style)));
    }

    @ParameterizedTest
    @MethodSource("modesAndStyles")
    void endsWithTheCauseOfTheLastAttemptAndWithoutARetry(String mode, CallStyle style) {
        try (RedisClient redis = client(mode, "300ms")) {
            assertThat(get(view(redis), style)).isEqualTo("v:key");
            loseTheServer(Fault.REFUSES_CONNECTIONS);
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            assertThatThrownBy(redis::connect).isInstanceOf(ConnectFailedException.class);
            long start = System.nanoTime();
            DisconnectedException failure = failureOf(view(redis), style);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
            assertThat(failure.attempts()).isOne();
            assertThat(failure).hasCauseInstanceOf(ConnectFailedException.class);
        }
    }

    /** Counted from the loss, a call that begins later than that would not wait at all. */
    @ParameterizedTest
    @EnumSource
    void countsFromTheStartOfACallThatBeginsAfterTheLoss(CallStyle style) {
        try (RedisClient redis = client("shared", "300ms")) {
            assertThat(get(view(redis), style)).isEqualTo("v:key");
            loseTheServer(Fault.REFUSES_CONNECTIONS);
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            for (int call = 0; call < 3; call++) {
                long start = System.nanoTime();
                assertThat(failureOf(view(redis), style)).isNotNull();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modesAndStyles")
    void ofZeroFailsAtOnce(String mode, CallStyle style) {
        try (RedisClient redis = client(mode, "0")) {
            assertThat(get(view(redis), style)).isEqualTo("v:key");
            loseTheServer(Fault.REFUSES_CONNECTIONS);
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            assertThat(failureOf(view(redis), style).outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAViewHoldsForItsCallsOnly(CallStyle style) {
        try (RedisClient redis = client("shared", "0")) {
            assertThat(get(view(redis), style)).isEqualTo("v:key");
            loseTheServer(Fault.REFUSES_CONNECTIONS);
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            CompletableFuture<String> patient =
                    InBackground.call(() -> get(redis.withTimeout(LONG).withDisconnectedWait(LONG), style));
            Await.until(() -> redis.sharedStatistics().queued() == 1);
            assertThat(failureOf(view(redis), style)).isNotNull();
            assertThat(patient).isNotDone();
            proxy.heal();
            assertThat(CallStyle.resultOf(patient)).isEqualTo("v:key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAlsoWhereAnAttemptIsNotAnswered(CallStyle style) {
        try (RedisClient redis = client("shared", "300ms")) {
            assertThat(get(view(redis), style)).isEqualTo("v:key");
            loseTheServer(Fault.SAYS_NOTHING);
            Await.until(() -> redis.sharedStatistics().losses() == 1);
            assertThat(failureOf(view(redis), style).outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        }
    }

    /** What was in flight at the loss may be tried again, and that attempt waits for the server no longer than the call may. */
    @ParameterizedTest
    @EnumSource
    void holdsForAllAttemptsOfACall(CallStyle style) {
        CountDownLatch never = new CountDownLatch(1);
        fake.on("GET held", FakeReply.bulk("v:held").heldUntil(never));
        try (RedisClient redis = client("shared", "300ms")) {
            redis.connect();
            CompletableFuture<String> call = InBackground.call(() -> style == CallStyle.SYNC
                    ? redis.sync().get("held")
                    : CallStyle.resultOf(redis.async().get("held")));
            fake.awaitCommand("GET held");
            loseTheServer(Fault.REFUSES_CONNECTIONS);
            DisconnectedException failure =
                    catchThrowableOfType(DisconnectedException.class, () -> CallStyle.resultOf(call));
            assertThat(failure.attempts()).isEqualTo(2);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(fake.commands().stream().filter(command -> command.get(0).equals("GET")))
                    .hasSize(1);
        } finally {
            never.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "shared", "pooled"})
    void ofAClientThatWasNeverConnectedIsNotWaited(String mode) {
        loseTheServer(Fault.REFUSES_CONNECTIONS);
        try (RedisClient redis = client(mode, "10m")) {
            RedisException failure = catchThrowableOfType(
                    RedisException.class, () -> redis.sync().incr("counter"));
            assertThat(failure).isInstanceOf(ConnectFailedException.class);
            assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
        }
    }

    @Test
    void isOverWhenTheServerIsBack() {
        try (RedisClient redis = client("adaptive", "10m")) {
            assertThat(redis.sync().get("key")).isEqualTo("v:key");
            for (int outage = 1; outage <= 3; outage++) {
                int lost = outage;
                loseTheServer(Fault.REFUSES_CONNECTIONS);
                Await.until(() -> redis.sharedStatistics().losses() == lost);
                CompletableFuture<String> waiting =
                        InBackground.call(() -> redis.sync().get("key"));
                long failures = redis.sharedStatistics().connectFailures();
                Await.until(() -> redis.sharedStatistics().connectFailures() > failures + 3);
                assertThat(waiting).isNotDone();
                proxy.heal();
                assertThat(CallStyle.resultOf(waiting)).isEqualTo("v:key");
            }
        }
    }
}
