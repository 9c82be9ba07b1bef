package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that leaves one reply out and answers everything else: no later caller receives its predecessor's reply. */
@TimingTest
class MissingReplyTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final int ENOUGH = 50;
    private static final int WINDOW = 32;

    /** The commands from one fence to the next by default, and what may be in flight behind it. */
    private static final int MOST_WRONG = 1_000 + WINDOW;

    private final FakeRedis fake = FakeRedis.start()
            .on("GET", command -> FakeReply.bulk("v:" + command.get(1)))
            .on("GET hostile", FakeReply.nothing());
    private final Queue<String> foreign = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        fake.close();
    }

    static Stream<Arguments> modesStylesAndCallers() {
        return Stream.of("adaptive", "shared")
                .flatMap(mode -> Stream.of(CallStyle.values())
                        .flatMap(style -> Stream.of(1, 2, 4, 8).map(callers -> Arguments.of(mode, style, callers))));
    }

    private static Command<String> get(String key) {
        return COMMANDS.strings().get(key);
    }

    @ParameterizedTest
    @MethodSource("modesStylesAndCallers")
    void afterTheTimeoutEveryValueBelongsToItsKey(String mode, CallStyle style, int callers) {
        try (RedisClient redis =
                RedisClient.create(fake.uri() + "?command-timeout=1s&connect-timeout=1h&mode=" + mode)) {
            RedisView view = redis.withTimeout(Duration.ofSeconds(1));
            assertThat(style.execute(redis.withTimeout(Duration.ofHours(1)), get("warm")))
                    .isEqualTo("v:warm");
            loseAReply(view);
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                String name = "caller-" + caller + "-";
                all.add(InBackground.run(() -> callUntilEnoughSucceeded(view, style, name)));
            }
            Await.until(() -> all.stream().allMatch(CompletableFuture::isDone));
            all.forEach(CompletableFuture::join);
            assertThat(foreign).isEmpty();
        }
    }

    /**
     * On a slow machine the deadline of a command may pass before it is sent; only one that was sent loses its reply. Its
     * deadline and the end of the client's patience with a silent connection are the same moment, and either may come first.
     */
    private static void loseAReply(RedisView view) {
        RedisException failure;
        do {
            failure = catchThrowableOfType(RedisException.class, () -> CallStyle.ASYNC.execute(view, get("hostile")));
        } while (failure.outcome() == CommandOutcome.NOT_SENT);
        assertThat(failure).isInstanceOfAny(RedisTimeoutException.class, ConnectionLostException.class);
        assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN);
    }

    private void callUntilEnoughSucceeded(RedisView view, CallStyle style, String name) {
        int right = 0;
        for (int i = 0; right < ENOUGH && foreign.isEmpty(); i++) {
            try {
                String value = style.execute(view, get(name + i));
                if (("v:" + name + i).equals(value)) {
                    right++;
                } else {
                    foreign.add(name + i + " received " + value);
                }
            } catch (RedisException e) {
                // The link ends with what was in flight on it.
            }
        }
    }

    /** Nothing times out here: other callers' replies keep arriving, so only a fence that comes by itself shows it. */
    @Test
    void inTrafficWithoutAPauseTheHarmIsBounded() {
        try (RedisClient redis = RedisClient.create(
                fake.uri() + "?mode=shared&retries=0&command-timeout=25s&connect-timeout=1h&disconnected-wait=1h")) {
            Traffic traffic = new Traffic(redis, WINDOW);
            var unused = redis.async().get("hostile");
            Await.until(() -> traffic.go() > ENOUGH);
            assertThat(traffic.wrongAfterTheLoss()).isZero();
            assertThat(traffic.wrong()).isLessThanOrEqualTo(MOST_WRONG);
            assertThat(redis.sharedStatistics().losses()).isOne();
        }
    }
}
