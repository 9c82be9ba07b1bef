package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.config.Backoff;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.ServerLoadingException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which async commands are tried again, when, and what the listener is told of it. */
@TimingTest
class AsyncRetryTest {
    /** What waits for the server waits until it is there, however slow the machine is. */
    private static final String PATIENT =
            "?command-timeout=2h&connect-timeout=1h&disconnected-wait=1h&silence-timeout=0"
                    + "&reconnect-max-delay=20ms";

    private static final FakeReply CUT = FakeReply.nothing().thenCut(Cut.CLOSE);
    private static final FakeReply LOADING = FakeReply.error("LOADING Redis is loading the dataset in memory");
    private static final FakeReply WRONG_TYPE =
            FakeReply.error("WRONGTYPE Operation against a key holding the wrong kind of value");

    private final FakeRedis fake = FakeRedis.start();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> threads = new CopyOnWriteArrayList<>();
    private @Nullable RedisClient open;

    private final class Recorder implements ClientListener {
        @Override
        public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
            note("retry " + retry + " of " + command + " after " + failure.outcome());
        }

        @Override
        public void commandFinished(String endpoint, String command, Duration took, @Nullable RedisException failure) {
            assertThat(took).isPositive();
            note(command + " finished: " + (failure == null ? "ok" : failure.outcome()));
        }

