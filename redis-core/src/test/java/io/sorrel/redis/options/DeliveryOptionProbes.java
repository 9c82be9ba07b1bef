package io.sorrel.redis.options;

import static io.sorrel.redis.options.Observed.differs;
import static io.sorrel.redis.options.Observed.failure;
import static io.sorrel.redis.options.Observed.failureType;
import static io.sorrel.redis.options.Observed.leads;
import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The options of the shared connection and of retries. */
final class DeliveryOptionProbes {
    private static final String SHARED = "mode=shared&retries=0&connect-timeout=1h&";

    private static final long LONGER_THAN_THE_INTERVAL = TimeUnit.MILLISECONDS.toNanos(2);

    private DeliveryOptionProbes() {}

    static List<OptionProbe> all() {
        return List.of(
                new OptionProbe("mode", differs("mode=shared", "mode=pooled", Observed::plain, (server, redis) -> {
                    redis.sync().get("k");
                    return redis.sharedStatistics().connected();
                })),
                new OptionProbe(
                        "direct-lanes",
                        differs("direct-lanes=0", "direct-lanes=6", Observed::plain, (server, redis) -> {
                            redis.sync().get("k");
                            redis.sync().get("k");
                            return redis.poolStatistics().created()
                                    + redis.poolStatistics().creating();
                        })),
                new OptionProbe(
                        "queue-max-commands",
                        differs(
                                SHARED + "queue-when-full=fail&queue-max-commands=1",
                                SHARED + "queue-when-full=fail&queue-max-commands=100",
                                Observed::silent,
                                (server, redis) -> secondIsRefused(redis, "v"))),
                new OptionProbe(
                        "queue-max-bytes",
                        differs(
                                SHARED + "queue-when-full=fail&queue-max-bytes=1KB",
                                SHARED + "queue-when-full=fail&queue-max-bytes=1MB",
                                server -> server.on("HELLO", FakeReply.nothing()),
                                (server, redis) -> secondIsRefused(redis, "x".repeat(800)))),
                new OptionProbe(
                        "queue-when-full",
                        differs(
                                SHARED + "queue-max-commands=1&command-timeout=1h&queue-when-full=fail",
                                SHARED + "queue-max-commands=1&command-timeout=100ms&queue-when-full=wait",
                                Observed::silent,
                                DeliveryOptionProbes::refusal)),
                new OptionProbe(
                        "silence-timeout",
                        differs(
                                SHARED + "command-timeout=1h&silence-timeout=100ms",
                                SHARED + "command-timeout=100ms&silence-timeout=1h",
                                Observed::silent,
                                (server, redis) ->
                                        failureType(() -> redis.sync().get("k")))),
                fence("fence-commands", "fence-commands=1&fence-interval=0", "fence-commands=0&fence-interval=0"),
                fence("fence-interval", "fence-commands=0&fence-interval=1ms", "fence-commands=0&fence-interval=0"),
                reconnect("reconnect-backoff", "exponential", "&reconnect-base-delay=2ms", 2L, 4L, 8L),
                reconnect("reconnect-base-delay", "3ms", "&reconnect-backoff=exponential", 3L, 6L, 12L),
                reconnect(
                        "reconnect-max-delay",
                        "5ms",
                        "&reconnect-backoff=exponential&reconnect-base-delay=2ms",
                        2L,
                        4L,
                        5L),
                attempts("retries", "retries=0", "retries=2", 1),
                retry("retry-backoff", "exponential", "&retry-base-delay=2ms", 2L, 4L, 8L),
                retry("retry-base-delay", "3ms", "&retry-backoff=exponential", 3L, 6L, 12L),
                retry("retry-max-delay", "5ms", "&retry-backoff=exponential&retry-base-delay=2ms", 2L, 4L, 5L),
                attempts(
                        "retry-budget-ratio",
                        "retries=1&retry-budget-reserve=1&retry-budget-ratio=0",
                        "retries=1&retry-budget-reserve=1&retry-budget-ratio=1",
                        3),
                attempts(
                        "retry-budget-reserve",
                        "retries=1&retry-budget-ratio=0&retry-budget-reserve=1",
                        "retries=1&retry-budget-ratio=0&retry-budget-reserve=10",
                        3));
    }

