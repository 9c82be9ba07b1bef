package io.sorrel.redis.command.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection between two nodes of a cluster, of which there is one in each direction.
 *
 * @param outgoing whether the node that tells has opened it
 * @param nodeId identity of the other node
 * @param created when it was opened, in milliseconds; null where the server does not tell
 * @param events {@code r} if it is read, {@code w} if it is written, or both
 * @param sendBufferAllocated bytes of memory for what is to be sent
 * @param sendBufferUsed bytes of it that are in use
 */
public record ClusterLink(
        boolean outgoing,
        String nodeId,
        @Nullable Instant created,
        String events,
        long sendBufferAllocated,
        long sendBufferUsed) {}
