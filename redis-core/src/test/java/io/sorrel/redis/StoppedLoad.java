package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.event.SharedStatistics;

/** The program of a JVM that increments a counter, again and again, while it is stopped from outside and goes on. */
final class StoppedLoad {
    private static final int SUCCESSES = 100;

    private StoppedLoad() {}

    /** Takes the URL of the server, how many callers wait and how many do not, and how often it is stopped. */
    public static void main(String[] args) {
        ChildJvm.Parent parent = new ChildJvm.Parent();
        try (RedisClient redis = connected(args[0]);
                CounterLoad load = new CounterLoad(redis, Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                load.awaitSuccesses(SUCCESSES);
                parent.tell("running");
            }
            load.awaitSuccesses(SUCCESSES);
            load.stop();
            assertAtRest(redis);
            parent.tell(Long.toString(load.succeeded()));
            parent.tell(Long.toString(load.failures(CommandOutcome.UNKNOWN)));
            parent.tell(Long.toString(load.failures(CommandOutcome.NOT_SENT)));
            parent.tell(Long.toString(redis.sharedStatistics().losses()));
            assertThat(load.failures(CommandOutcome.REFUSED)).isZero();
        }
    }

    /** Otherwise the first calls would wait for the connection, and fail where that takes long. */
    private static RedisClient connected(String url) {
        RedisClient redis = RedisClient.create(url);
        redis.connect();
        return redis;
    }

    private static void assertAtRest(RedisClient redis) {
        Await.until(() -> {
            SharedStatistics shared = redis.sharedStatistics();
            return shared.queued() + shared.queuedBytes() + shared.inFlight() + shared.waiting() == 0
                    && redis.poolStatistics().active() == 0;
        });
    }
}
