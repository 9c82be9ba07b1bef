package io.sorrel.redis.command.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of a cluster as one of the nodes sees it.
 *
 * @param id its identity, 40 hexadecimal digits
 * @param host its address; null where the node that tells does not know its own yet
 * @param port its port for clients; 0 where it is not known
 * @param busPort its port for other nodes; 0 where it is not known
 * @param hostname its name; null where it has none (since 7.0.0)
 * @param flags {@code myself}, {@code master}, {@code slave}, {@code fail?}, {@code fail}, {@code handshake},
 *     {@code noaddr}, {@code nofailover}
 * @param primaryId identity of its primary; null for a primary
 * @param pingSent when the node that tells has sent a ping that is not answered yet; null where there is none
 * @param pongReceived when it got the last answer to a ping; null where there was none
 * @param configEpoch epoch of the configuration of the node, or of its primary
 * @param connected whether the node that tells is connected to it
 * @param slots the slots that it owns, in order
 * @param migrating the slots that it is giving away, and identities of the nodes that get them; told only of itself
 * @param importing the slots that it is getting, and identities of the nodes that they come from; told only of itself
 */
public record ClusterNode(
        String id,
        @Nullable String host,
        int port,
        int busPort,
        @Nullable String hostname,
        Set<String> flags,
        @Nullable String primaryId,
        @Nullable Instant pingSent,
        @Nullable Instant pongReceived,
        long configEpoch,
        boolean connected,
        List<SlotRange> slots,
        Map<Integer, String> migrating,
        Map<Integer, String> importing) {
    /** Copies the collections. */
    public ClusterNode {
        flags = Fields.copy(flags);
        slots = List.copyOf(slots);
        migrating = Fields.copy(migrating);
        importing = Fields.copy(importing);
    }

    /** Whether it is the node that tells. */
    public boolean isMyself() {
        return flags.contains("myself");
    }

    /** Whether it is a primary. */
    public boolean isPrimary() {
        return flags.contains("master");
    }

    /** Whether it is a replica. */
    public boolean isReplica() {
        return flags.contains("slave");
    }

    /** Whether most nodes cannot reach it. */
    public boolean isFailing() {
        return flags.contains("fail");
    }

    /** Whether the node that tells cannot reach it. */
    public boolean isPossiblyFailing() {
        return flags.contains("fail?");
    }
}
