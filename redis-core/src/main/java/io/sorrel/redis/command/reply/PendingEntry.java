package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.StreamId;
import java.time.Duration;

/**
 * An entry that a consumer of a group has been given and has not acknowledged.
 *
 * @param id ID of the entry
 * @param consumer the consumer
 * @param idle how long ago it was last delivered, in milliseconds
 * @param deliveries how many times it was
 */
public record PendingEntry(StreamId id, String consumer, Duration idle, long deliveries) {}
