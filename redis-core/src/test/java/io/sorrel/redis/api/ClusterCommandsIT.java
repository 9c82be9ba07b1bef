package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.args.SlotMetric;
import io.sorrel.redis.command.args.SlotStatsArgs;
import io.sorrel.redis.command.reply.ClusterInfo;
import io.sorrel.redis.command.reply.ClusterNode;
import io.sorrel.redis.command.reply.ClusterShard;
import io.sorrel.redis.command.reply.ClusterSlots;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.command.reply.SlotStats;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that tell about a cluster, against a real one of one node, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class ClusterCommandsIT {
    private static final SlotRange ALL = new SlotRange(0, SlotRange.SLOTS - 1);
    private static final String NOBODY = "0".repeat(40);

    @RegisterExtension
    static final RedisServerExtension SERVER =
            RedisServerExtension.of(RedisServer.builder().config("cluster-enabled", "yes"));

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        if (redis.clusterInfo().slotsAssigned() == 0) {
            redis.clusterAddSlots(IntStream.range(0, SlotRange.SLOTS).toArray());
        }
        Await.until(() -> redis.clusterInfo().isOk());
        redis.flushAll();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private boolean isSince7() {
        return ServerKnows.since(SERVER.server(), "7.0", "7.2");
    }

    @Test
    void tellsHowTheClusterIs() {
        ClusterInfo info = redis.clusterInfo();

        assertThat(info.state()).isEqualTo("ok");
        assertThat(info.slotsAssigned()).isEqualTo(SlotRange.SLOTS);
        assertThat(info.slotsOk()).isEqualTo(SlotRange.SLOTS);
        assertThat(info.slotsPossiblyFailing() + info.slotsFailing()).isZero();
        assertThat(info.knownNodes()).isEqualTo(1);
        assertThat(info.size()).isEqualTo(1);
        assertThat(info.currentEpoch()).isNotNegative();
        assertThat(info.myEpoch()).isNotNegative();
        assertThat(info.messagesSent()).isZero();
        assertThat(info.messagesReceived()).isZero();
        assertThat(redis.info().server().mode()).isEqualTo("cluster");
        assertThat(redis.info().isClusterEnabled()).isTrue();
    }

    @Test
    void describesItsNode() {
        ClusterNode node = redis.clusterNodes().get(0);

        assertThat(node.id()).isEqualTo(redis.clusterMyId()).hasSize(40);
        assertThat(node.port()).isEqualTo(SERVER.server().port());
        assertThat(node.busPort()).isEqualTo(SERVER.server().port() + 10_000);
        assertThat(node.isMyself() && node.isPrimary()).isTrue();
        assertThat(node.primaryId()).isNull();
        assertThat(node.connected()).isTrue();
        assertThat(node.slots()).containsExactly(ALL);
        assertThat(node.migrating()).isEmpty();
        assertThat(node.importing()).isEmpty();
    }

    @Test
    void tellsWhoHasWhichSlots() {
        List<ClusterSlots> slots = redis.clusterSlots();

        assertThat(slots).hasSize(1);
        assertThat(slots.get(0).range()).isEqualTo(ALL);
        ClusterSlots.Node primary = slots.get(0).primary();
        assertThat(primary.port()).isEqualTo(SERVER.server().port());
        assertThat(primary.id()).isEqualTo(redis.clusterMyId());
        assertThat(slots.get(0).replicas()).isEmpty();
    }

    @Test
    void tellsOfShardsAndLinksWhereItDoes() {
        assumeTrue(isSince7(), "CLUSTER SHARDS and CLUSTER LINKS are since Redis 7.0");

        List<ClusterShard> shards = redis.clusterShards();

        assertThat(shards).hasSize(1);
        assertThat(shards.get(0).slots()).containsExactly(ALL);
        ClusterShard.Node node = shards.get(0).nodes().get(0);
        assertThat(node.id()).isEqualTo(redis.clusterMyId());
        assertThat(node.port()).isEqualTo(SERVER.server().port());
        assertThat(node.tlsPort()).isEqualTo(-1);
        assertThat(node.isPrimary()).isTrue();
        assertThat(node.isOnline()).isTrue();
        assertThat(node.replicationOffset()).isNotNegative();
        assertThat(redis.clusterLinks()).isEmpty();
    }

    @Test
    void tellsItsShardWhereItDoes() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "CLUSTER MYSHARDID is since Redis 7.2");

        assertThat(redis.clusterMyShardId()).hasSize(40);
    }

    @Test
    void passesOnWhatAnOlderServerDoesNotKnow() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "CLUSTER MYSHARDID is since Redis 7.2");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterMyShardId());
    }

    @Test
    void findsTheKeysOfASlot() {
        int slot = redis.clusterKeySlot("foo");
        assertThat(slot).isEqualTo(12_182);
        assertThat(redis.clusterKeySlot("{foo}1")).isEqualTo(slot);
        redis.set("foo", "1");
        redis.set("{foo}1", "1");

        assertThat(redis.clusterCountKeysInSlot(slot)).isEqualTo(2);
        assertThat(redis.clusterGetKeysInSlot(slot, 10)).containsExactlyInAnyOrder("foo", "{foo}1");
        assertThat(redis.clusterGetKeysInSlot(slot, 1)).hasSize(1);
        assertThat(redis.clusterCountKeysInSlot(0)).isZero();
    }

    @Test
    void tellsWhatSlotsHaveWhereItDoes() {
        assumeTrue(ServerKnows.slotStats(SERVER.server()), "CLUSTER SLOT-STATS is since Redis 8.2 and Valkey 8.0");
        redis.set("foo", "1");

        assertThat(redis.clusterSlotStats(new SlotRange(12_181, 12_182)))
                .extracting(SlotStats::keys)
                .containsExactly(0L, 1L);
        assertThat(redis.clusterSlotStats(
                        SlotStatsArgs.orderBy(SlotMetric.KEY_COUNT).limit(1)))
                .singleElement()
                .satisfies(stats -> assertThat(stats.slot()).isEqualTo(12_182));
        assertThat(redis.clusterSlotStats(
                        SlotStatsArgs.orderBy(SlotMetric.KEY_COUNT).limit(3).ascending()))
                .hasSize(3);
    }

    @Test
    void passesOnThatItDoesNotTellWhatSlotsHave() {
        assumeFalse(ServerKnows.slotStats(SERVER.server()), "CLUSTER SLOT-STATS is since Redis 8.2 and Valkey 8.0");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterSlotStats(ALL));
    }

    @Test
    @SuppressWarnings("deprecation")
    void tellsOfOtherNodes() {
        String id = redis.clusterMyId();

        assertThat(redis.clusterReplicas(id)).isEmpty();
        assertThat(redis.clusterSlaves(id)).isEmpty();
        assertThat(redis.clusterCountFailureReports(id)).isZero();
        assertThat(redis.clusterHelp()).isNotEmpty();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterReplicas(NOBODY));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clusterCountFailureReports(NOBODY));
    }

    @Test
    void changesTheConnectionWithinASession() {
        try (RedisSession session = client.openSession()) {
            session.sync().readOnly();
            session.sync().readWrite();
            session.sync().asking();
            assertThat(session.sync().get("foo")).isNull();
        }
        assertThatIllegalStateException().isThrownBy(() -> redis.readOnly()).withMessageContaining("openSession");
        assertThatIllegalStateException().isThrownBy(() -> redis.readWrite()).withMessageContaining("READWRITE");
        assertThatIllegalStateException().isThrownBy(() -> redis.asking()).withMessageContaining("ASKING");
    }

    @Test
    void passesOnThatAServerIsNoNode() {
        try (RedisServer alone = RedisServer.start();
                RedisClient other = RedisClient.create(alone.uri())) {
            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> path.commands(other).clusterNodes());
        }
    }
}
