package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ModuleLoadArgs;
import io.sorrel.redis.command.reply.MemoryStats;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.error.ModuleException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about configuration, memory and modules against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConfigCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create().flushedBeforeEach();

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
    void readsAndChangesParameters() {
        redis.configSet("maxmemory-samples", "7");

        assertThat(redis.configGet("maxmemory-samples")).containsExactly(Map.entry("maxmemory-samples", "7"));
        assertThat(redis.configGet("maxmemory-s*")).containsEntry("maxmemory-samples", "7");
        assertThat(redis.configGet("no-such-parameter")).isEmpty();
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.configSet("no-such-parameter", "1"));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.configSet("maxmemory-samples", "many"));
    }

    @Test
    void readsAndChangesSeveralParametersWhereTheServerCan() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "several parameters are since Redis 7.0");

        redis.configSet(Map.of("maxmemory-samples", "6", "lfu-decay-time", "2"));

        assertThat(redis.configGet("maxmemory-samples", "lfu-decay-time"))
                .containsOnly(Map.entry("maxmemory-samples", "6"), Map.entry("lfu-decay-time", "2"));
    }

    @Test
    void passesOnThatAnOlderServerChangesOneParameterAtATime() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "several parameters are since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.configSet(Map.of("maxmemory-samples", "6", "lfu-decay-time", "2")));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.configGet("save", "port"));
    }

    @Test
    void writesTheConfigurationIntoItsFile() throws IOException {
        redis.configSet("maxmemory-samples", "9");

        redis.configRewrite();

        String file = redis.info().server().configurationFile();
        assertThat(Files.readString(Path.of(file))).contains("maxmemory-samples 9");
    }

    @Test
    void setsBackWhatIsCounted() {
        redis.get("nothing");
        assertThat(redis.info().stats().keyspaceMisses()).isPositive();

        redis.configResetStat();

        assertThat(redis.info().stats().keyspaceMisses()).isZero();
    }

    @Test
    void listsSubcommands() {
        assertThat(redis.configHelp()).isNotEmpty();
        assertThat(redis.memoryHelp()).isNotEmpty();
        assertThat(redis.moduleHelp()).isNotEmpty();
    }

    @Test
    void tellsWhatAKeyTakes() {
        redis.set("a", "x".repeat(1000));
        redis.hset("h", Map.of("f", "1", "g", "2"));

        assertThat(redis.memoryUsage("a")).isBetween(1000L, 3000L);
        assertThat(redis.memoryUsage("h", 0)).isPositive();
        assertThat(redis.memoryUsage("h", 1)).isPositive();
        assertThat(redis.memoryUsage("nothing")).isNull();
    }

    @Test
    void tellsWhatMemoryIsUsedFor() {
        redis.set("a", "1");

        MemoryStats stats = redis.memoryStats();

        assertThat(stats.total()).isPositive();
        assertThat(stats.peak()).isPositive();
        assertThat(stats.startup()).isPositive();
        assertThat(stats.overhead()).isPositive();
        assertThat(stats.keys()).isEqualTo(1);
        assertThat(stats.bytesPerKey()).isNotNegative();
        assertThat(stats.replicationBacklog()).isZero();
        assertThat(stats.replicaClients()).isZero();
        assertThat(stats.normalClients()).isNotNegative();
        assertThat(stats.aofBuffer()).isZero();
        assertThat(stats.scripts()).isNotNegative();
        assertThat(stats.datasetPercentage()).isNotNaN();
        assertThat(stats.peakPercentage()).isBetween(0.0, 200.0);
        assertThat(stats.fragmentationRatio()).isPositive();
        assertThat(stats.allocatorAllocated()).isPositive();
        assertThat(stats.allocatorActive()).isPositive();
        assertThat(stats.allocatorResident()).isPositive();
        assertThat(stats.databases().get(0).keyTable()).isPositive();
        assertThat(stats.databases().get(0).expiryTable()).isNotNegative();
        assertThat(stats.values()).hasSizeGreaterThan(20);
    }

    @Test
    void looksAfterMemory() {
        redis.memoryPurge();
        assertThat(redis.memoryDoctor()).isNotEmpty();
        assertThat(redis.memoryMallocStats()).isNotEmpty();
    }

    @Test
    void listsModules() {
        assertThat(redis.moduleList().stream().map(ServerHello.Module::name).anyMatch("vectorset"::equals))
                .isEqualTo(ServerKnows.vectorSets(SERVER.server()));
    }

    @Test
    void passesOnThatAModuleCannotBeLoaded() {
        try (RedisServer server = ServerKnows.since(SERVER.server(), "7.0", "7.2")
                        ? RedisServer.builder()
                                .config("enable-module-command", "yes")
                                .start()
                        : RedisServer.start();
                RedisClient open = RedisClient.create(server.uri())) {
            assertThatExceptionOfType(ModuleException.class)
                    .isThrownBy(() -> path.commands(open).moduleLoad("/no/such/library.so", "x"));
            assertThatExceptionOfType(ModuleException.class)
                    .isThrownBy(() -> path.commands(open).moduleUnload("no-such-module"));
            if (ServerKnows.since(server, "7.0", "7.2")) {
                assertThatExceptionOfType(ModuleException.class)
                        .isThrownBy(() -> path.commands(open)
                                .moduleLoadEx(
                                        "/no/such/library.so",
                                        ModuleLoadArgs.none()
                                                .parameter("m.a", "1")
                                                .arguments("x")));
            }
        }
    }
}