        private void note(String event) {
            events.add(event);
            threads.add(Thread.currentThread().getName());
        }
    }

    @AfterEach
    void end() {
        if (open != null) {
            open.close();
        }
        fake.close();
    }

    private RedisClient client(UnaryOperator<RetryOptions.Builder> retry) {
        RetryOptions.Builder fast =
                RetryOptions.builder().backoff(Backoff.fullJitter(Duration.ofMillis(1), Duration.ofMillis(5)));
        RedisClient client = RedisClient.builder()
                .options(ClientOptions.of(fake.uri() + PATIENT).toBuilder()
                        .mode(ConnectionMode.SHARED)
                        .retry(retry.apply(fast).build())
                        .build())
                .listener(new Recorder())
                .build();
        client.connect();
        open = client;
        return client;
    }

    private RedisClient client() {
        return client(retry -> retry);
    }

    /** Answers the first so many times with one reply, and later with the other. */
    private void script(String command, int times, FakeReply first, FakeReply later) {
        AtomicInteger count = new AtomicInteger();
        fake.on(command, words -> count.incrementAndGet() <= times ? first : later);
    }

    private long received(String command) {
        return fake.commands().stream()
                .filter(words -> words.get(0).equals(command))
                .count();
    }

    private static RedisException failureOf(CompletableFuture<?> future) {
        return catchThrowableOfType(RedisException.class, () -> CallStyle.resultOf(future));
    }

    @Test
    void aReadWhoseReplyIsLostIsSentAgainAndToldOf() {
        script("GET", 2, CUT, FakeReply.bulk("value"));
        assertThat(CallStyle.resultOf(client().async().get("key"))).isEqualTo("value");
        assertThat(received("GET")).isEqualTo(3);
        assertThat(events)
                .containsExactly("retry 1 of GET after UNKNOWN", "retry 2 of GET after UNKNOWN", "GET finished: ok");
        assertThat(threads).containsOnly("sorrel-callbacks");
    }

    @Test
    void anIncrementWhoseReplyIsLostIsSentOnce() {
        script("INCR", 1, CUT, FakeReply.integer(1));
        RedisException failure = failureOf(client().async().incr("n"));
        assertThat(failure).isInstanceOf(ConnectionLostException.class);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(received("INCR")).isEqualTo(1);
        assertThat(events).containsExactly("INCR finished: UNKNOWN");
    }

    @Test
    void aServerThatIsLoadingIsAskedAgainWhateverIsAsked() {
        script("INCR", 2, LOADING, FakeReply.integer(1));
        assertThat(CallStyle.resultOf(client().async().incr("n"))).isEqualTo(1);
        assertThat(events)
                .containsExactly("retry 1 of INCR after REFUSED", "retry 2 of INCR after REFUSED", "INCR finished: ok");
    }

    @Test
    void theLastFailureTellsOfTheOthers() {
        fake.on("GET", LOADING);
        RedisException failure = failureOf(client().async().get("key"));
        assertThat(failure).isInstanceOf(ServerLoadingException.class).hasMessageEndingWith("; tried 3 times");
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(received("GET")).isEqualTo(3);
        assertThat(events).last().isEqualTo("GET finished: REFUSED");
        assertThat(events).hasSize(3);
    }

    @Test
    void whatIsRefusedForGoodIsSentOnce() {
        fake.on("GET", WRONG_TYPE);
        assertThat(failureOf(client().async().get("key"))).isInstanceOf(WrongTypeException.class);
        assertThat(received("GET")).isEqualTo(1);
        assertThat(events).containsExactly("GET finished: REFUSED");
    }

    @Test
    void aViewWithoutRetriesSendsOnce() {
        fake.on("GET", LOADING);
        RedisView once = client().withRetry(RetryOptions.none());
        assertThat(failureOf(once.async().get("key")).attempts()).isEqualTo(1);
        assertThat(received("GET")).isEqualTo(1);
    }

    @Test
    void aConditionMayForbidARetryAlsoByThrowing() {
        fake.on("GET", LOADING);
        RedisClient client = client(retry -> retry.retryIf(failure -> {
            throw new IllegalStateException("of the user");
        }));
        RedisException failure = failureOf(client.async().get("key"));
        assertThat(failure).isInstanceOf(ServerLoadingException.class);
        assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(IllegalStateException.class);
        assertThat(received("GET")).isEqualTo(1);
        assertThat(events).containsExactly("GET finished: REFUSED");
    }

    @Test
    void cancellingACallThatWaitsForItsRetryEndsIt() {
        fake.on("GET key", LOADING);
        script("GET later", 2, LOADING, FakeReply.bulk("value"));
        RedisClient client = client(retry -> retry.backoff(Backoff.constant(Duration.ofMillis(300)))
                .maxRetries(100)
                .budgetReserve(1_000));
        CompletableFuture<String> future = client.async().get("key");
        Await.until(() -> events.contains("retry 1 of GET after REFUSED"));
        assertThat(future.cancel(true)).isTrue();
        assertThat(future).isCancelled();
        // It waits as long as the other did, and longer, so when it has its value the time of the other has come, too.
        assertThat(CallStyle.resultOf(client.async().get("later"))).isEqualTo("value");
        List<List<String>> commands = fake.commands();
        assertThat(commands.subList(commands.indexOf(List.of("GET", "later")), commands.size()))
                .doesNotContain(List.of("GET", "key"));
        Await.until(() -> client.sharedStatistics().queued() == 0);
    }

    @Test
    void theDeadlineCoversTheWaitsBetween() {
        fake.on("GET", LOADING);
        RedisClient client = client(retry -> retry.backoff(Backoff.constant(Duration.ofMinutes(10))));
        RedisException failure =
                failureOf(client.withTimeout(Duration.ofMinutes(5)).async().get("key"));
        assertThat(failure).isInstanceOf(ServerLoadingException.class).hasMessageContaining("the deadline leaves");
        assertThat(received("GET")).isEqualTo(1);
    }

    @Test
    void closingEndsACallThatWaitsForItsRetryAtOnce() {
        fake.on("GET", LOADING);
        RedisClient client = client(retry -> retry.backoff(Backoff.constant(Duration.ofHours(1))));
        CompletableFuture<String> future = client.async().get("key");
        Await.until(() -> events.contains("retry 1 of GET after REFUSED"));
        client.close();
        RedisException failure = failureOf(future);
        assertThat(failure).isInstanceOf(RedisClosedException.class);
        assertThat(received("GET")).isEqualTo(1);
    }
}
