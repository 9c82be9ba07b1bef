package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.reply.ClusterEpoch;
import io.sorrel.redis.command.reply.ClusterInfo;
import io.sorrel.redis.command.reply.ClusterLink;
import io.sorrel.redis.command.reply.ClusterNode;
import io.sorrel.redis.command.reply.ClusterShard;
import io.sorrel.redis.command.reply.ClusterSlots;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.command.reply.SlotStats;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes of both protocols, and of old and new versions, tell of their cluster. */
class ClusterRepliesTest {
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);
    private static final String C = "c".repeat(40);

    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());

    private List<ClusterNode> nodes(String... lines) throws IOException {
        return RecordedReply.readText(commands.cluster().clusterNodes(), String.join("\n", lines) + "\n");
    }

    @Test
    void readsANodeThatTellsOfItself() throws IOException {
        ClusterNode node = nodes(A + " 127.0.0.1:7371@17371,one.example myself,master - 0 1700000000001 3 connected"
                        + " 0-100 200 300-16383 [5->-" + B + "] [6-<-" + C + "]")
                .get(0);

        assertThat(node.id()).isEqualTo(A);
        assertThat(node.host()).isEqualTo("127.0.0.1");
        assertThat(node.port()).isEqualTo(7371);
        assertThat(node.busPort()).isEqualTo(17_371);
        assertThat(node.hostname()).isEqualTo("one.example");
        assertThat(node.flags()).containsExactly("myself", "master");
        assertThat(node.isMyself() && node.isPrimary()).isTrue();
        assertThat(node.isReplica() || node.isFailing() || node.isPossiblyFailing())
                .isFalse();
        assertThat(node.primaryId()).isNull();
        assertThat(node.pingSent()).isNull();
        assertThat(node.pongReceived()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_001L));
        assertThat(node.configEpoch()).isEqualTo(3);
        assertThat(node.connected()).isTrue();
        assertThat(node.slots()).containsExactly(new SlotRange(0, 100), SlotRange.of(200), new SlotRange(300, 16_383));
        assertThat(node.migrating()).containsExactly(entry(5, B));
        assertThat(node.importing()).containsExactly(entry(6, C));
    }

    @Test
    void readsNodesOfOtherKindsAndVersions() throws IOException {
        List<ClusterNode> nodes = nodes(
                A + " :7371@17371 myself,master - 0 0 0 connected",
                B + " ::1:6379@16379,,shard-id=" + C + " slave,fail? " + A + " 1700000000002 1 2 disconnected",
                C + " 10.0.0.1:6379 master,fail - 0 1 2 connected 7",
                C + " :0@0 slave,fail,noaddr " + A + " 0 1 2 disconnected",
                "",
                C + " 10.0.0.1:6379@16379,shard-id=x master - 0 1 2 connected");

        assertThat(nodes).hasSize(5);
        assertThat(nodes.get(0).host()).isNull();
        assertThat(nodes.get(0).pongReceived()).isNull();
        assertThat(nodes.get(0).slots()).isEmpty();
        assertThat(nodes.get(1).host()).isEqualTo("::1");
        assertThat(nodes.get(1).port()).isEqualTo(6379);
        assertThat(nodes.get(1).hostname()).isNull();
        assertThat(nodes.get(1).primaryId()).isEqualTo(A);
        assertThat(nodes.get(1).pingSent()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_002L));
        assertThat(nodes.get(1).connected()).isFalse();
        assertThat(nodes.get(1).isReplica() && nodes.get(1).isPossiblyFailing()).isTrue();
        assertThat(nodes.get(1).isFailing()).isFalse();
        assertThat(nodes.get(2).busPort()).isZero();
        assertThat(nodes.get(2).isFailing()).isTrue();
        assertThat(nodes.get(3).host()).isNull();
        assertThat(nodes.get(3).port()).isZero();
        assertThat(nodes.get(4).hostname()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just words",
                "id 10.0.0.1:x@1 master - 0 0 0 connected",
                "id 10.0.0.1:1@1 master - 0 0 0 connected 5-x",
                "id 10.0.0.1:1@1 master - 0 0 0 connected 9-16384",
                "id 10.0.0.1:1@1 master - 0 0 none connected"
            })
    void refusesWhatIsNoNode(String line) {
        assertThatExceptionOfType(UnexpectedReplyException.class).isThrownBy(() -> nodes(line));
    }

    @Test
    void readsTheReplicasOfAPrimary() throws IOException {
        String wire = "*1|'" + B + " 10.0.0.2:6379@16379 slave " + A + " 0 1 2 connected";

        assertThat(RecordedReply.read(commands.cluster().clusterReplicas(A), wire))
                .singleElement()
                .satisfies(node -> assertThat(node.primaryId()).isEqualTo(A));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*4|:0|:100|*4|'10.0.0.1|:6379|'aa|%1|'hostname|'one|*3|'|:6380|'bb|*2|:101|:16383",
                "*2|*4|:0|:100|*5|'10.0.0.1|:6379|'aa|*2|'hostname|'one|:1|*4|_|:6380|'bb|%0|*2|:101|:16383"
            })
    void readsWhoHasWhichSlots(String wire) throws IOException {
        List<ClusterSlots> slots = RecordedReply.read(commands.cluster().clusterSlots(), wire);

        ClusterSlots.Node primary = new ClusterSlots.Node("10.0.0.1", 6379, "aa", Map.of("hostname", "one"));
        ClusterSlots.Node replica = new ClusterSlots.Node(null, 6380, "bb", Map.of());
        assertThat(slots)
                .containsExactly(
                        new ClusterSlots(new SlotRange(0, 100), List.of(primary, replica)),
                        new ClusterSlots(new SlotRange(101, 16_383), List.of()));
        assertThat(slots.get(0).primary()).isEqualTo(primary);
        assertThat(slots.get(0).replicas()).containsExactly(replica);
        assertThat(slots.get(1).primary()).isNull();
        assertThat(slots.get(1).replicas()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|*1|:0", "*1|*2|:5|:4", "*1|*2|:0|:99999999999", "*1|*3|:0|:1|*1|'h"})
    void refusesWhatAreNoSlots(String wire) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(commands.cluster().clusterSlots(), wire));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|%4|'id|'ss|'slots|*4|:0|:9|:20|:20|'nodes|*1|%10|'id|'aa|'port|:6379|'tls-port|:6380|'ip|'10.0.0.1"
                        + "|'endpoint|'one|'hostname|'one|'role|'master|'replication-offset|:14|'health|'online|'later|:1"
                        + "|'later|:1|%2|'slots|*0|'nodes|*1|%5|'id|'bb|'port|:6381|'endpoint|_|'role|'replica|'health"
                        + "|'loading",
                "*2|*8|'id|'ss|'slots|*4|:0|:9|:20|:20|'nodes|*1|*20|'id|'aa|'port|:6379|'tls-port|:6380|'ip|'10.0.0.1"
                        + "|'endpoint|'one|'hostname|'one|'role|'master|'replication-offset|:14|'health|'online|'later|:1"
                        + "|'later|:1|*4|'slots|*0|'nodes|*1|*10|'id|'bb|'port|:6381|'endpoint|$-1|'role|'replica"
                        + "|'health|'loading"
            })
    void readsShards(String wire) throws IOException {
        List<ClusterShard> shards = RecordedReply.read(commands.cluster().clusterShards(), wire);

        assertThat(shards)
                .containsExactly(
                        new ClusterShard(
                                "ss",
                                List.of(new SlotRange(0, 9), SlotRange.of(20)),
                                List.of(new ClusterShard.Node(
                                        "aa", "one", "10.0.0.1", "one", 6379, 6380, "master", 14, "online"))),
                        new ClusterShard(
                                null,
                                List.of(),
                                List.of(new ClusterShard.Node(
                                        "bb", null, null, null, 6381, -1, "replica", -1, "loading"))));
        assertThat(shards.get(0).nodes().get(0).isPrimary()).isTrue();
        assertThat(shards.get(0).nodes().get(0).isOnline()).isTrue();
        assertThat(shards.get(1).nodes().get(0).isPrimary()).isFalse();
        assertThat(shards.get(1).nodes().get(0).isOnline()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|%7|'direction|'to|'node|'aa|'create-time|:1700000000001|'events|'rw|'send-buffer-allocated|:4"
                        + "|'send-buffer-used|:2|'later|:1|%2|'direction|'from|'node|'bb",
                "*2|*14|'direction|'to|'node|'aa|'create-time|:1700000000001|'events|'rw|'send-buffer-allocated|:4"
                        + "|'send-buffer-used|:2|'later|:1|*4|'direction|'from|'node|'bb"
            })
    void readsLinks(String wire) throws IOException {
        assertThat(RecordedReply.read(commands.cluster().clusterLinks(), wire))
                .containsExactly(
                        new ClusterLink(true, "aa", Instant.ofEpochMilli(1_700_000_000_001L), "rw", 4, 2),
                        new ClusterLink(false, "bb", null, "", -1, -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*2|:5|%4|'key-count|:7|'cpu-usec|:1500|'network-bytes-in|:3|'network-bytes-out|:4|*2|:6|%0",
                "*2|*2|:5|*8|'key-count|:7|'cpu-usec|:1500|'network-bytes-in|:3|'network-bytes-out|:4|*2|:6|*0"
            })
    void readsWhatSlotsHaveAndDo(String wire) throws IOException {
        List<SlotStats> stats = RecordedReply.read(commands.cluster().clusterSlotStats(new SlotRange(5, 6)), wire);

        assertThat(stats).extracting(SlotStats::slot).containsExactly(5, 6);
        assertThat(stats.get(0).keys()).isEqualTo(7);
        assertThat(stats.get(0).cpuTime()).isEqualTo(Duration.ofNanos(1_500_000));
        assertThat(stats.get(0).networkBytesIn()).isEqualTo(3);
        assertThat(stats.get(0).networkBytesOut()).isEqualTo(4);
        assertThat(stats.get(1).keys()).isEqualTo(-1);
        assertThat(stats.get(1).cpuTime()).isNull();
        assertThat(stats.get(1).networkBytesIn()).isEqualTo(-1);
        assertThat(stats.get(1).networkBytesOut()).isEqualTo(-1);
    }

    @Test
    void readsHowTheClusterIs() throws IOException {
        ClusterInfo info = RecordedReply.readText(
                commands.cluster().clusterInfo(),
                String.join(
                        "\r\n",
                        "cluster_state:fail",
                        "cluster_slots_assigned:10",
                        "cluster_slots_ok:7",
                        "cluster_slots_pfail:2",
                        "cluster_slots_fail:1",
                        "cluster_known_nodes:4",
                        "cluster_size:2",
                        "cluster_current_epoch:6",
                        "cluster_my_epoch:5",
                        "cluster_stats_messages_sent:8",
                        "cluster_stats_messages_ping_sent:3",
                        ""));

        assertThat(info.state()).isEqualTo("fail");
        assertThat(info.isOk()).isFalse();
        assertThat(List.of(
                        info.slotsAssigned(),
                        info.slotsOk(),
                        info.slotsPossiblyFailing(),
                        info.slotsFailing(),
                        info.knownNodes(),
                        info.size()))
                .containsExactly(10, 7, 2, 1, 4, 2);
        assertThat(info.currentEpoch()).isEqualTo(6);
        assertThat(info.myEpoch()).isEqualTo(5);
        assertThat(info.messagesSent()).isEqualTo(8);
        assertThat(info.messagesReceived()).isEqualTo(-1);
        assertThat(info.linksBufferLimitExceeded()).isEqualTo(-1);
        assertThat(info.fields()).containsEntry("cluster_stats_messages_ping_sent", "3");
    }

    @Test
    void readsAnEpoch() throws IOException {
        assertThat(RecordedReply.read(commands.clusterAdmin().clusterBumpEpoch(), "+BUMPED 5"))
                .isEqualTo(new ClusterEpoch(true, 5));
        assertThat(RecordedReply.read(commands.clusterAdmin().clusterBumpEpoch(), "+STILL 5"))
                .isEqualTo(new ClusterEpoch(false, 5));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(commands.clusterAdmin().clusterBumpEpoch(), "+OK"));
    }
}
