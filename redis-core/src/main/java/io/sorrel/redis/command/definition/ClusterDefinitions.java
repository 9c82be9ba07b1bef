package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.SlotStatsArgs;
import io.sorrel.redis.command.reply.ClusterInfo;
import io.sorrel.redis.command.reply.ClusterLink;
import io.sorrel.redis.command.reply.ClusterNode;
import io.sorrel.redis.command.reply.ClusterShard;
import io.sorrel.redis.command.reply.ClusterSlots;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.command.reply.SlotStats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that tell about a cluster as the node sees it that they are sent to; they fail where it is not a node of one.
 * Those that change the state of the connection run only within a session.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Cluster", accessor = "cluster")
public final class ClusterDefinitions<K, V> {
    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<K> keyReply;

    ClusterDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.keyReply = ReplyDecoders.value(codec.keys());
    }

    static List<CommandSpec> specs() {
        return ClusterSpecs.CLUSTER.all();
    }

    /**
     * Makes the node serve the next command of the connection also for a slot that it is only getting. Complexity:
     * O(1). Redis command ASKING, since 3.0.0.
     */
    public Command<@Nullable Void> asking() {
        return command(ClusterSpecs.ASKING).reply(ReplyDecoders.ok());
    }

    /**
     * Counts the nodes that have told the node that they cannot reach another one. Complexity: O(N) in their number.
     * Redis command CLUSTER COUNT-FAILURE-REPORTS, since 3.0.0. Fails if there is no such node.
     *
     * @param nodeId identity of the other one
     * @return how many have
     */
    public Command<Long> clusterCountFailureReports(String nodeId) {
        return command(ClusterSpecs.CLUSTER_COUNT_FAILURE_REPORTS)
                .text("nodeId", nodeId)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Counts the keys that the node has in a slot. Complexity: O(1). Redis command CLUSTER COUNTKEYSINSLOT, since
     * 3.0.0.
     *
     * @param slot the slot, 0 to 16383
     * @return how many there are; 0 also if the node does not own the slot
     */
    public Command<Long> clusterCountKeysInSlot(int slot) {
        return command(ClusterSpecs.CLUSTER_COUNTKEYSINSLOT)
                .number(slot("slot", slot))
                .reply(ReplyDecoders.integer());
    }

    /**
     * Reads keys that the node has in a slot. Complexity: O(N) in their number. Redis command CLUSTER GETKEYSINSLOT,
     * since 3.0.0.
     *
     * @param slot the slot, 0 to 16383
     * @param count how many at most, not negative
     * @return the keys, in no particular order; empty also if the node does not own the slot
     */
    public Command<List<K>> clusterGetKeysInSlot(int slot, long count) {
        return command(ClusterSpecs.CLUSTER_GETKEYSINSLOT)
                .number(slot("slot", slot))
                .number(Arguments.notNegative("count", count))
                .reply(ReplyDecoders.list(keyReply));
    }

    /**
     * Lists the subcommands of CLUSTER. Complexity: O(1). Redis command CLUSTER HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> clusterHelp() {
        return command(ClusterSpecs.CLUSTER_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Tells how the cluster is. Complexity: O(1). Redis command CLUSTER INFO, since 3.0.0.
     *
     * @return what the node tells
     */
    public Command<ClusterInfo> clusterInfo() {
        return command(ClusterSpecs.CLUSTER_INFO).reply(ClusterReplies::info);
    }

    /**
     * Tells in which slot a key is. Complexity: O(N) in the length of the key. Redis command CLUSTER KEYSLOT, since
     * 3.0.0.
     *
     * @param key the key, which need not exist
     * @return the slot, 0 to 16383
     */
    public Command<Integer> clusterKeySlot(K key) {
        return command(ClusterSpecs.CLUSTER_KEYSLOT).key(key).reply(ClusterReplies::number);
    }

    /**
     * Lists the connections of the node to other nodes. Complexity: O(N) in the number of nodes. Redis command CLUSTER
     * LINKS, since 7.0.0.
     *
     * @return the connections
     */
    public Command<List<ClusterLink>> clusterLinks() {
        return command(ClusterSpecs.CLUSTER_LINKS).reply(ReplyDecoders.list(ClusterReplies::link));
    }

    /**
     * Tells the identity of the node. Complexity: O(1). Redis command CLUSTER MYID, since 3.0.0.
     *
     * @return 40 hexadecimal digits
     */
    public Command<String> clusterMyId() {
        return command(ClusterSpecs.CLUSTER_MYID).reply(ReplyDecoders.string());
    }

    /**
     * Tells the identity of the node's shard. Complexity: O(1). Redis command CLUSTER MYSHARDID, since 7.2.0.
     *
     * @return 40 hexadecimal digits, the same for a primary and its replicas
     */
    public Command<String> clusterMyShardId() {
        return command(ClusterSpecs.CLUSTER_MYSHARDID).reply(ReplyDecoders.string());
    }

    /**
     * Describes all nodes. Complexity: O(N) in their number. Redis command CLUSTER NODES, since 3.0.0.
     *
     * @return the nodes, in no particular order, those that cannot be reached included
     */
    public Command<List<ClusterNode>> clusterNodes() {
        return command(ClusterSpecs.CLUSTER_NODES).reply(ClusterNodesReply::read);
    }

    /**
     * Describes the replicas of a primary. Complexity: O(N) in their number. Redis command CLUSTER REPLICAS, since
     * 5.0.0. Fails if there is no such primary.
     *
     * @param primaryId identity of the primary
     * @return the replicas, in no particular order
     */
    public Command<List<ClusterNode>> clusterReplicas(String primaryId) {
        return command(ClusterSpecs.CLUSTER_REPLICAS)
                .text("primaryId", primaryId)
                .reply(ReplyDecoders.list(ClusterNodesReply::line));
    }

    /**
     * Tells which nodes have which slots, shard by shard. Complexity: O(N) in the number of nodes. Redis command CLUSTER
     * SHARDS, since 7.0.0.
     *
     * @return the shards, in no particular order, those without slots included
     */
    public Command<List<ClusterShard>> clusterShards() {
        return command(ClusterSpecs.CLUSTER_SHARDS).reply(ReplyDecoders.list(ClusterReplies::shard));
    }

    /**
     * Describes the replicas of a primary. Complexity: O(N) in their number. Redis command CLUSTER SLAVES, since 3.0.0.
     * Fails if there is no such primary.
     *
     * @param primaryId identity of the primary
     * @return the replicas, in no particular order
     * @deprecated by Redis since 5.0.0; use {@link #clusterReplicas(String)}
     */
    @Deprecated
    public Command<List<ClusterNode>> clusterSlaves(String primaryId) {
        return command(ClusterSpecs.CLUSTER_SLAVES)
                .text("primaryId", primaryId)
                .reply(ReplyDecoders.list(ClusterNodesReply::line));
    }

    /**
     * Tells which nodes have which slots, range by range. Complexity: O(N) in the number of nodes. Redis command
     * CLUSTER SLOTS, since 3.0.0; since 7.0.0 Redis, but not Valkey, recommends CLUSTER SHARDS instead.
     *
     * @return the ranges of slots that have an owner, in order
     */
    public Command<List<ClusterSlots>> clusterSlots() {
        return command(ClusterSpecs.CLUSTER_SLOTS).reply(ReplyDecoders.list(ClusterReplies::slots));
    }

    /**
     * Tells how much the slots of the node have and do. Complexity: O(N) in the number of slots. Redis command CLUSTER
     * SLOT-STATS, since 8.2.0, and since Valkey 8.0.
     *
     * @param range which slots; those that the node does not own are left out
     * @return the slots, in order
     */
    public Command<List<SlotStats>> clusterSlotStats(SlotRange range) {
        return command(ClusterSpecs.CLUSTER_SLOT_STATS)
                .word("SLOTSRANGE")
                .number(CommandBuilder.notNull("range", range).first())
                .number(range.last())
                .reply(ReplyDecoders.list(ClusterReplies::slotStats));
    }

    /**
     * Tells which slots of the node have or do most or least. Complexity: O(N*log(N)) in the number of slots. Redis
     * command CLUSTER SLOT-STATS, since 8.2.0, and since Valkey 8.0.
     *
     * @param args in which order, and how many
     * @return the slots, in that order
     */
    public Command<List<SlotStats>> clusterSlotStats(SlotStatsArgs args) {
        return command(ClusterSpecs.CLUSTER_SLOT_STATS)
                .args("args", args)
                .reply(ReplyDecoders.list(ClusterReplies::slotStats));
    }

    /**
     * Makes a replica answer reads of the connection, which may be behind its primary. Complexity: O(1). Redis command
     * READONLY, since 3.0.0.
     */
    public Command<@Nullable Void> readOnly() {
        return command(ClusterSpecs.READONLY).reply(ReplyDecoders.ok());
    }

    /**
     * Makes a replica send on reads of the connection to its primary, as it does at first. Complexity: O(1). Redis
     * command READWRITE, since 3.0.0.
     */
    public Command<@Nullable Void> readWrite() {
        return command(ClusterSpecs.READWRITE).reply(ReplyDecoders.ok());
    }

    /** The slot, if there is one of this number. */
    static long slot(String name, int slot) {
        return Arguments.between(name, slot, 0, SlotRange.SLOTS - 1);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
