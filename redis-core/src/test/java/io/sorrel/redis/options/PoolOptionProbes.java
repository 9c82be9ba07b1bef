package io.sorrel.redis.options;

import static io.sorrel.redis.options.Observed.differs;
import static io.sorrel.redis.options.Observed.failureType;
import static io.sorrel.redis.options.Observed.leads;
import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.error.PoolTimeoutException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.pool.PoolOptionProbe;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.List;

/** The options of the pool. */
final class PoolOptionProbes {
    /** The one connection is there before the first call, however short its timeout is. */
    private static final String READY =
            "pool-max-size=1&pool-min-idle=1&pool-warm-up=true&pool-check-after-idle=1h&connect-timeout=1h&";

    private PoolOptionProbes() {}

    static List<OptionProbe> all() {
        return List.of(
                new OptionProbe(
                        "pool-max-size",
                        differs(
                                "pool-when-exhausted=fail&pool-max-size=1",
                                "pool-when-exhausted=fail&pool-max-size=2",
                                Observed::plain,
                                PoolOptionProbes::secondSession)),
                new OptionProbe(
                        "pool-min-idle",
                        differs("pool-min-idle=1", "pool-min-idle=3", Observed::plain, (server, redis) -> {
                            redis.connect();
                            return redis.poolStatistics().idle();
                        })),
                new OptionProbe(
                        "pool-max-wait",
                        leads(READY + "command-timeout=1h&pool-max-wait=20ms", Observed::plain, redis -> {
                            try (RedisSession first = redis.openSession()) {
                                assertThat(first).isNotNull();
                                assertThat(failureType(redis::openSession)).isEqualTo(PoolTimeoutException.class);
                            }
                        })),
                new OptionProbe(
                        "pool-when-exhausted",
                        differs(
                                READY + "command-timeout=1h&pool-when-exhausted=fail",
                                READY + "command-timeout=50ms&pool-when-exhausted=wait",
                                Observed::plain,
                                PoolOptionProbes::secondSession)),
                new OptionProbe(
                        "pool-fair", differs("pool-fair=true", "pool-fair=false", PoolOptionProbe::isHandedOver)),
                new OptionProbe("pool-lifo", PoolOptionProbes::lifo),
                new OptionProbe("pool-warm-up", PoolOptionProbes::warmUp),
                destroyed("pool-idle-timeout", DestroyCause.IDLE),
                destroyed("pool-max-lifetime", DestroyCause.LIFETIME),
                new OptionProbe(
                        "pool-lifetime-spread",
                        differs(
                                "pool-lifetime-spread=0",
                                "pool-lifetime-spread=0.5",
                                PoolOptionProbe::shortestLifetime)),
                new OptionProbe(
                        "pool-check-after-idle",
                        differs(
                                "mode=pooled&pool-check-after-idle=0",
                                "mode=pooled&pool-check-after-idle=1h",
                                Observed::plain,
                                (server, redis) -> {
                                    redis.sync().get("k");
                                    redis.sync().get("k");
                                    return isSent(server, "PING");
                                })),
                new OptionProbe(
                        "pool-when-dirty",
                        differs(
                                "pool-when-dirty=reset",
                                "pool-when-dirty=destroy",
                                server -> server.on("RESET", FakeReply.simple("RESET")),
                                (server, redis) -> {
                                    try (RedisSession session = redis.openSession()) {
                                        session.sync().select(1);
                                    }
                                    return isSent(server, "RESET");
                                })),
                new OptionProbe(
                        "pool-leak-detection-threshold",
                        leads("pool-leak-detection-threshold=100ms", Observed::plain, redis -> {
                            try (RedisSession kept = redis.openSession()) {
                                assertThat(kept).isNotNull();
                                Await.until(() -> redis.poolStatistics().leaks() == 1);
                            }
                        })));
    }

    /** What the second of two sessions at the same time fails with. */
    private static Object secondSession(FakeRedis server, RedisClient redis) {
        try (RedisSession first = redis.openSession()) {
            assertThat(first).isNotNull();
            return failureType(() -> redis.openSession().close());
        }
    }

    private static boolean isSent(FakeRedis server, String command) {
        return server.commands().stream().anyMatch(words -> words.get(0).equals(command));
    }

    /** The pool closes a connection that is left alone. */
    private static OptionProbe destroyed(String key, DestroyCause cause) {
        return new OptionProbe(key, leads("mode=pooled&" + key + "=100ms", Observed::plain, redis -> {
            redis.sync().get("k");
            Await.until(() -> redis.poolStatistics().destroyed().getOrDefault(cause, 0L) > 0);
        }));
    }

    private static void lifo() {
        try (RedisServer server = RedisServer.start()) {
            assertThat(newestIsTaken(server, "true")).isTrue();
            assertThat(newestIsTaken(server, "false")).isFalse();
        }
    }

    private static boolean newestIsTaken(RedisServer server, String lifo) {
        try (RedisClient redis = RedisClient.create(server.uri() + "?pool-check-after-idle=1h&pool-lifo=" + lifo)) {
            long newest;
            try (RedisSession second = redis.openSession()) {
                try (RedisSession first = redis.openSession()) {
                    assertThat(id(first)).isNotEqualTo(id(second));
                }
                newest = id(second);
            }
            try (RedisSession session = redis.openSession()) {
                return id(session) == newest;
            }
        }
    }

    private static long id(RedisSession session) {
        return session.sync().clientId();
    }

    /** A client that is to have connections ready cannot be built where none can be made; and has them else. */
    private static void warmUp() {
        FakeRedis server = FakeRedis.start();
        String url = server.uri() + "?pool-min-idle=2&pool-warm-up=";
        try (RedisClient redis = RedisClient.create(url + "true")) {
            assertThat(redis.poolStatistics().idle()).isEqualTo(2);
        }
        server.close();
        assertThat(failureType(() -> RedisClient.create(url + "false").close())).isEqualTo("none");
        assertThat(failureType(() -> RedisClient.create(url + "true").close())).isNotEqualTo("none");
    }
}
