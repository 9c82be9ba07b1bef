package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.args.DebugReloadArgs;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.reply.DebugObject;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.ServerLoadingException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The DEBUG commands against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class DebugCommandsIT {
    /** What a call has beyond the time that it sleeps; a thread of a busy machine does not stand still for so long. */
    private static final Duration LONG = Duration.ofMillis(2_500);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.of(
                    RedisServer.builder().config("appendonly", "yes"))
            .flushedBeforeEach();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void tellsHowAValueIsStored() {
        redis.set("a", "hello");

        DebugObject object = redis.debugObject("a");

        assertThat(object.encoding()).isEqualTo("embstr");
        assertThat(object.referenceCount()).isEqualTo(1);
        assertThat(object.serializedLength()).isEqualTo(6);
        assertThat(object.address()).startsWith("0x");
        assertThat(object.idle()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.debugObject("nothing"));
    }

    @Test
    void computesDigests() {
        assertThat(redis.debugDigest()).isEqualTo("0".repeat(40));
        redis.mset(Map.of("a", "1", "b", "1", "c", "2"));

        List<String> digests = redis.debugDigestValue("a", "b", "c", "nothing");

        assertThat(digests.get(0)).hasSize(40).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
        assertThat(digests.get(3)).isEqualTo("0".repeat(40));
        assertThat(redis.debugDigestValue(List.of("c"))).containsExactly(digests.get(2));
        assertThat(redis.debugDigest()).isNotEqualTo("0".repeat(40));
    }

    @Test
    void makesKeys() {
        redis.debugPopulate(10);
        redis.debugPopulate(5, "p", 20);

        assertThat(redis.dbSize()).isEqualTo(15);
        assertThat(redis.get("key:0")).isEqualTo("value:0");
        assertThat(redis.strlen("p:4")).isEqualTo(20);
        assertThat(redis.debugHtStats(0)).contains("Dictionary HT");
    }

    @Test
    void readsItsDataBack() {
        redis.set("a", "1");

        redis.debugReload();
        assertThat(redis.get("a")).isEqualTo("1");
        redis.set("a", "2");
        redis.set("b", "2");
        redis.debugReload(DebugReloadArgs.defaults().noSave().merge());
        assertThat(redis.mget("a", "b")).containsExactly("1", "2");
        redis.debugReload(DebugReloadArgs.defaults().noSave());
        assertThat(redis.mget("a", "b")).containsExactly("1", null);
        redis.set("a", "3");
        redis.debugLoadAof();
        assertThat(redis.get("a")).isEqualTo("3");
    }

    @Test
    void failsAsItIsTold() {
        RedisCommands<String, String> once = path.commands(client.withRetry(RetryOptions.none()));

        assertThatExceptionOfType(ServerLoadingException.class)
                .isThrownBy(() -> once.debugError("LOADING not yet"))
                .withMessageContaining("not yet");
    }

    @Test
    void sleepsBeyondTheTimeoutOfTheCall() {
        path.commands(client.withTimeout(LONG)).debugSleep(LONG.plusMillis(100));
    }

    @Test
    void leavesExpiredKeysWhenItIsTold() {
        redis.debugSetActiveExpire(false);
        try {
            redis.set("a", "1", SetArgs.px(Duration.ofMillis(1)));
            redis.debugSleep(Duration.ofMillis(2));
            assertThat(redis.dbSize()).isEqualTo(1);
        } finally {
            redis.debugSetActiveExpire(true);
        }
    }

    @Test
    void writesItsLogAndForgetsItsHistory() {
        String before = redis.info().replication().replicationId();

        redis.debugLog("a line of this test");
        redis.debugChangeReplId();

        assertThat(redis.info().replication().replicationId()).isNotEqualTo(before);
        assertThat(redis.debugHelp()).isNotEmpty();
    }
}
