package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.ScriptDebugMode;
import io.sorrel.redis.error.NoScriptException;
import io.sorrel.redis.error.NotBusyException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class ScriptCommandsIT {
    private static final List<String> NONE = List.of();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef01234567";

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.of(
                    RedisServer.builder().config("lua-time-limit", "1"))
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
    void runsAScriptWithKeysAndArguments() {
        String script = "redis.call('SET', KEYS[1], ARGV[1]); return redis.call('STRLEN', KEYS[1]) + ARGV[2]";

        assertThat(redis.eval(script, ReplyDecoders.integer(), List.of("k"), "hello", "10"))
                .isEqualTo(15);
        assertThat(redis.get("k")).isEqualTo("hello");
    }

    @Test
    void readsWhateverAScriptAnswers() {
        assertThat(redis.eval("return ARGV[1]", ReplyDecoders.string(), NONE, "ä"))
                .isEqualTo("ä");
        assertThat(redis.eval("return false", ReplyDecoders.nullable(ReplyDecoders.string()), NONE))
                .isNull();
        assertThat(redis.eval("return true", ReplyDecoders.bool(), NONE)).isTrue();
        assertThat(redis.eval("return {1, 2}", ReplyDecoders.list(ReplyDecoders.integer()), NONE))
                .containsExactly(1L, 2L);
        assertThat(redis.eval("return {1, {'a', false}, 3.7}", ReplyDecoders.any(), NONE))
                .hasToString("[1, [a, null], 3]");
        redis.eval("return redis.status_reply('fine')", ReplyDecoders.ok(), NONE);
    }

    @Test
    void keepsBytesAsTheyAre() {
        byte[] key = {0, 13, 10};
        byte[] value = {(byte) 0xFF, 0, 13, 10};

        assertThat(path.commands(client, RedisCodec.bytes())
                        .eval("return KEYS[1] .. ARGV[1]", ReplyDecoders.bytes(), List.of(key), value))
                .containsExactly(0, 13, 10, 0xFF, 0, 13, 10);
    }

    @Test
    void runsAScriptThatTheServerKnows() {
        String sha1 = redis.scriptLoad("return KEYS[1] .. ARGV[1]");

        assertThat(redis.scriptExists(sha1, UNKNOWN)).containsExactly(true, false);
        assertThat(redis.evalSha(sha1, ReplyDecoders.string(), List.of("k"), "v"))
                .isEqualTo("kv");
        redis.scriptFlush();
        assertThat(redis.scriptExists(sha1)).containsExactly(false);
        redis.scriptFlush(FlushMode.SYNC);
        redis.scriptFlush(FlushMode.ASYNC);
        assertThatExceptionOfType(NoScriptException.class)
                .isThrownBy(() -> redis.evalSha(sha1, ReplyDecoders.string(), List.of("k"), "v"));
    }

    @Test
    void runsAScriptThatMayNotWrite() {
        assumeTrue(ServerKnows.functions(SERVER.server()), "EVAL_RO is since Redis 7.0");
        redis.set("k", "v");
        String reads = "return redis.call('GET', KEYS[1])";
        String sha1 = redis.scriptLoad(reads);

        assertThat(redis.evalReadOnly(reads, ReplyDecoders.string(), List.of("k")))
                .isEqualTo("v");
        assertThat(redis.evalShaReadOnly(sha1, ReplyDecoders.string(), List.of("k")))
                .isEqualTo("v");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.evalReadOnly("redis.call('DEL', KEYS[1])", ReplyDecoders.any(), List.of("k")));
        assertThatExceptionOfType(NoScriptException.class)
                .isThrownBy(() -> redis.evalShaReadOnly(UNKNOWN, ReplyDecoders.any(), NONE));
    }

    @Test
    void saysThatAnOlderServerMayAlwaysWrite() {
        assumeFalse(ServerKnows.functions(SERVER.server()), "EVAL_RO is since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class)
                .isThrownBy(() -> redis.evalReadOnly("return 1", ReplyDecoders.integer(), NONE));
        assertThatExceptionOfType(UnknownCommandException.class)
                .isThrownBy(() -> redis.evalShaReadOnly(UNKNOWN, ReplyDecoders.integer(), NONE));
    }

    @Test
    void passesOnWhatAScriptFailsWith() {
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.eval("return redis.error_reply('MINE it is')", ReplyDecoders.any(), NONE))
                .withMessageContaining("MINE");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.eval("no Lua", ReplyDecoders.any(), NONE));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.scriptLoad("no Lua"));
    }

    @Test
    void endsAScriptThatRunsTooLong() throws Exception {
        RedisCommands<String, String> patient = path.commands(client.withTimeout(MINUTE));
        CompletableFuture<RedisException> failure = InBackground.call(() -> catchThrowableOfType(
                RedisServerException.class, () -> patient.eval("while true do end", ReplyDecoders.any(), NONE)));
        Await.until(this::killed);

        assertThat(failure.get()).hasMessageContaining("killed");
        assertThatExceptionOfType(NotBusyException.class).isThrownBy(redis::scriptKill);
    }

    @Test
    void endsAScriptThatTheSameThreadHasSent() {
        CompletableFuture<@Nullable Object> endless =
                client.withTimeout(MINUTE).async().eval("while true do end", ReplyDecoders.any(), NONE);
        Await.until(
                () -> client.async().scriptKill().handle((done, e) -> e == null).join());

        assertThat(endless)
                .failsWithin(MINUTE.multipliedBy(2))
                .withThrowableThat()
                .withMessageContaining("killed");

        CompletableFuture<@Nullable Object> another =
                client.withTimeout(MINUTE).async().eval("while true do end", ReplyDecoders.any(), NONE);
        Await.until(this::killed);

        assertThat(another)
                .failsWithin(MINUTE.multipliedBy(2))
                .withThrowableThat()
                .withMessageContaining("killed");
    }

    private boolean killed() {
        try {
            redis.scriptKill();
            return true;
        } catch (NotBusyException e) {
            return false;
        }
    }

    @Test
    void refusesToDebug() {
        try (RedisSession session = client.openSession()) {
            for (ScriptDebugMode mode : ScriptDebugMode.values()) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> session.sync().scriptDebug(mode))
                        .withMessageContaining("SCRIPT DEBUG");
            }
            assertThat(session.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void explainsItself() {
        assertThat(redis.scriptHelp()).anyMatch(line -> line.contains("LOAD"));
    }

    @Test
    void showsAScriptOnValkey() {
        assumeTrue(ServerKnows.scriptShow(SERVER.server()), "SCRIPT SHOW is since Valkey 8.0");

        assertThat(redis.scriptShow(redis.scriptLoad("return 1"))).isEqualTo("return 1");
        assertThatExceptionOfType(NoScriptException.class).isThrownBy(() -> redis.scriptShow(UNKNOWN));
    }

    @Test
    void passesOnThatRedisShowsNoScripts() {
        assumeFalse(ServerKnows.scriptShow(SERVER.server()), "SCRIPT SHOW is since Valkey 8.0");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.scriptShow(UNKNOWN));
    }
}
