package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * Whether a user may run a command.
 *
 * @param allowed whether the user may
 * @param reason what the user lacks, for people to read; null if nothing
 */
public record AclDryRun(boolean allowed, @Nullable String reason) {}
