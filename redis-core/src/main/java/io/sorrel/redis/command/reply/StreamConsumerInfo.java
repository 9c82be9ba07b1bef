package io.sorrel.redis.command.reply;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a consumer of a group.
 *
 * @param name its name
 * @param pending how many entries it has not acknowledged
 * @param idle how long ago it last tried to read or claim entries, in milliseconds
 * @param inactive how long ago it last was given some, in milliseconds; null for never, and before Redis 7.2
 */
public record StreamConsumerInfo(
        String name, long pending, Duration idle, @Nullable Duration inactive) {}
