package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.test.RawError;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the shared connection, too, a push is nobody's reply, and a reply that nobody asked for ends the connection. */
@TimingTest
class SharedPushIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final FakeReply PUSH = FakeReply.push(FakeReply.bulk("invalidate"), FakeReply.bulk("some key"));
    private static final FakeReply EXTRA = FakeReply.bulk("nobody asked for this");
    private static final int ROUNDS = 100;

    private static RedisClient client(String uri) {
        return RedisClient.create(
                uri + "?mode=shared&retries=0&command-timeout=5m&connect-timeout=1m&reconnect-backoff=constant"
                        + "&reconnect-base-delay=1ms");
    }

    private static FakeRedis answeringWithTheKey(FakeReply before, FakeReply behind) {
        return FakeRedis.start()
                .on(
                        "GET",
                        command -> before.then(FakeReply.bulk("value of " + command.get(1)))
                                .then(behind));
    }

    private static void assertGets(RedisClient redis, int round) {
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(redis.async().get("key" + round + "-" + i));
        }
        assertThat(redis.sync().get("key" + round)).isEqualTo("value of key" + round);
        for (int i = 0; i < 10; i++) {
            assertThat(CallStyle.resultOf(calls.get(i))).isEqualTo("value of key" + round + "-" + i);
        }
    }

    private static void assertNeverLost(RedisClient redis) {
        assertThat(redis.sharedStatistics().connects()).isOne();
        assertThat(redis.sharedStatistics().losses()).isZero();
    }

    /** The identity of the client that connected last, other than the one that asks. */
    private static String lastClient(RawRedis operator) {
        return Objects.requireNonNull(operator.text("CLIENT", "LIST"))
                .lines()
                .filter(line -> !line.contains(" cmd=client|list"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .replaceAll("^id=(\\d+) .*", "$1");
    }

    @Test
    void aPushOfARealServerInFrontOfAReplyIsNoReply() {
        Command<Object> push =
                COMMANDS.raw("DEBUG").word("PROTOCOL").word("push").reply(ReplyDecoders.any());
        try (RawRedis operator = REDIS.server().connect();
                RedisClient redis = client(REDIS.uri())) {
            operator.call("HELLO", "3");
            assumeThat(operator.call("DEBUG", "PROTOCOL", "push"))
                    .as("this server does not send pushes on demand")
                    .isNotInstanceOf(RawError.class);
            for (int i = 0; i < ROUNDS; i++) {
                CompletableFuture<?> set = redis.async().set("key", "value" + i);
                CompletableFuture<Object> pushed = redis.submit(push);
                CompletableFuture<String> get = redis.async().get("key");
                assertThat(redis.sync().get("key")).isEqualTo("value" + i);
                CallStyle.resultOf(set);
                assertThat(CallStyle.resultOf(get)).isEqualTo("value" + i);
                CallStyle.resultOf(pushed);
            }
            assertNeverLost(redis);
        }
    }

    @Test
    void invalidationsOfARealServerBetweenRepliesAreNoReplies() {
        try (RawRedis operator = REDIS.server().connect();
                RedisClient redis = client(REDIS.uri())) {
            redis.connect();
            assertThat(operator.text("CLIENT", "TRACKING", "ON", "REDIRECT", lastClient(operator)))
                    .isEqualTo("OK");
            for (int i = 0; i < ROUNDS; i++) {
                operator.call("MGET", "a" + i, "b" + i);
                CompletableFuture<?> a = redis.async().set("a" + i, "a");
                CompletableFuture<String> got = redis.async().get("a" + i);
                redis.sync().set("b" + i, "b");
                assertThat(redis.sync().get("b" + i)).isEqualTo("b");
                CallStyle.resultOf(a);
                assertThat(CallStyle.resultOf(got)).isEqualTo("a");
            }
            assertThat(String.valueOf(operator.call("CLIENT", "TRACKINGINFO"))).doesNotContain("broken_redirect");
            assertNeverLost(redis);
        }
    }

    @Test
    void pushesAroundRepliesAndBetweenThemAreNoReplies() {
        try (FakeRedis fake = answeringWithTheKey(PUSH.then(PUSH), PUSH);
                RedisClient redis = client(fake.uri())) {
            for (int i = 0; i < ROUNDS; i++) {
                assertGets(redis, i);
                fake.push(PUSH);
            }
            assertNeverLost(redis);
        }
    }

    @Test
    void aReplyThatNobodyAskedForEndsTheConnectionAndReachesNobody() {
        try (FakeRedis fake = answeringWithTheKey(FakeReply.nothing(), FakeReply.nothing());
                RedisClient redis = client(fake.uri())) {
            for (int i = 0; i < ROUNDS; i++) {
                assertGets(redis, i);
                int losses = i + 1;
                fake.push(EXTRA);
                Await.until(() -> redis.sharedStatistics().losses() == losses);
            }
            assertGets(redis, ROUNDS);
            assertThat(redis.sharedStatistics().connects()).isEqualTo(ROUNDS + 1);
            assertThat(redis.sharedStatistics().lastFailure()).contains("a reply that no command had asked for");
        }
    }
}
