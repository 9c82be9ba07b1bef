package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What callers are told when connections or the whole server go away while they work. */
@TimingTest
class FailureUnderLoadIT {
    private static final int CALLERS = 16;

    /** Callers that increment a counter until they are told to stop, and what they were told. */
    private static final class Load {
        private final RedisClient redis;
        private final AtomicLong succeeded = new AtomicLong();
        private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        private final List<Thread> callers = new ArrayList<>();
        private volatile boolean stop;

        Load(RedisClient redis) {
            this.redis = redis;
            for (int i = 0; i < CALLERS; i++) {
                Thread caller = new Thread(this::run, "caller-" + i);
                callers.add(caller);
                caller.start();
            }
        }

        private void run() {
            while (!stop) {
                try {
                    redis.sync().incr("counter");
                    succeeded.incrementAndGet();
                } catch (RedisException e) {
                    failures.add(e);
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                    return;
                }
            }
        }

        /** Whether a caller was told that its command may have been executed. */
        boolean hasFailedUnknown() {
            return failures.stream()
                    .anyMatch(failure ->
                            failure instanceof RedisException known && known.outcome() == CommandOutcome.UNKNOWN);
        }

        void awaitSuccesses(long more) {
            long goal = succeeded.get() + more;
            Await.until(() -> succeeded.get() >= goal);
        }

        Map<CommandOutcome, Long> stop() throws InterruptedException {
            stop = true;
            for (Thread caller : callers) {
                caller.join();
            }
            Map<CommandOutcome, Long> outcomes = new EnumMap<>(CommandOutcome.class);
            for (CommandOutcome outcome : CommandOutcome.values()) {
                outcomes.put(outcome, 0L);
            }
            for (Throwable failure : failures) {
                assertThat(failure).isInstanceOf(RedisException.class);
                outcomes.merge(((RedisException) failure).outcome(), 1L, Long::sum);
            }
            return outcomes;
        }
    }

    @Test
    void theCounterAgreesWithTheOutcomesWhenConnectionsAreKilled() throws InterruptedException {
        try (RedisServer server = RedisServer.start();
                RawRedis operator = server.connect();
                RedisClient redis = RedisClient.create(server.uri() + "?mode=pooled")) {
            Load load = new Load(redis);
            for (int round = 0; round < 50 || !load.hasFailedUnknown(); round++) {
                load.awaitSuccesses(100);
                operator.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            }
            load.awaitSuccesses(100);
            Map<CommandOutcome, Long> outcomes = load.stop();

            long counter = Long.parseLong(operator.text("GET", "counter"));
            long succeeded = load.succeeded.get();
            assertThat(outcomes.get(CommandOutcome.UNKNOWN)).isPositive();
            assertThat(outcomes.get(CommandOutcome.REFUSED)).isZero();
            assertThat(counter).isBetween(succeeded, succeeded + outcomes.get(CommandOutcome.UNKNOWN));
            assertPoolAgreesWithServer(redis, operator);
        }
    }

    @Test
    void everyFailureSaysItsOutcomeWhenTheServerDiesAndComesBack() throws InterruptedException {
        ClientOptions.Builder options = ClientOptions.builder();
        try (RedisServer server = RedisServer.start();
                RedisClient redis = RedisClient.create(
                        options.uri(server.uri() + "?mode=pooled").build())) {
            Load load = new Load(redis);
            load.awaitSuccesses(1_000);
            server.kill();
            Await.until(() -> load.failures.size() > CALLERS);
            server.restart();
            load.awaitSuccesses(1_000);
            Map<CommandOutcome, Long> outcomes = load.stop();

            assertThat(outcomes.get(CommandOutcome.NOT_SENT)).isPositive();
            try (RawRedis operator = server.connect()) {
                assertPoolAgreesWithServer(redis, operator);
            }
        }
    }

    @Test
    void aStoppedServerCostsNoCallMoreThanItsTimeout() throws InterruptedException {
        try (RedisServer server = RedisServer.start();
                RedisClient redis =
                        RedisClient.create(server.uri() + "?mode=pooled&command-timeout=300ms&connect-timeout=300ms")) {
            Load load = new Load(redis);
            load.awaitSuccesses(1_000);
            int before = load.failures.size();
            server.suspend();
            Await.until(() -> load.failures.size() >= before + 2 * CALLERS && load.hasFailedUnknown());
            server.resume();
            load.awaitSuccesses(1_000);
            Map<CommandOutcome, Long> outcomes = load.stop();

            assertThat(outcomes.get(CommandOutcome.UNKNOWN)).isPositive();
            try (RawRedis operator = server.connect()) {
                long counter = Long.parseLong(operator.text("GET", "counter"));
                long succeeded = load.succeeded.get();
                assertThat(counter).isBetween(succeeded, succeeded + outcomes.get(CommandOutcome.UNKNOWN));
                assertPoolAgreesWithServer(redis, operator);
            }
        }
    }

    /** At rest nothing is lent, and the server sees as many connections as the pool says it has, plus the operator's. */
    private static void assertPoolAgreesWithServer(RedisClient redis, RawRedis operator) {
        Await.until(() -> redis.poolStatistics().creating() == 0);
        useAllConnections(redis);
        PoolStatistics pool = redis.poolStatistics();
        assertThat(pool.active()).isZero();
        assertThat(pool.waiting()).isZero();
        long destroyed =
                pool.destroyed().values().stream().mapToLong(Long::longValue).sum();
        assertThat(pool.created() - destroyed).isEqualTo(pool.idle());
        Await.until(() -> connectedClients(operator) == pool.idle() + 1);
    }

    /** One that the server closed while it was idle is noticed by its use only, and the last callers may not have used it. */
    private static void useAllConnections(RedisClient redis) {
        List<RedisSession> sessions = new ArrayList<>();
        for (int idle = redis.poolStatistics().idle(); idle > 0; idle--) {
            sessions.add(redis.withTimeout(Duration.ofMinutes(1)).openSession());
        }
        for (RedisSession session : sessions) {
            try (session) {
                session.sync().ping();
            } catch (ConnectionLostException e) {
                // The pool closes it when it is given back.
            }
        }
        Await.until(() -> redis.poolStatistics().creating() == 0);
    }

    private static long connectedClients(RawRedis operator) {
        return operator.text("CLIENT", "LIST").lines().count();
    }
}
