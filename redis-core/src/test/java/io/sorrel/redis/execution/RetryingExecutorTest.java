package io.sorrel.redis.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.Backoff;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.error.ServerErrors;
import io.sorrel.redis.error.ServerLoadingException;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@TimingTest
class RetryingExecutorTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final Command<?> GET = COMMANDS.strings().get("key");
    private static final Command<?> SET = COMMANDS.strings().set("key", "value");
    private static final Command<?> INCR = COMMANDS.counters().incr("key");
    private static final ErrorContext CONTEXT = new ErrorContext("server:1", "CMD");
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final Set<Deadline> deadlines = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private final ClientListener listener = new Recorder();
    private long now = Long.MAX_VALUE - 1_000;
    private LongConsumer duringSleep = nanos -> {};
    private Runnable onCall = () -> {};
    private int calls;
    private @Nullable ClientRetries retries;

    /** Fails as often as there are failures left, then answers null. */
    private final DeadlineExecutor target = new DeadlineExecutor() {
        @Override
        public <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline) {
            calls++;
            deadlines.add(deadline);
            events.add("call");
            onCall.run();
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return nothing();
        }

        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // The commands of this test may answer null.
        private <T extends @Nullable Object> T nothing() {
            return null;
        }
    };

    private final class Recorder implements ClientListener {
        @Override
        public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
            events.add("retry " + retry + " of " + command + " on " + endpoint + " in " + delay.toMillis() + " ms: "
                    + failure.reason());
        }
    }

    private RetryingExecutor executor(UnaryOperator<RetryOptions.Builder> options) {
        RetryOptions.Builder exponential =
                RetryOptions.builder().backoff(Backoff.exponential(Duration.ofMillis(100), Duration.ofSeconds(5)));
        return new RetryingExecutor(target, settings(options.apply(exponential).build()), retries());
    }

    private static CallSettings settings(RetryOptions retry) {
        return new CallSettings(TIMEOUT, retry, ConnectionMode.ADAPTIVE, TIMEOUT);
    }

    private ClientRetries retries() {
        if (retries == null) {
            retries = newRetries();
        }
        return retries;
    }

    private ClientRetries newRetries() {
        RandomGenerator half = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only fractions are asked for");
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        };
        return new ClientRetries("server:1", () -> listener, new RetryEnvironment(() -> now, () -> half, this::sleep));
    }

    private void sleep(long nanos) {
        events.add("sleep " + nanos / 1_000_000);
        now += nanos;
        duringSleep.accept(nanos);
    }

    private static RedisException notSent() {
        return new ConnectFailedException("refused", CONTEXT, null);
    }

    private static RedisException late() {
        return new RedisTimeoutException("late", CommandOutcome.UNKNOWN, CONTEXT, null);
    }

    private static RedisException lost() {
        return new ConnectionLostException("gone", CommandOutcome.UNKNOWN, CONTEXT, null);
    }

    private static RedisException loading() {
        return ServerErrors.translate("LOADING wait", CONTEXT);
    }

    private static RedisException failureOf(RetryingExecutor executor, Command<?> command) {
        return catchThrowableOfType(RedisException.class, () -> executor.execute(command));
    }

    @Test
    void whatSucceedsIsDoneOnce() {
        executor(o -> o).execute(INCR);
        assertThat(events).containsExactly("call");
    }

    @Test
    void waitsAndTriesAgainUntilItSucceedsAndTellsTheListenerBeforeEachWait() {
        failures.addAll(List.of(lost(), loading()));

        executor(o -> o).execute(GET);

        assertThat(events)
                .containsExactly(
                        "call",
                        "retry 1 of GET on server:1 in 100 ms: gone",
                        "sleep 100",
                        "call",
                        "retry 2 of GET on server:1 in 200 ms: LOADING wait",
                        "sleep 200",
                        "call");
    }

    @Test
    void allAttemptsShareOneDeadline() {
        failures.addAll(List.of(lost(), lost()));
        executor(o -> o).execute(GET);
        assertThat(deadlines).hasSize(1).allSatisfy(deadline -> {
            assertThat(deadline.timeout()).isEqualTo(TIMEOUT);
            assertThat(deadline.remainingNanos())
                    .isEqualTo(Duration.ofMillis(700).toNanos());
        });
    }

    @Test
    void aCommandThatMayHaveRunIsNotRepeated() {
        failures.add(lost());

        RedisException failure = failureOf(executor(o -> o), INCR);

        assertThat(calls).isEqualTo(1);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(failure).hasMessage("gone (CMD on server:1; may have been executed)");
    }

    @Test
    void aCommandThatWasNotSentOrWasTurnedAwayIsRepeatedWhateverItDoes() {
        failures.addAll(List.of(notSent(), loading()));
        executor(o -> o).execute(INCR);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aCommandThatMightHaveRunInARepetitionIsNotRepeatedFurther() {
        failures.addAll(List.of(notSent(), lost()));
        RedisException failure = failureOf(executor(o -> o), INCR);
        assertThat(calls).isEqualTo(2);
        assertThat(failure).hasMessage("gone (CMD on server:1; may have been executed); tried 2 times");
    }

    @Test
    void theLastFailureIsThrownWithTheEarlierOnesSuppressed() {
        RedisException first = notSent();
        RedisException second = loading();
        RedisException third = notSent();
        failures.addAll(List.of(first, second, third));

        RedisException failure = failureOf(executor(o -> o), GET);

        assertThat(failure).isSameAs(third).hasMessage("refused (CMD on server:1; not sent); tried 3 times");
        assertThat(failure.getSuppressed()).containsExactly(first, second);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
    }

    @Test
    void theOutcomeIsUnknownOnceAnAttemptMayHaveRun() {
        failures.addAll(List.of(lost(), loading(), notSent()));
        RedisException failure = failureOf(executor(o -> o), SET);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(failure).hasMessage("refused (CMD on server:1; may have been executed); tried 3 times");
    }

    @Test
    void aFailureThatComesTwiceIsNotSuppressedInItself() {
        RedisException same = notSent();
        failures.addAll(List.of(same, same, same));
        assertThat(failureOf(executor(o -> o), GET)).isSameAs(same).hasNoSuppressedExceptions();
    }

    @Test
    void aWaitThatWouldReachTheDeadlineIsNotBegun() {
        failures.addAll(List.of(lost(), lost(), lost(), lost(), lost()));

        RedisException failure = failureOf(executor(o -> o.maxRetries(9)), GET);

        assertThat(events)
                .filteredOn(event -> event.startsWith("sleep"))
                .containsExactly("sleep 100", "sleep 200", "sleep 400");
        assertThat(failure)
                .hasMessageEndingWith("tried 4 times, and not again because the deadline leaves no time for it");
    }

    @Test
    void aTimeoutThatTookTheWholeDeadlineIsNotExplainedFurther() {
        onCall = () -> now += TIMEOUT.toNanos();
        failures.add(late());
        assertThat(failureOf(executor(o -> o), GET)).hasMessage("late (CMD on server:1; may have been executed)");
    }

    @Test
    void aTimeoutThatLeavesTimeButNotEnoughSaysSo() {
        onCall = () -> now += TIMEOUT.toNanos() - 1_000_000;
        failures.add(late());
        assertThat(failureOf(executor(o -> o), GET))
                .hasMessageEndingWith("tried once, and not again because the deadline leaves no time for it");
    }

    @Test
    void anotherFailureAtTheEndOfTheDeadlineSaysWhyItIsTheLast() {
        onCall = () -> now += TIMEOUT.toNanos();
        failures.add(notSent());
        assertThat(failureOf(executor(o -> o), GET))
                .hasMessageEndingWith("tried once, and not again because the deadline leaves no time for it");
    }

    @Test
    void withoutTimeLeftNotEvenAWaitOfNothingIsBegun() {
        failures.add(lost());
        duringSleep = nanos -> now += TIMEOUT.toNanos();
        failures.add(lost());
        failureOf(executor(o -> o.backoff(Backoff.none())), GET);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void noRetriesMeansNone() {
        failures.add(notSent());
        RedisException failure = failureOf(executor(o -> o.maxRetries(0)), GET);
        assertThat(events).containsExactly("call");
        assertThat(failure).hasMessage("refused (CMD on server:1; not sent)");
    }

    @Test
    void aConditionCanForbidARetryButNotAllowOne() {
        failures.addAll(List.of(loading(), lost()));
        RetryingExecutor executor = executor(o -> o.retryIf(failure -> failure instanceof ServerLoadingException));
        failureOf(executor, GET);
        assertThat(calls).isEqualTo(2);

        failures.add(lost());
        failureOf(executor(o -> o.retryIf(failure -> true)), INCR);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void theBackoffKnowsTheWaitBefore() {
        failures.addAll(List.of(lost(), lost()));
        executor(o -> o.backoff(Backoff.decorrelatedJitter(Duration.ofMillis(10), Duration.ofSeconds(1))))
                .execute(GET);
        assertThat(events).contains("sleep 20", "sleep 35");
    }

    @Test
    void anEmptyBudgetEndsRetriesOfTheWholeClient() {
        RetryingExecutor executor =
                executor(o -> o.maxRetries(1).budgetRatio(0.25).budgetReserve(2));
        for (int call = 0; call < 40; call++) {
            failures.addAll(List.of(lost(), lost()));
            RetryOptions sameTerms = RetryOptions.builder()
                    .maxRetries(1)
                    .backoff(Backoff.none())
                    .budgetRatio(0.25)
                    .budgetReserve(2)
                    .build();
            failureOf(new RetryingExecutor(target, settings(sameTerms), retries()), GET);
            failures.clear();
        }
        assertThat(calls).isBetween(40 + 2 + 9, 40 + 2 + 10);

        failures.add(lost());
        RedisException failure = null;
        while (failure == null || failure.attempts() > 1) {
            failures.addAll(List.of(lost(), lost()));
            failure = failureOf(executor, GET);
            failures.clear();
        }
        assertThat(failure)
                .hasMessageEndingWith("tried once, and not again because the client's retry budget is used up");
    }

    @Test
    void anInterruptEndsTheWaitAndTheCall() {
        RedisException first = lost();
        RedisException second = loading();
        failures.addAll(List.of(first, second));
        duringSleep = nanos -> {
            if (nanos == Duration.ofMillis(200).toNanos()) {
                Thread.currentThread().interrupt();
            }
        };

        RedisException failure = failureOf(executor(o -> o), SET);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).isEqualTo(2);
        assertThat(failure)
                .isInstanceOf(RedisInterruptedException.class)
                .hasCause(second)
                .hasMessage("interrupted while waiting to try again (CMD on server:1; may have been executed);"
                        + " tried 2 times");
        assertThat(failure.getSuppressed()).containsExactly(first);
    }

    @Test
    void anInterruptedThreadHearsOfTheFailureAndWaitsForNothing() {
        RedisException only = lost();
        failures.add(only);
        Thread.currentThread().interrupt();

        RedisException failure = failureOf(executor(o -> o), GET);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(events).containsExactly("call");
        assertThat(failure)
                .isSameAs(only)
                .hasMessageEndingWith("tried once, and not again because the thread is interrupted");
    }

    @Test
    void theSystemsSleeperEndsWithAnInterruptAndLeavesTheFlag() {
        Thread.currentThread().interrupt();
        RetryEnvironment.SYSTEM.sleeper().accept(Duration.ofDays(1).toNanos());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theSystemsSleeperWaitsAsLongAsItShould() {
        long start = System.nanoTime();
        RetryEnvironment.SYSTEM.sleeper().accept(Duration.ofMillis(20).toNanos());
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
    }

    @Test
    void otherExceptionsPassAsTheyAre() {
        failures.add(new IllegalStateException("needs a session"));
        assertThatThrownBy(() -> executor(o -> o).execute(GET)).hasMessage("needs a session");
        assertThat(calls).isEqualTo(1);
    }
}
