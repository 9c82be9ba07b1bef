package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FailoverArgs;
import io.sorrel.redis.command.reply.ServerRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about primaries and replicas.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Replication", accessor = "replication")
public final class ReplicationDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    ReplicationDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.REPLICATION.all();
    }

    /**
     * Makes the primary exchange roles with one of its replicas, with the defaults of {@link FailoverArgs}. The reply
     * comes at once; INFO tells how far it has got. Complexity: O(1). Redis command FAILOVER, since 6.2.0. Fails on a
     * replica, in a cluster, without replicas, and if it is under way.
     */
    public Command<@Nullable Void> failover() {
        return failover(FailoverArgs.defaults());
    }

    /**
     * Makes the primary exchange roles with one of its replicas. The reply comes at once; INFO tells how far it has
     * got. Complexity: O(1). Redis command FAILOVER, since 6.2.0. Fails on a replica, in a cluster, without such a
     * replica, and if it is under way.
     *
     * @param args which replica, and what happens when it does not keep up
     */
    public Command<@Nullable Void> failover(FailoverArgs args) {
        return command(ServerSpecs.FAILOVER).args("args", args).reply(ReplyDecoders.ok());
    }

    /**
     * Gives up a failover that is under way. Complexity: O(1). Redis command FAILOVER, since 6.2.0 with ABORT. Fails if
     * there is none.
     */
    public Command<@Nullable Void> failoverAbort() {
        return command(ServerSpecs.FAILOVER).word("ABORT").reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server a replica: its data are replaced by those of the primary. Complexity: O(1). Redis command
     * REPLICAOF, since 5.0.0. Not in a cluster.
     *
     * @param host name or address of the primary, as the server resolves it
     * @param port port of the primary, 1 to 65535
     */
    public Command<@Nullable Void> replicaOf(String host, int port) {
        return command(ServerSpecs.REPLICAOF)
                .text("host", host)
                .number(Arguments.between("port", port, 1, 65_535))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server a primary; it keeps its data. Complexity: O(1). Redis command REPLICAOF with NO ONE, since
     * 5.0.0. Not in a cluster.
     */
    public Command<@Nullable Void> replicaOfNoOne() {
        return command(ServerSpecs.REPLICAOF).word("NO").word("ONE").reply(ReplyDecoders.ok());
    }

    /**
     * Tells what the server is to others. Complexity: O(1). Redis command ROLE, since 2.8.12.
     *
     * @return whether it is a primary, a replica or a sentinel, and how it stands with the others
     */
    public Command<ServerRole> role() {
        return command(ServerSpecs.ROLE).reply(RoleReply::read);
    }

    /**
     * Makes the server a replica: its data are replaced by those of the primary. Complexity: O(1). Redis command
     * SLAVEOF, since 1.0.0. Not in a cluster.
     *
     * @param host name or address of the primary, as the server resolves it
     * @param port port of the primary, 1 to 65535
     * @deprecated by Redis since 5.0.0; use {@link #replicaOf(String, int)}
     */
    @Deprecated
    public Command<@Nullable Void> slaveOf(String host, int port) {
        return command(ServerSpecs.SLAVEOF)
                .text("host", host)
                .number(Arguments.between("port", port, 1, 65_535))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server a primary; it keeps its data. Complexity: O(1). Redis command SLAVEOF with NO ONE, since 1.0.0.
     * Not in a cluster.
     *
     * @deprecated by Redis since 5.0.0; use {@link #replicaOfNoOne()}
     */
    @Deprecated
    public Command<@Nullable Void> slaveOfNoOne() {
        return command(ServerSpecs.SLAVEOF).word("NO").word("ONE").reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
