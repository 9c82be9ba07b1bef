package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure that a listener has been told is its to keep: what happens to later calls does not change it. */
class KeptFailureTest {
    /** A failure and what it looked like when the listener was told. */
    private record Kept(RedisException failure, String message, int suppressed, int attempts) {
        static Kept of(RedisException failure) {
            return new Kept(
                    failure, String.valueOf(failure.getMessage()), failure.getSuppressed().length, failure.attempts());
        }
    }

    private static final class Keeper implements ClientListener {
        private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();

        @Override
        public void connectionFailed(String endpoint, RedisException failure) {
            kept.add(Kept.of(failure));
        }

        @Override
        public void reconnecting(String endpoint, int attempt, Duration delay, RedisException failure) {
            kept.add(Kept.of(failure));
        }

        @Override
        public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
            kept.add(Kept.of(failure));
        }
    }

    /** What {@link #failures} calls, in its order. */
    private static final List<String> COMMANDS = List.of("GET", "INCR", "LLEN", "(connect)", "BLPOP");

    private final FakeRedis server = FakeRedis.start();
    private final Keeper keeper = new Keeper();

    @AfterEach
    void stop() {
        server.close();
    }

    private RedisClient client(String options) {
        return RedisClient.builder()
                .url(server.uri() + "?command-timeout=20s&connect-timeout=10s&" + options)
                .listener(keeper)
                .build();
    }

    private void check(List<RedisException> failures) {
        assertThat(keeper.kept).isNotEmpty().allSatisfy(kept -> {
            assertThat(Kept.of(kept.failure)).isEqualTo(kept);
            assertThat(failures).doesNotContain(kept.failure);
        });
        for (int i = 0; i < failures.size(); i++) {
            List<String> others = new ArrayList<>(COMMANDS);
            others.remove(i);
            assertThat(story(failures.get(i))).doesNotContain(others);
        }
    }

    /** All messages of a failure, of its causes and of what is suppressed in them. */
    private static String story(Throwable failure) {
        StringBuilder story = new StringBuilder(failure.toString());
        for (Throwable suppressed : failure.getSuppressed()) {
            story.append('\n').append(story(suppressed));
        }
        Throwable cause = failure.getCause();
        return cause == null
                ? story.toString()
                : story.append('\n').append(story(cause)).toString();
    }

    private static List<RedisException> failures(RedisClient redis) {
        return List.of(
                failure(() -> redis.sync().get("k")),
                failure(() -> redis.sync().incr("k")),
                failure(() -> redis.sync().llen("k")),
                failure(redis::connect),
                failure(() -> redis.sync().blpop(Duration.ofSeconds(1), "k")));
    }

    private static RedisException failure(Runnable call) {
        RedisException failure = catchThrowableOfType(RedisException.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "adaptive", "shared"})
    void aServerThatIsGone(String mode) {
        server.close();
        try (RedisClient redis = client("mode=" + mode)) {
            check(failures(redis));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "adaptive", "shared"})
    void aServerThatHangsUpInTheHandshake(String mode) {
        server.on("HELLO", FakeReply.nothing().thenCut(Cut.CLOSE));
        try (RedisClient redis = client("protocol=3&mode=" + mode)) {
            check(failures(redis));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "adaptive", "shared"})
    void aServerThatRefusesTheDatabase(String mode) {
        server.on("SELECT", FakeReply.error("LOADING Redis is loading the dataset in memory"));
        try (RedisClient redis = client("db=3&mode=" + mode)) {
            check(failures(redis));
        }
    }

    @Test
    void aPoolThatDoesNotLetCallersWait() {
        server.close();
        try (RedisClient redis = client("mode=pooled&pool-when-exhausted=fail&pool-max-size=1")) {
            check(failures(redis));
        }
    }
}
