package io.sorrel.redis.command.reply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slots of a cluster and the nodes that have them.
 *
 * @param range the slots
 * @param nodes the primary, then its replicas
 */
public record ClusterSlots(SlotRange range, List<Node> nodes) {
    /** Copies the list. */
    public ClusterSlots {
        nodes = List.copyOf(nodes);
    }

    /** The node that owns the slots; null where none is told. */
    public @Nullable Node primary() {
        return nodes.isEmpty() ? null : nodes.get(0);
    }

    /** The nodes that have copies. */
    public List<Node> replicas() {
        return nodes.isEmpty() ? nodes : nodes.subList(1, nodes.size());
    }

    /**
     * A node, and how to reach it.
     *
     * @param endpoint its address or name, whichever the nodes are configured to tell; null for the one that the node
     *     that tells was reached by; {@code ?} for a name that is not known
     * @param port its port
     * @param id its identity; null before 4.0.0
     * @param metadata its other addresses, by {@code ip} and {@code hostname} (since 7.0.0)
     */
    public record Node(
            @Nullable String endpoint, int port, @Nullable String id, Map<String, String> metadata) {
        /** Copies the map. */
        public Node {
            metadata = Fields.copy(metadata);
        }
    }
}
