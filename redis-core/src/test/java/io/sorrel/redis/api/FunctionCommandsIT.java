package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.FunctionRestorePolicy;
import io.sorrel.redis.command.reply.FunctionLibrary;
import io.sorrel.redis.command.reply.FunctionStats;
import io.sorrel.redis.error.NotBusyException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class FunctionCommandsIT {
    private static final List<String> NONE = List.of();
    private static final String SHOP = """
            #!lua name=shop
            redis.register_function('join', function(keys, args) return keys[1] .. args[1] end)
            redis.register_function{
                function_name = 'size',
                callback = function(keys) return redis.call('LLEN', keys[1]) end,
                flags = {'no-writes', 'allow-stale'},
                description = 'length of a list'}
            """;
    private static final String LOOP = """
            #!lua name=loop
            redis.register_function('loop', function() while true do end end)
            """;

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
        if (ServerKnows.functions(SERVER.server())) {
            redis.functionFlush();
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static void assumeFunctions() {
        assumeTrue(ServerKnows.functions(SERVER.server()), "functions are since Redis 7.0");
    }

    @Test
    void callsFunctions() {
        assumeFunctions();
        assertThat(redis.functionLoad(SHOP)).isEqualTo("shop");
        redis.rpush("jobs", "a", "b");

        assertThat(redis.fcall("join", ReplyDecoders.string(), List.of("k"), "v"))
                .isEqualTo("kv");
        assertThat(redis.fcall("size", ReplyDecoders.integer(), List.of("jobs")))
                .isEqualTo(2);
        assertThat(redis.fcallReadOnly("size", ReplyDecoders.integer(), List.of("jobs")))
                .isEqualTo(2);
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.fcallReadOnly("join", ReplyDecoders.string(), List.of("k"), "v"));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.fcall("missing", ReplyDecoders.any(), NONE));
    }

    @Test
    void loadsReplacesAndDeletesLibraries() {
        assumeFunctions();
        redis.functionLoad(SHOP);

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.functionLoad(SHOP));
        assertThat(redis.functionLoadReplace(SHOP)).isEqualTo("shop");
        redis.functionDelete("shop");
        assertThat(redis.functionList()).isEmpty();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.functionDelete("shop"));
        redis.functionLoad(SHOP);
        redis.functionFlush(FlushMode.SYNC);
        assertThat(redis.functionList()).isEmpty();
        redis.functionFlush(FlushMode.ASYNC);
    }

    @Test
    void listsLibraries() {
        assumeFunctions();
        redis.functionLoad(SHOP);
        redis.functionLoad(LOOP);

        assertThat(redis.functionList()).extracting(FunctionLibrary::name).containsExactlyInAnyOrder("shop", "loop");
        FunctionLibrary shop = redis.functionList("sh*").get(0);
        assertThat(shop.engine()).isEqualTo("LUA");
        assertThat(shop.code()).isNull();
        assertThat(shop.functions())
                .containsExactlyInAnyOrder(
                        new FunctionLibrary.Function("join", null, Set.of()),
                        new FunctionLibrary.Function("size", "length of a list", Set.of("no-writes", "allow-stale")));
        assertThat(redis.functionList("missing")).isEmpty();
        assertThat(redis.functionListWithCode("shop"))
                .extracting(FunctionLibrary::code)
                .containsExactly(SHOP);
        assertThat(redis.functionListWithCode())
                .extracting(FunctionLibrary::code)
                .containsExactlyInAnyOrder(SHOP, LOOP);
    }

    @Test
    void carriesLibrariesOver() {
        assumeFunctions();
        redis.functionLoad(SHOP);
        byte[] dump = redis.functionDump();

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.functionRestore(dump));
        redis.functionRestore(dump, FunctionRestorePolicy.REPLACE);
        redis.functionLoad(LOOP);
        redis.functionRestore(dump, FunctionRestorePolicy.FLUSH);
        assertThat(redis.functionList()).extracting(FunctionLibrary::name).containsExactly("shop");
        redis.functionFlush();
        redis.functionRestore(dump);
        assertThat(redis.functionListWithCode())
                .extracting(FunctionLibrary::code)
                .containsExactly(SHOP);
    }

    @Test
    void tellsWhatThereIsAndThatNothingRuns() {
        assumeFunctions();
        redis.functionLoad(SHOP);

        assertThat(redis.functionStats())
                .isEqualTo(new FunctionStats(null, Map.of("LUA", new FunctionStats.Engine(1, 2))));
        assertThatExceptionOfType(NotBusyException.class).isThrownBy(redis::functionKill);
        assertThat(redis.functionHelp()).anyMatch(line -> line.contains("RESTORE"));
    }

    @Test
    void tellsWhatRunsAndEndsIt() {
        assumeFunctions();
        redis.functionLoad(LOOP);
        CompletableFuture<@Nullable Object> endless =
                client.async().fcall("loop", ReplyDecoders.any(), List.of("k"), "v");
        Await.until(() -> redis.functionStats().running() != null);

        FunctionStats.Running running = redis.functionStats().running();
        redis.functionKill();

        assertThat(running).isNotNull();
        assertThat(running.name()).isEqualTo("loop");
        assertThat(running.command()).containsExactly("FCALL", "loop", "1", "k", "v");
        assertThat(running.duration()).isPositive().isLessThan(Duration.ofMinutes(2));
        assertThat(endless)
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .withMessageContaining("killed");
    }

    @Test
    void saysThatAnOlderServerHasNoFunctions() {
        assumeFalse(ServerKnows.functions(SERVER.server()), "functions are since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class)
                .isThrownBy(() -> redis.fcall("f", ReplyDecoders.any(), NONE));
        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.functionLoad(SHOP));
    }
}
