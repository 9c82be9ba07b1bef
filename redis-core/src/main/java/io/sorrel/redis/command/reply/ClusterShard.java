package io.sorrel.redis.command.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shard of a cluster: nodes that have the same slots.
 *
 * @param id its identity; null where the server does not tell
 * @param slots its slots, in order; empty where it has none
 * @param nodes its nodes
 */
public record ClusterShard(@Nullable String id, List<SlotRange> slots, List<Node> nodes) {
    /** Copies the lists. */
    public ClusterShard {
        slots = List.copyOf(slots);
        nodes = List.copyOf(nodes);
    }

    /**
     * A node of a shard.
     *
     * @param id its identity
     * @param endpoint its address or name, whichever the nodes are configured to tell; null for the one that the node
     *     that tells was reached by
     * @param ip its address; null where the node that tells does not know its own yet
     * @param hostname its name; null where it has none
     * @param port its port; -1 where it has only one with TLS
     * @param tlsPort its port with TLS; -1 where it has none
     * @param role {@code master} or {@code replica}
     * @param replicationOffset how many bytes of writes it has got
     * @param health {@code online}, {@code loading} or {@code failed}
     */
    public record Node(
            String id,
            @Nullable String endpoint,
            @Nullable String ip,
            @Nullable String hostname,
            int port,
            int tlsPort,
            String role,
            long replicationOffset,
            String health) {
        /** Whether it is the primary. */
        public boolean isPrimary() {
            return role.equals("master");
        }

        /** Whether it can be used. */
        public boolean isOnline() {
            return health.equals("online");
        }
    }
}