    private static Object secondIsRefused(RedisClient redis, String value) {
        CompletableFuture<?> first = redis.async().set("k", value);
        assertThat(first).isNotDone();
        return redis.async().set("k", value).isCompletedExceptionally();
    }

    private static Object refusal(FakeRedis server, RedisClient redis) {
        CompletableFuture<?> first =
                redis.withTimeout(Duration.ofHours(1)).async().get("k");
        server.awaitCommand("GET");
        assertThat(first).isNotDone();
        RedisException refused = failure(() -> redis.sync().get("k"));
        return refused != null && refused.reason().startsWith("the queue is full");
    }

    /** Commands that follow each other without a pause, as the first one has no reply yet. */
    private static OptionProbe fence(String key, String with, String without) {
        return new OptionProbe(key, () -> {
            assertThat(hasFence(with)).isTrue();
            assertThat(hasFence(without)).isFalse();
        });
    }

    private static boolean hasFence(String query) {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeRedis server = FakeRedis.start()
                        .on("GET", FakeReply.bulk("v"))
                        .on("GET first", FakeReply.bulk("v").heldUntil(released));
                RedisClient redis = RedisClient.create(server.uri() + "?command-timeout=1h&" + SHARED + query)) {
            redis.connect();
            long before = fences(server);
            List<CompletableFuture<?>> calls = new ArrayList<>();
            calls.add(redis.async().get("first"));
            server.awaitCommand("GET first");
            for (int i = 0; i < 5; i++) {
                long since = System.nanoTime();
                Await.until(() -> System.nanoTime() - since > LONGER_THAN_THE_INTERVAL);
                calls.add(redis.async().get("k"));
            }
            released.countDown();
            calls.forEach(CompletableFuture::join);
            return fences(server) > before;
        }
    }

    private static long fences(FakeRedis server) {
        return server.commands().stream()
                .filter(command -> command.get(0).equals("ECHO"))
                .count();
    }

    /** Notes the waits before attempts. */
    private static final class Delays implements ClientListener {
        private final List<Long> millis = new CopyOnWriteArrayList<>();

        @Override
        public void reconnecting(String endpoint, int attempt, Duration delay, RedisException failure) {
            millis.add(delay.toMillis());
        }

        @Override
        public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
            millis.add(delay.toMillis());
        }
    }

    /** The waits between attempts to reach a server that is gone. */
    private static OptionProbe reconnect(String key, String value, String more, Long... millis) {
        Delays delays = new Delays();
        return new OptionProbe(key, leads(SHARED + key + "=" + value + more, FakeRedis::close, delays, redis -> {
            for (int i = 0; i < millis.length; i++) {
                assertThat(failure(redis::connect)).isNotNull();
            }
            Await.until(() -> delays.millis.size() >= millis.length);
            assertThat(delays.millis).startsWith(millis);
        }));
    }

    /** The waits between attempts of a command. */
    private static OptionProbe retry(String key, String value, String more, Long... millis) {
        Delays delays = new Delays();
        String query = "retries=" + millis.length + "&" + key + "=" + value + more;
        return new OptionProbe(key, leads(query, Observed::loading, delays, redis -> {
            assertThat(failure(() -> redis.sync().get("k"))).isNotNull();
            assertThat(delays.millis).containsExactly(millis);
        }));
    }

    /** How often commands are sent that the server refuses for the time being. */
    private static OptionProbe attempts(String key, String one, String other, int calls) {
        return new OptionProbe(key, differs(one, other, Observed::loading, (server, redis) -> {
            for (int i = 0; i < calls; i++) {
                assertThat(failure(() -> redis.sync().get("k"))).isNotNull();
            }
            return server.commands().stream()
                    .filter(command -> command.get(0).equals("GET"))
                    .count();
        }));
    }
}
