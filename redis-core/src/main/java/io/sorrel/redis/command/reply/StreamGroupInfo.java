package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a group of consumers.
 *
 * @param name its name
 * @param consumers how many consumers it has
 * @param pending how many entries they have not acknowledged
 * @param lastDeliveredId the highest ID that a consumer of it was given
 * @param entriesRead how many entries it counts as read; null if the server cannot tell, and before Redis 7.0
 * @param lag how many entries it has not been given yet; null if the server cannot tell, and before Redis 7.0
 */
public record StreamGroupInfo(
        String name,
        long consumers,
        long pending,
        StreamId lastDeliveredId,
        @Nullable Long entriesRead,
        @Nullable Long lag) {}
