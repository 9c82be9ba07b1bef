package io.sorrel.redis.command.definition;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.CallStyle;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.reply.FieldPersistResult;
import io.sorrel.redis.command.reply.PendingSummary;
import io.sorrel.redis.command.reply.ServerRole;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A command of every group as a future, against a real server, in both protocols. */
@ParameterizedClass
@EnumSource(value = ProtocolVersion.class, names = "RESP.", mode = EnumSource.Mode.MATCH_ANY)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("deprecation") // Older commands have groups of their own.
class AsyncGroupsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    /** Their commands need a server that is part of a cluster. */
    private static final Set<String> WORDS_OF_CLUSTERS =
            Set.of("ASKING", "CLUSTER", "READONLY", "READWRITE", "RESTORE-ASKING");

    private static final Map<String, Function<RedisAsyncCommands<String, String>, CompletableFuture<?>>> CALLS =
            Map.ofEntries(
                    entry("Acl", redis -> redis.aclWhoAmI()),
                    entry("Bitmap", redis -> redis.bitCount("none")),
                    entry("BlockingList", redis -> redis.blpop(Duration.ofMillis(10), "none")),
                    entry("Client", redis -> redis.clientUnpause()),
                    entry(
                            "CommandInfo",
                            redis -> redis.commandGetKeys(new CommandDefinitions<>(RedisCodec.utf8())
                                    .strings()
                                    .get("k"))),
                    entry("CommandLog", redis -> redis.slowlogGet(0)),
                    entry("Config", redis -> redis.configGet("databases")),
                    entry("Connection", redis -> redis.ping()),
                    entry("Counter", redis -> redis.incr("n")),
                    entry("Debug", redis -> redis.debugSetActiveExpire(true)),
                    entry("Expiry", redis -> redis.expire("none", Duration.ofMinutes(1))),
                    entry("Function", redis -> redis.functionList()),
                    entry("Geo", redis -> redis.geoAdd("g", 1, 2, "m")),
                    entry("GeoRadius", redis -> redis.geoRadius("none", 1, 2, 3, GeoUnit.METERS)),
                    entry("Hash", redis -> redis.hset("h", "f", "v")),
                    entry("HashExpiry", redis -> redis.hpersist("none", "f")),
                    entry("HyperLogLog", redis -> redis.pfadd("p", "a")),
                    entry("Key", redis -> redis.exists("none")),
                    entry("Latency", redis -> redis.latencyLatest()),
                    entry("List", redis -> redis.rpush("l", "a", "b")),
                    entry("Memory", redis -> redis.memoryUsage("none")),
                    entry("Module", redis -> redis.moduleHelp().thenApply(List::isEmpty)),
                    entry("Persistence", redis -> redis.lastSave().thenApply(moment -> moment.isAfter(Instant.EPOCH))),
                    entry("PubSub", redis -> redis.publish("channel", "m")),
                    entry("Replication", redis -> redis.role().thenApply(ServerRole.Primary.class::isInstance)),
                    entry("Script", redis -> redis.scriptExists("0".repeat(40))),
                    entry("Server", redis -> redis.dbSize()),
                    entry("Set", redis -> redis.sadd("s", "a")),
                    entry("SetAlgebra", redis -> redis.sinter("none")),
                    entry("SortedSet", redis -> redis.zadd("z", 1, "a")),
                    entry("SortedSetAlgebra", redis -> redis.zinter("none")),
                    entry("SortedSetOldRange", redis -> redis.zrevRange("none", 0, -1)),
                    entry("SortedSetPop", redis -> redis.zpopMin("none")),
                    entry("SortedSetRange", redis -> redis.zrange("none", 0, -1)),
                    entry("SortedSetStore", redis -> redis.zunionStore("d", "none")),
                    entry("Stream", redis -> redis.xlen("none")),
                    entry("StreamGroup", redis -> redis.xack("none", "g", StreamId.of("1-1"))),
                    entry(
                            "StreamInfo",
                            redis -> redis.xadd("x", Map.of("f", "v")).thenCompose(id -> redis.xinfoGroups("x"))),
                    entry(
                            "StreamPending",
                            redis -> redis.xadd("x", Map.of("f", "v"))
                                    .thenCompose(id -> redis.xgroupCreate("x", "g", StreamStart.beginning()))
                                    .thenCompose(done -> redis.xpending("x", "g"))
                                    .thenApply(PendingSummary::count)),
                    entry("String", redis -> redis.get("none")),
                    entry("VectorSet", redis -> redis.vcard("none")),
                    entry("VectorSimilarity", redis -> redis.vsimElement("none", "e")));

    /** What the calls complete with. */
    private static final Map<String, Object> REPLIES = Map.ofEntries(
            entry("Acl", "default"),
            entry("Bitmap", 0L),
            entry("CommandInfo", List.of("k")),
            entry("CommandLog", List.of()),
            entry("Config", Map.of("databases", "16")),
            entry("Connection", "PONG"),
            entry("Counter", 1L),
            entry("Expiry", false),
            entry("Function", List.of()),
            entry("Geo", 1L),
            entry("GeoRadius", List.of()),
            entry("Hash", 1L),
            entry("HashExpiry", List.of(FieldPersistResult.NO_SUCH_FIELD)),
            entry("HyperLogLog", true),
            entry("Key", 0L),
            entry("Latency", List.of()),
            entry("List", 2L),
            entry("Module", false),
            entry("Persistence", true),
            entry("PubSub", 0L),
            entry("Replication", true),
            entry("Script", List.of(false)),
            entry("Server", 0L),
            entry("Set", 1L),
            entry("SetAlgebra", Set.of()),
            entry("SortedSet", 1L),
            entry("SortedSetAlgebra", List.of()),
            entry("SortedSetOldRange", List.of()),
            entry("SortedSetRange", List.of()),
            entry("SortedSetStore", 0L),
            entry("Stream", 0L),
            entry("StreamGroup", 0L),
            entry("StreamInfo", List.of()),
            entry("StreamPending", 0L),
            entry("VectorSet", 0L),
            entry("VectorSimilarity", List.of()));

    @Parameter
    ProtocolVersion protocol;

    private RedisClient client;

    @BeforeEach
    void open() {
        client = RedisClient.create(
                ClientOptions.of(SERVER.uri()).toBuilder().protocol(protocol).build());
    }

    @AfterEach
    void close() {
        client.close();
    }

    static Stream<String> groups() {
        return CALLS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void completesWithTheReply(String group) {
        assumeTrue(isKnown(group), "the server does not know the group");

        CompletableFuture<?> future = CALLS.get(group).apply(client.async());

        Object reply = CallStyle.resultOf(future);
        assertThat(reply).isEqualTo(REPLIES.get(group));
    }

    /** Whether the server knows a command of the group, or at least the first word of one. */
    private boolean isKnown(String group) {
        Set<String> known = ServerCommand.all(client).keySet();
        return DefinitionSource.specs(group + "Definitions").stream()
                .anyMatch(spec -> known.contains(spec.words().get(0)));
    }

    @Test
    void callsEveryGroupOfTheServer() {
        assertThat(DefinitionSource.all().stream()
                        .filter(group -> group.specs().stream().anyMatch(AsyncGroupsIT::runsOutsideSessions))
                        .map(DefinitionSource::stem))
                .isSubsetOf(CALLS.keySet());
    }

    private static boolean runsOutsideSessions(CommandSpec spec) {
        String word = spec.words().get(0);
        return spec.connectionState() == ConnectionState.INDEPENDENT
                && word.indexOf('.') < 0
                && !WORDS_OF_CLUSTERS.contains(word);
    }
}
