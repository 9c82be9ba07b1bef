package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.command.args.ClusterFailoverMode;
import io.sorrel.redis.command.args.ClusterResetMode;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.command.args.SlotMetric;
import io.sorrel.redis.command.args.SlotState;
import io.sorrel.redis.command.args.SlotStatsArgs;
import io.sorrel.redis.command.reply.SlotRange;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class ClusterDefinitionsTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final ClusterDefinitions<String, String> CLUSTER = COMMANDS.cluster();
    private static final ClusterAdminDefinitions<String, String> ADMIN = COMMANDS.clusterAdmin();
    private static final byte[] DUMP = {'d', 'u', 'm', 'p'};

    @ParameterizedTest
    @MethodSource({"questions", "changes"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> questions() {
        return Stream.of(
                sends("ASKING", CLUSTER.asking()),
                sends("CLUSTER COUNT-FAILURE-REPORTS n", CLUSTER.clusterCountFailureReports("n")),
                sends("CLUSTER COUNTKEYSINSLOT 16383", CLUSTER.clusterCountKeysInSlot(16_383)),
                sends("CLUSTER GETKEYSINSLOT 0 10", CLUSTER.clusterGetKeysInSlot(0, 10)),
                sends("CLUSTER HELP", CLUSTER.clusterHelp()),
                sends("CLUSTER INFO", CLUSTER.clusterInfo()),
                sends("CLUSTER KEYSLOT k", CLUSTER.clusterKeySlot("k")),
                sends("CLUSTER LINKS", CLUSTER.clusterLinks()),
                sends("CLUSTER MYID", CLUSTER.clusterMyId()),
                sends("CLUSTER MYSHARDID", CLUSTER.clusterMyShardId()),
                sends("CLUSTER NODES", CLUSTER.clusterNodes()),
                sends("CLUSTER REPLICAS n", CLUSTER.clusterReplicas("n")),
                sends("CLUSTER SHARDS", CLUSTER.clusterShards()),
                sends("CLUSTER SLAVES n", CLUSTER.clusterSlaves("n")),
                sends("CLUSTER SLOTS", CLUSTER.clusterSlots()),
                sends("CLUSTER SLOT-STATS SLOTSRANGE 0 99", CLUSTER.clusterSlotStats(new SlotRange(0, 99))),
                sends(
                        "CLUSTER SLOT-STATS ORDERBY key-count DESC",
                        CLUSTER.clusterSlotStats(SlotStatsArgs.orderBy(SlotMetric.KEY_COUNT))),
                sends(
                        "CLUSTER SLOT-STATS ORDERBY cpu-usec LIMIT 3 ASC",
                        CLUSTER.clusterSlotStats(SlotStatsArgs.orderBy(SlotMetric.CPU)
                                .ascending()
                                .limit(3))),
                sends(
                        "CLUSTER SLOT-STATS ORDERBY network-bytes-in LIMIT 16384 DESC",
                        CLUSTER.clusterSlotStats(SlotStatsArgs.orderBy(SlotMetric.NETWORK_BYTES_IN)
                                .limit(16_384))),
                sends(
                        "CLUSTER SLOT-STATS ORDERBY network-bytes-out ASC",
                        CLUSTER.clusterSlotStats(SlotStatsArgs.orderBy(SlotMetric.NETWORK_BYTES_OUT)
                                .ascending())),
                sends("READONLY", CLUSTER.readOnly()),
                sends("READWRITE", CLUSTER.readWrite()));
    }

    static Stream<ArgumentSet> changes() {
        return Stream.of(
                sends("CLUSTER ADDSLOTS 0 5 16383", ADMIN.clusterAddSlots(0, 5, 16_383)),
                sends(
                        "CLUSTER ADDSLOTSRANGE 0 9 20 20",
                        ADMIN.clusterAddSlotsRange(new SlotRange(0, 9), SlotRange.of(20))),
                sends("CLUSTER BUMPEPOCH", ADMIN.clusterBumpEpoch()),
                sends("CLUSTER DELSLOTS 7", ADMIN.clusterDelSlots(7)),
                sends("CLUSTER DELSLOTSRANGE 0 9", ADMIN.clusterDelSlotsRange(new SlotRange(0, 9))),
                sends("CLUSTER FAILOVER", ADMIN.clusterFailover()),
                sends("CLUSTER FAILOVER FORCE", ADMIN.clusterFailover(ClusterFailoverMode.FORCE)),
                sends("CLUSTER FAILOVER TAKEOVER", ADMIN.clusterFailover(ClusterFailoverMode.TAKEOVER)),
                sends("CLUSTER FLUSHSLOTS", ADMIN.clusterFlushSlots()),
                sends("CLUSTER FORGET n", ADMIN.clusterForget("n")),
                sends("CLUSTER MEET 10.0.0.1 6379", ADMIN.clusterMeet("10.0.0.1", 6379)),
                sends("CLUSTER MEET 10.0.0.1 6379 16379", ADMIN.clusterMeet("10.0.0.1", 6379, 16_379)),
                sends("CLUSTER REPLICATE n", ADMIN.clusterReplicate("n")),
                sends("CLUSTER RESET", ADMIN.clusterReset()),
                sends("CLUSTER RESET SOFT", ADMIN.clusterReset(ClusterResetMode.SOFT)),
                sends("CLUSTER RESET HARD", ADMIN.clusterReset(ClusterResetMode.HARD)),
                sends("CLUSTER SAVECONFIG", ADMIN.clusterSaveConfig()),
                sends("CLUSTER SET-CONFIG-EPOCH 5", ADMIN.clusterSetConfigEpoch(5)),
                sends("CLUSTER SETSLOT 5 IMPORTING n", ADMIN.clusterSetSlot(5, SlotState.importing("n"))),
                sends("CLUSTER SETSLOT 5 MIGRATING n", ADMIN.clusterSetSlot(5, SlotState.migrating("n"))),
                sends(
                        "CLUSTER SETSLOT 5 NODE n TIMEOUT 500",
                        ADMIN.clusterSetSlot(5, SlotState.ownedBy("n").timeout(Duration.ofMillis(500)))),
                sends("CLUSTER SETSLOT 5 STABLE", ADMIN.clusterSetSlot(5, SlotState.stable())),
                sends("RESTORE-ASKING k 0 dump", ADMIN.restoreAsking("k", DUMP, RestoreArgs.defaults())),
                sends(
                        "RESTORE-ASKING k 1000 dump REPLACE",
                        ADMIN.restoreAsking(
                                "k",
                                DUMP,
                                RestoreArgs.defaults()
                                        .ttl(Duration.ofSeconds(1))
                                        .replace())));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void refusesWrongUseAndNamesTheParameter(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(named);
    }

    static Stream<ArgumentSet> wrongUses() {
        return Stream.of(
                refused("nodeId", "COUNT-FAILURE-REPORTS null", () -> CLUSTER.clusterCountFailureReports(null)),
                refused("slot", "COUNTKEYSINSLOT -1", () -> CLUSTER.clusterCountKeysInSlot(-1)),
                refused("slot", "GETKEYSINSLOT 16384", () -> CLUSTER.clusterGetKeysInSlot(16_384, 1)),
                refused("count", "GETKEYSINSLOT 0 -1", () -> CLUSTER.clusterGetKeysInSlot(0, -1)),
                refused("key", "KEYSLOT null", () -> CLUSTER.clusterKeySlot(null)),
                refused("primaryId", "REPLICAS null", () -> CLUSTER.clusterReplicas(null)),
                refused("primaryId", "SLAVES null", () -> CLUSTER.clusterSlaves(null)),
                refused("range", "SLOT-STATS of no range", () -> CLUSTER.clusterSlotStats((SlotRange) null)),
                refused("args", "SLOT-STATS null", () -> CLUSTER.clusterSlotStats((SlotStatsArgs) null)),
                refused("metric", "ORDERBY null", () -> SlotStatsArgs.orderBy(null)),
                refused(
                        "limit",
                        "LIMIT 0",
                        () -> SlotStatsArgs.orderBy(SlotMetric.CPU).limit(0)),
                refused("first and last", "a range that ends before it starts", () -> new SlotRange(5, 4)),
                refused("first and last", "a range from -1", () -> new SlotRange(-1, 4)),
                refused("first and last", "a range to 16384", () -> new SlotRange(0, 16_384)),
                refused("slots", "ADDSLOTS", () -> ADMIN.clusterAddSlots()),
                refused("slots", "ADDSLOTS 16384", () -> ADMIN.clusterAddSlots(0, 16_384)),
                refused("slots", "DELSLOTS null", () -> ADMIN.clusterDelSlots((int[]) null)),
                refused("ranges", "ADDSLOTSRANGE", () -> ADMIN.clusterAddSlotsRange()),
                refused("ranges", "DELSLOTSRANGE null", () -> ADMIN.clusterDelSlotsRange(SlotRange.of(1), null)),
                refused("mode", "FAILOVER null", () -> ADMIN.clusterFailover(null)),
                refused("nodeId", "FORGET null", () -> ADMIN.clusterForget(null)),
                refused("host", "MEET null", () -> ADMIN.clusterMeet(null, 1)),
                refused("port", "MEET h 0", () -> ADMIN.clusterMeet("h", 0)),
                refused("busPort", "MEET h 1 65536", () -> ADMIN.clusterMeet("h", 1, 65_536)),
                refused("primaryId", "REPLICATE null", () -> ADMIN.clusterReplicate(null)),
                refused("mode", "RESET null", () -> ADMIN.clusterReset(null)),
                refused("epoch", "SET-CONFIG-EPOCH 0", () -> ADMIN.clusterSetConfigEpoch(0)),
                refused("slot", "SETSLOT -1", () -> ADMIN.clusterSetSlot(-1, SlotState.stable())),
                refused("state", "SETSLOT null", () -> ADMIN.clusterSetSlot(1, null)),
                refused("nodeId", "IMPORTING null", () -> SlotState.importing(null)),
                refused("nodeId", "MIGRATING null", () -> SlotState.migrating(null)),
                refused("nodeId", "NODE null", () -> SlotState.ownedBy(null)),
                refused("timeout", "TIMEOUT 0", () -> SlotState.stable().timeout(Duration.ZERO)),
                refused("args", "RESTORE-ASKING null", () -> ADMIN.restoreAsking("k", DUMP, null)),
                refused(
                        "dump",
                        "RESTORE-ASKING of nothing",
                        () -> ADMIN.restoreAsking("k", null, RestoreArgs.defaults())));
    }

    @Test
    void knowsWhichCommandsChangeTheConnection() {
        assertThat(Stream.of(CLUSTER.asking(), CLUSTER.readOnly(), CLUSTER.readWrite())
                        .map(command -> command.spec().connectionState()))
                .containsOnly(ConnectionState.CHANGES);
        assertThat(CLUSTER.clusterNodes().spec().connectionState()).isEqualTo(ConnectionState.INDEPENDENT);
    }

    @Test
    void countsTheSlotsOfARange() {
        SlotRange range = new SlotRange(10, 19);

        assertThat(range.size()).isEqualTo(10);
        assertThat(range.contains(10) && range.contains(19)).isTrue();
        assertThat(range.contains(9) || range.contains(20)).isFalse();
        assertThat(SlotRange.of(7).size()).isEqualTo(1);
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
