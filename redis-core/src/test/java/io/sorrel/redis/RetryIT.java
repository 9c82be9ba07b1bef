package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.SortArgs;
import io.sorrel.redis.config.Backoff;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisOutOfMemoryException;
import io.sorrel.redis.error.ServerLoadingException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import io.sorrel.redis.test.fault.FaultProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is tried again, seen from the server: how often did a command arrive, and was it executed. */
@TimingTest
class RetryIT {
    /** No attempt fails, and no second dial is begun beside the first, because the machine is slow. */
    private static final String PATIENT = "?connect-timeout=1h&command-timeout=1h";

    private static final FakeReply CUT = FakeReply.nothing().thenCut(Cut.CLOSE);
    private static final FakeReply LOADING = FakeReply.error("LOADING Redis is loading the dataset in memory");

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create();

    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile Runnable onRetry = () -> {};

    private final ClientListener listener = new ClientListener() {
        @Override
        public void connectionAcquired(String endpoint, Duration waited) {
            events.add("acquired");
        }

        @Override
        public void connectionReleased(String endpoint, Duration used) {
            events.add("released");
        }

        @Override
        public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
            events.add("retry " + retry + " of " + command);
            onRetry.run();
        }
    };

    private RedisClient client(String uri, UnaryOperator<RetryOptions.Builder> retry) {
        RetryOptions.Builder fast =
                RetryOptions.builder().backoff(Backoff.fullJitter(Duration.ofMillis(1), Duration.ofMillis(5)));
        return RedisClient.builder()
                .options(ClientOptions.of(uri + PATIENT).toBuilder()
                        .mode(ConnectionMode.POOLED)
                        .retry(retry.apply(fast).build())
                        .build())
                .listener(listener)
                .build();
    }

    private RedisClient client(String uri) {
        return client(uri, retry -> retry);
    }

    /** Answers the first so many times with one reply, and later with the other. */
    private static void script(FakeRedis fake, String command, int times, FakeReply first, FakeReply later) {
        AtomicInteger count = new AtomicInteger();
        fake.on(command, words -> count.incrementAndGet() <= times ? first : later);
    }

    private static long received(FakeRedis fake, String command) {
        return fake.commands().stream()
                .filter(words -> words.get(0).equals(command))
                .count();
    }

    private static RedisException failureOf(Runnable call) {
        return catchThrowableOfType(RedisException.class, call::run);
    }

    @Test
    void anIncrementWhoseReplyIsLostIsSentOnceAndReportedUnknown() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            script(fake, "INCR", 1, CUT, FakeReply.integer(1));

            RedisException failure = failureOf(() -> client.sync().incr("n"));

            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(received(fake, "INCR")).isEqualTo(1);
        }
    }

    @Test
    void aSortThatStoresIsSentOnceAndOneThatDoesNotIsRepeated() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            SortArgs part = SortArgs.defaults().limit(1, 100);
            script(fake, "SORT", 2, CUT, FakeReply.array(FakeReply.bulk("1")));

            assertThat(failureOf(() -> client.sync().sortStore("k", part, "k")).outcome())
                    .isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(received(fake, "SORT")).isEqualTo(1);
            assertThat(client.sync().sort("k", part)).containsExactly("1");
            assertThat(received(fake, "SORT")).isEqualTo(3);
        }
    }

    @Test
    void aRawSortIsSentOnce() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            script(fake, "SORT", 1, CUT, FakeReply.array());
            Command<?> sort = client.sync().commands().raw("SORT").key("k").reply(ReplyDecoders.any());

            assertThat(failureOf(() -> client.execute(sort)).outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(received(fake, "SORT")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aConditionThatThrowsEndsTheCall(CallStyle style) {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(
                        fake.uri(),
                        retry -> retry.retryIf(failure -> {
                            throw new IllegalStateException("the condition is broken");
                        }))) {
            script(fake, "GET", 1, CUT, FakeReply.bulk("value"));

            RedisException failure = failureOf(() -> style.execute(
                    client.withMode(ConnectionMode.POOLED),
                    client.sync().commands().strings().get("key")));

            assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(failure).hasSuppressedException(new IllegalStateException("the condition is broken"));
            assertThat(received(fake, "GET")).isEqualTo(1);
        }
    }

    @Test
    void aReadWhoseReplyIsLostIsSentAgain() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            script(fake, "GET", 2, CUT, FakeReply.bulk("value"));

            assertThat(client.sync().get("key")).isEqualTo("value");

            assertThat(received(fake, "GET")).isEqualTo(3);
        }
    }

    @Test
    void aReadWhoseReplyNeverComesCompletelyIsSentThreeTimesAndNoMore() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            fake.fault(FakeRedis.Fault.CLOSES_MID_BULK);

            RedisException failure = failureOf(() -> client.sync().get("key"));

            assertThat(failure)
                    .hasMessageEndingWith(
                            "(GET on 127.0.0.1:" + fake.port() + "; may have been executed); tried 3 times");
            assertThat(failure.getSuppressed()).hasSize(2);
            assertThat(received(fake, "GET")).isEqualTo(3);
            assertThat(fake.connections()).isEqualTo(3);
        }
    }

    @Test
    void whatIsTurnedAwayBecauseTheServerIsLoadingIsSentAgain() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri(), retry -> retry.maxRetries(5))) {
            script(fake, "INCR", 4, LOADING, FakeReply.integer(1));

            assertThat(client.sync().incr("n")).isEqualTo(1);

            assertThat(received(fake, "INCR")).isEqualTo(5);
            assertThat(fake.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatLoadsForLongerThanTheDeadlineAllowsEndsTheCallAtOnce() {
        Backoff backoff = Backoff.constant(Duration.ofHours(1));
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri(), retry -> retry.backoff(backoff))) {
            fake.on("GET", LOADING);

            RedisException failure = failureOf(
                    () -> client.withTimeout(Duration.ofMinutes(2)).sync().get("key"));

            assertThat(failure).isInstanceOf(ServerLoadingException.class).hasMessageContaining("the deadline leaves");
            assertThat(received(fake, "GET")).isEqualTo(failure.attempts()).isEqualTo(1);
        }
    }

    @Test
    void whatIsRefusedForGoodIsSentOnce() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            fake.on("SET", FakeReply.error("OOM command not allowed when used memory > 'maxmemory'."));

            assertThat(failureOf(() -> client.sync().set("key", "value")))
                    .isInstanceOf(RedisOutOfMemoryException.class);

            assertThat(received(fake, "SET")).isEqualTo(1);
        }
    }

    @Test
    void aRejectedPasswordIsTriedOnce() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri().replace("redis://", "redis://:wrong@"))) {
            fake.on("HELLO", FakeReply.error("WRONGPASS invalid username-password pair or user is disabled."));

            failureOf(() -> client.sync().get("key"));

            assertThat(received(fake, "HELLO")).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatCannotBeMadeIsNoReasonToGiveUpACommandThatWasNotSent() {
        try (FaultProxy proxy = FaultProxy.to(SERVER.server());
                RedisClient client =
                        client(proxy.uri(), retry -> retry.maxRetries(100).budgetReserve(100))) {
            proxy.fault(FaultProxy.Fault.REFUSES_CONNECTIONS);
            onRetry = proxy::heal;
            client.sync().del("n");

            assertThat(client.sync().incr("n")).isEqualTo(1);

            assertThat(events).anyMatch(event -> event.equals("retry 1 of DEL"));
        }
    }

    @Test
    void aServerWithTooManyClientsIsAskedAgain() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client =
                        client(fake.uri(), retry -> retry.maxRetries(100).budgetReserve(100))) {
            fake.on("INCR", FakeReply.integer(7)).fault(FakeRedis.Fault.HAS_TOO_MANY_CLIENTS);
            onRetry = () -> fake.fault(FakeRedis.Fault.NONE);

            assertThat(client.sync().incr("n")).isEqualTo(7);
        }
    }

    @Test
    void retriesAreToldBetweenTheConnectionsOfTheirAttempts() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            script(fake, "GET", 1, CUT, FakeReply.bulk("value"));

            client.sync().get("key");

            assertThat(events).containsExactly("acquired", "released", "retry 1 of GET", "acquired", "released");
        }
    }

    @Test
    void aViewMayRetryLessOrMoreThanItsClient() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            fake.on("GET", LOADING);

            assertThat(failureOf(() ->
                                    client.withRetry(RetryOptions.none()).sync().get("key"))
                            .attempts())
                    .isEqualTo(1);
            assertThat(failureOf(() -> client.sync().get("key")).attempts()).isEqualTo(3);
            RetryOptions five =
                    RetryOptions.builder().maxRetries(5).backoff(Backoff.none()).build();
            assertThat(failureOf(() -> client.withTimeout(Duration.ofMinutes(2))
                                    .withRetry(five)
                                    .sync()
                                    .get("key"))
                            .attempts())
                    .isEqualTo(6);
        }
    }

    @Test
    void anOutageIsNotMultiplied() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri(), retry -> retry.backoff(Backoff.none()))) {
            fake.on("GET", LOADING);

            for (int call = 0; call < 500; call++) {
                failureOf(() -> client.withRetry(
                                RetryOptions.builder().backoff(Backoff.none()).build())
                        .sync()
                        .get("key"));
            }

            assertThat(received(fake, "GET")).isBetween(500L + 50, 500L + 10 + 50);
        }
    }

    @Test
    void sessionsAreNotRetried() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri())) {
            fake.on("GET", LOADING);
            try (RedisSession session = client.openSession()) {
                assertThat(failureOf(() -> session.sync().get("key")).attempts())
                        .isEqualTo(1);
            }
            assertThat(received(fake, "GET")).isEqualTo(1);
        }
    }

    @Test
    void aReplicaWithoutItsPrimaryIsAskedAgain() {
        try (RawRedis raw = SERVER.server().connect();
                RedisClient client =
                        client(SERVER.uri(), retry -> retry.maxRetries(100).budgetReserve(100))) {
            raw.call("SET", "key", "value");
            raw.call("CONFIG", "SET", "replica-serve-stale-data", "no");
            raw.call("REPLICAOF", "127.0.0.1", "1");
            onRetry = () -> raw.call("REPLICAOF", "NO", "ONE");

            assertThat(client.sync().get("key")).isEqualTo("value");

            assertThat(events).contains("retry 1 of GET");
        }
    }

    @Test
    void aServerBusyWithAScriptIsAskedAgain() {
        try (RawRedis raw = SERVER.server().connect();
                RawRedis other = SERVER.server().connect();
                RedisClient client =
                        client(SERVER.uri(), retry -> retry.maxRetries(100).budgetReserve(100))) {
            client.sync().del("n");
            raw.call("CONFIG", "SET", "lua-time-limit", "1");
            other.send("EVAL", "while true do end", "0");
            onRetry = () -> raw.call("SCRIPT", "KILL");
            Await.until(() -> !raw.call("PING").equals("PONG"));

            assertThat(client.sync().incr("n")).isEqualTo(1);

            assertThat(events).contains("retry 1 of INCR");
        }
    }

    @Test
    void theCounterOfTheServerIsWhatWasCountedHoweverOftenConnectionsBreak() throws Exception {
        int threads = 4;
        int calls = 500;
        Set<Long> counted = ConcurrentHashMap.newKeySet();
        AtomicInteger unknown = new AtomicInteger();
        AtomicInteger notSent = new AtomicInteger();
        try (FaultProxy proxy = FaultProxy.to(SERVER.server());
                RawRedis raw = SERVER.server().connect();
                RedisClient client =
                        client(proxy.uri(), retry -> retry.budgetRatio(1).budgetReserve(1_000_000))) {
            raw.call("DEL", "n");
            proxy.onConnect(connection ->
                    connection.replies().cutAfter(400 + 13L * (connection.number() % 40), Cut.RESET));
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                ends.add(pool.submit(() -> {
                    for (int call = 0; call < calls; call++) {
                        count(client, counted, unknown, notSent);
                        client.withRetry(RetryOptions.builder().maxRetries(20).build())
                                .sync()
                                .get("n");
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
            pool.shutdown();
            proxy.closeAll();

            int total = threads * calls;
            assertThat(counted.size() + unknown.get() + notSent.get()).isEqualTo(total);
            assertThat(unknown.get()).isPositive();
            assertThat(raw.number("INCRBY", "n", "0"))
                    .isBetween((long) counted.size(), (long) counted.size() + unknown.get());
            assertThat(events).contains("retry 1 of GET");
        }
    }

    private static void count(RedisClient client, Set<Long> counted, AtomicInteger unknown, AtomicInteger notSent) {
        try {
            assertThat(counted.add(client.sync().incr("n"))).isTrue();
        } catch (ConnectFailedException e) {
            notSent.incrementAndGet();
        } catch (RedisException e) {
            assertThat(e.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            unknown.incrementAndGet();
        }
    }
}
