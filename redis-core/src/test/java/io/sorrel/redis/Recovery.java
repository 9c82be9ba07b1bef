package io.sorrel.redis;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.event.SharedStatistics;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.TestReporter;

/**
 * Runs a client under load through a fault and back, and holds every outcome that a caller was told against what the
 * server has done. Prints how long it took to notice the fault and to serve callers again, and what health told meanwhile.
 *
 * <p>{@code -Dsorrel.test.recovery.seconds=10} makes faults last that long, runs them with default options, and prints
 * the rows of the table in docs/recovery.md.
 */
final class Recovery {
    private static final long SECONDS = Long.getLong("sorrel.test.recovery.seconds", 0);
    private static final String NAME = "under-load";
    private static final String HASTY =
            "&silence-timeout=300ms&command-timeout=600ms&connect-timeout=1s" + "&reconnect-max-delay=50ms";

    /** Which connections carry the load, and who makes it. */
    enum Setup {
        SHARED_MIXED("shared", 4, 2, 0),
        ADAPTIVE_MIXED("adaptive", 4, 2, 0),
        ADAPTIVE_SYNC("adaptive", 6, 0, 4);

        private final String mode;
        private final int syncCallers;
        private final int asyncCallers;
        private final int lanes;

        Setup(String mode, int syncCallers, int asyncCallers, int lanes) {
            this.mode = mode;
            this.syncCallers = syncCallers;
            this.asyncCallers = asyncCallers;
            this.lanes = lanes;
        }
    }

    private final TestReporter reporter;
    private final String name;
    private final Setup setup;

    Recovery(TestReporter reporter, String name, Setup setup) {
        this.reporter = reporter;
        this.name = name;
        this.setup = setup;
    }

    /**
     * The options of a client for this setup, behind its address. It insists on HELLO, as after a connection that ends there it
     * would try once without, and so without the name by which the server's connections are counted.
     */
    static String options(Setup setup) {
        return "?protocol=resp3&client-name=" + NAME + "&mode=" + setup.mode + (SECONDS == 0 ? HASTY : "");
    }

    /**
     * Runs the load through a fault that lasts until callers have noticed it.
     *
     * @param uri what the client connects to: the server, or a proxy before it
     * @param begin brings the fault about
     * @param end ends it; the first call that begins after this may succeed
     */
    void run(RedisServer server, String uri, Runnable begin, Runnable end) {
        run(server, uri, load -> begin.run(), end);
    }

    /** The same with a fault that passes by itself, and that is brought about until the load has met it. */
    void runUntilMet(RedisServer server, String uri, Runnable fault) {
        Consumer<CounterLoad> again = load -> Await.until(() -> {
            fault.run();
            return load.hasFailedSinceTheBeginning();
        });
        run(server, uri, again, () -> {});
    }

    private void run(RedisServer server, String uri, Consumer<CounterLoad> begin, Runnable end) {
        ConnectionEvents events = new ConnectionEvents();
        try (RedisClient redis = RedisClient.builder()
                        .url(uri + options(setup))
                        .listener(events)
                        .build();
                HealthProbe health = new HealthProbe(uri + "?client-name=health" + (SECONDS == 0 ? HASTY : ""));
                CounterLoad load = new CounterLoad(redis, setup.syncCallers, setup.asyncCallers)) {
            Await.until(() -> redis.poolStatistics().created() >= setup.lanes);
            load.awaitSuccesses(500);
            long begun = System.nanoTime();
            load.faultBegins();
            health.faultBegins();
            begin.accept(load);
            Await.until(() ->
                    System.nanoTime() - begun >= Duration.ofSeconds(SECONDS).toNanos()
                            && load.hasFailedSinceTheBeginning());
            load.faultEnds();
            health.faultEnds();
            end.run();
            load.awaitRecovery(500);
            health.awaitUp();
            load.stop();
            try (RawRedis operator = server.connect()) {
                assertAtRest(redis, operator);
                load.assertAgreesWith(operator);
                report(load.row(events.firstDisconnectedAfter(begun), operator) + " " + health.down() + " | "
                        + health.up() + " |");
            }
            events.assertInOrder();
        }
    }

    /** A connection that was lost with its last reply is made again only where a call asks for it. */
    private static boolean isConnected(RedisClient redis) {
        if (!redis.sharedStatistics().connected()) {
            try {
                redis.withMode(ConnectionMode.SHARED).sync().ping();
            } catch (RedisException e) {
                return false;
            }
        }
        return redis.sharedStatistics().connected();
    }

    private void report(String row) {
        String line =
                "| " + name + " | " + setup.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + row;
        reporter.publishEntry(Map.of("recovery", line));
        if (SECONDS > 0) {
            System.out.println(line);
        }
    }

    /** Nothing is under way, and the server has no connections of this client but those it still has, so nothing left to read. */
    private static void assertAtRest(RedisClient redis, RawRedis operator) {
        Await.until(() -> {
            SharedStatistics shared = redis.sharedStatistics();
            PoolStatistics pool = redis.poolStatistics();
            return isConnected(redis)
                    && shared.inFlight() + shared.queued() + shared.queuedBytes() + shared.waiting() == 0
                    && pool.active() + pool.creating() + pool.waiting() == 0;
        });
        Await.until(() -> Objects.requireNonNull(operator.text("CLIENT", "LIST"))
                        .lines()
                        .filter(client -> client.contains(" name=" + NAME + " "))
                        .count()
                == redis.poolStatistics().idle() + 1);
    }
}
