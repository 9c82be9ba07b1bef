package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ClusterFailoverMode;
import io.sorrel.redis.command.args.ClusterResetMode;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.command.args.SlotState;
import io.sorrel.redis.command.reply.ClusterEpoch;
import io.sorrel.redis.command.reply.SlotRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that change a cluster, or the node of it that they are sent to; they fail where it is not a node of one.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "ClusterAdmin", accessor = "clusterAdmin")
public final class ClusterAdminDefinitions<K, V> {
    private static final int LARGEST_PORT = 65_535;

    private final RedisCodec<K, V> codec;

    ClusterAdminDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ClusterSpecs.ADMIN.all();
    }

    /**
     * Makes the node own slots that have no owner: all or none. Complexity: O(N) in their number. Redis command CLUSTER
     * ADDSLOTS, since 3.0.0.
     *
     * @param slots the slots, 0 to 16383; at least one
     */
    public Command<@Nullable Void> clusterAddSlots(int... slots) {
        return slots(ClusterSpecs.CLUSTER_ADDSLOTS, slots);
    }

    /**
     * Makes the node own ranges of slots that have no owner: all or none. Complexity: O(N) in the number of slots.
     * Redis command CLUSTER ADDSLOTSRANGE, since 7.0.0.
     *
     * @param ranges the ranges, at least one
     */
    public Command<@Nullable Void> clusterAddSlotsRange(SlotRange... ranges) {
        return ranges(ClusterSpecs.CLUSTER_ADDSLOTSRANGE, ranges);
    }

    /**
     * Gives the node's configuration a new epoch, without a vote, unless it has the highest of the cluster. Complexity:
     * O(1). Redis command CLUSTER BUMPEPOCH, since 3.0.0.
     *
     * @return the epoch, and whether it is new
     */
    public Command<ClusterEpoch> clusterBumpEpoch() {
        return command(ClusterSpecs.CLUSTER_BUMPEPOCH).reply(ClusterReplies::epoch);
    }

    /**
     * Makes the node forget who owns slots. Complexity: O(N) in their number. Redis command CLUSTER DELSLOTS, since
     * 3.0.0. Fails if one has no owner.
     *
     * @param slots the slots, 0 to 16383; at least one
     */
    public Command<@Nullable Void> clusterDelSlots(int... slots) {
        return slots(ClusterSpecs.CLUSTER_DELSLOTS, slots);
    }

    /**
     * Makes the node forget who owns ranges of slots. Complexity: O(N) in the number of slots. Redis command CLUSTER
     * DELSLOTSRANGE, since 7.0.0. Fails if one has no owner.
     *
     * @param ranges the ranges, at least one
     */
    public Command<@Nullable Void> clusterDelSlotsRange(SlotRange... ranges) {
        return ranges(ClusterSpecs.CLUSTER_DELSLOTSRANGE, ranges);
    }

    /**
     * Makes the replica that it is sent to take over from its primary, without loss. The reply comes at once.
     * Complexity: O(1). Redis command CLUSTER FAILOVER, since 3.0.0. Fails on a primary, and if the primary is down.
     */
    public Command<@Nullable Void> clusterFailover() {
        return command(ClusterSpecs.CLUSTER_FAILOVER).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the replica that it is sent to take over from its primary. The reply comes at once. Complexity: O(1). Redis
     * command CLUSTER FAILOVER, since 3.0.0. Fails on a primary.
     *
     * @param mode for whom it does not wait
     */
    public Command<@Nullable Void> clusterFailover(ClusterFailoverMode mode) {
        return command(ClusterSpecs.CLUSTER_FAILOVER).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node forget who owns any slot. Complexity: O(1). Redis command CLUSTER FLUSHSLOTS, since 3.0.0. Fails
     * if it has keys.
     */
    public Command<@Nullable Void> clusterFlushSlots() {
        return command(ClusterSpecs.CLUSTER_FLUSHSLOTS).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node forget another one, for a minute also if others tell of it. Complexity: O(1). Redis command CLUSTER
     * FORGET, since 3.0.0. Fails if there is no such node, and for itself and its primary.
     *
     * @param nodeId identity of the other one
     */
    public Command<@Nullable Void> clusterForget(String nodeId) {
        return command(ClusterSpecs.CLUSTER_FORGET).text("nodeId", nodeId).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node get to know another one, and join its cluster to its own. The reply comes at once. Complexity:
     * O(1). Redis command CLUSTER MEET, since 3.0.0.
     *
     * @param host address of the other one, no name
     * @param port its port for clients, 1 to 65535
     */
    public Command<@Nullable Void> clusterMeet(String host, int port) {
        return command(ClusterSpecs.CLUSTER_MEET)
                .text("host", host)
                .number(Arguments.between("port", port, 1, LARGEST_PORT))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node get to know another one, and join its cluster to its own. The reply comes at once. Complexity:
     * O(1). Redis command CLUSTER MEET, since 4.0.0 with the port for nodes.
     *
     * @param host address of the other one, no name
     * @param port its port for clients, 1 to 65535
     * @param busPort its port for nodes, 1 to 65535
     */
    public Command<@Nullable Void> clusterMeet(String host, int port, int busPort) {
        return command(ClusterSpecs.CLUSTER_MEET)
                .text("host", host)
                .number(Arguments.between("port", port, 1, LARGEST_PORT))
                .number(Arguments.between("busPort", busPort, 1, LARGEST_PORT))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node a replica: its data are replaced by those of the primary. The reply comes at once. Complexity:
     * O(1). Redis command CLUSTER REPLICATE, since 3.0.0. Fails if there is no such primary, and if the node is a primary
     * with slots or keys.
     *
     * @param primaryId identity of the primary
     */
    public Command<@Nullable Void> clusterReplicate(String primaryId) {
        return command(ClusterSpecs.CLUSTER_REPLICATE)
                .text("primaryId", primaryId)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node leave its cluster, as {@link ClusterResetMode#SOFT} says. Complexity: O(N) in the number of nodes,
     * and of keys. Redis command CLUSTER RESET, since 3.0.0. Fails if it is a primary with keys.
     */
    public Command<@Nullable Void> clusterReset() {
        return command(ClusterSpecs.CLUSTER_RESET).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node leave its cluster. Complexity: O(N) in the number of nodes, and of keys. Redis command CLUSTER
     * RESET, since 3.0.0. Fails if it is a primary with keys.
     *
     * @param mode what it forgets
     */
    public Command<@Nullable Void> clusterReset(ClusterResetMode mode) {
        return command(ClusterSpecs.CLUSTER_RESET).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the node write what it knows of the cluster to disk, as it does by itself. Complexity: O(1). Redis command
     * CLUSTER SAVECONFIG, since 3.0.0.
     */
    public Command<@Nullable Void> clusterSaveConfig() {
        return command(ClusterSpecs.CLUSTER_SAVECONFIG).reply(ReplyDecoders.ok());
    }

    /**
     * Gives a new node's configuration an epoch. Complexity: O(1). Redis command CLUSTER SET-CONFIG-EPOCH, since 3.0.0.
     * Fails if it has one, or knows other nodes.
     *
     * @param epoch the epoch, at least 1
     */
    public Command<@Nullable Void> clusterSetConfigEpoch(long epoch) {
        return command(ClusterSpecs.CLUSTER_SET_CONFIG_EPOCH)
                .number(Arguments.positive("epoch", epoch))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Says what becomes of a slot. Complexity: O(1). Redis command CLUSTER SETSLOT, since 3.0.0.
     *
     * @param slot the slot, 0 to 16383
     * @param state whether it is being got, given away or neither, or who owns it
     */
    public Command<@Nullable Void> clusterSetSlot(int slot, SlotState state) {
        return command(ClusterSpecs.CLUSTER_SETSLOT)
                .number(ClusterDefinitions.slot("slot", slot))
                .args("state", state)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes a key from a value that DUMP has serialised, also in a slot that the node is only getting. Complexity: as
     * that of RESTORE. Redis command RESTORE-ASKING, since 3.0.0, by which MIGRATE moves keys between nodes.
     *
     * @param key the key
     * @param dump what DUMP has answered
     * @param args expiry, whether to replace, and what eviction thinks of the key
     */
    public Command<@Nullable Void> restoreAsking(K key, byte[] dump, RestoreArgs args) {
        CommandBuilder<K, V> command = command(ClusterSpecs.RESTORE_ASKING).key(key);
        CommandBuilder.notNull("args", args).writeExpiryTo(command);
        return command.bytes("dump", dump).args("args", args).reply(ReplyDecoders.ok());
    }

    private Command<@Nullable Void> slots(CommandSpec spec, int... slots) {
        if (CommandBuilder.notNull("slots", slots).length == 0) {
            throw new IllegalArgumentException("slots must not be empty");
        }
        CommandBuilder<K, V> command = command(spec);
        for (int slot : slots) {
            command.number(ClusterDefinitions.slot("a slot of slots", slot));
        }
        return command.reply(ReplyDecoders.ok());
    }

    private Command<@Nullable Void> ranges(CommandSpec spec, SlotRange... ranges) {
        CommandBuilder<K, V> command = command(spec);
        for (SlotRange range : CommandBuilder.notEmpty("ranges", ranges)) {
            command.number(CommandBuilder.notNull("a range of ranges", range).first())
                    .number(range.last());
        }
        return command.reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
