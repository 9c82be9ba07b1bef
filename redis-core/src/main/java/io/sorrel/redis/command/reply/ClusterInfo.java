package io.sorrel.redis.command.reply;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as one of its nodes sees it. What the node does not tell is -1 or null.
 *
 * @param fields all that the node tells, by its names
 */
public record ClusterInfo(Map<String, String> fields) {
    /** Copies the map. */
    public ClusterInfo {
        fields = Fields.copy(fields);
    }

    /** Whether the cluster answers commands. */
    public boolean isOk() {
        return "ok".equals(state());
    }

    /** {@code ok} or {@code fail}. */
    public @Nullable String state() {
        return Fields.text(fields, "cluster_state");
    }

    /** How many slots have an owner. */
    public int slotsAssigned() {
        return (int) Fields.number(fields, "cluster_slots_assigned");
    }

    /** How many slots have an owner that can be reached. */
    public int slotsOk() {
        return (int) Fields.number(fields, "cluster_slots_ok");
    }

    /** How many slots have an owner that this node cannot reach. */
    public int slotsPossiblyFailing() {
        return (int) Fields.number(fields, "cluster_slots_pfail");
    }

    /** How many slots have an owner that most nodes cannot reach. */
    public int slotsFailing() {
        return (int) Fields.number(fields, "cluster_slots_fail");
    }

    /** How many nodes there are, those that cannot be reached included. */
    public int knownNodes() {
        return (int) Fields.number(fields, "cluster_known_nodes");
    }

    /** How many primaries own slots. */
    public int size() {
        return (int) Fields.number(fields, "cluster_size");
    }

    /** The highest epoch that the node knows. */
    public long currentEpoch() {
        return Fields.number(fields, "cluster_current_epoch");
    }

    /** The epoch of the node's own configuration. */
    public long myEpoch() {
        return Fields.number(fields, "cluster_my_epoch");
    }

    /** How many messages the node has sent to others. */
    public long messagesSent() {
        return Fields.number(fields, "cluster_stats_messages_sent");
    }

    /** How many messages the node has got from others. */
    public long messagesReceived() {
        return Fields.number(fields, "cluster_stats_messages_received");
    }

    /** How many connections to other nodes were closed because too much was waiting to be sent; since 7.0.0. */
    public long linksBufferLimitExceeded() {
        return Fields.number(fields, "total_cluster_links_buffer_limit_exceeded");
    }
}
