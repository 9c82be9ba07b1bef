package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user was refused.
 *
 * @param count how often it happened, within a minute
 * @param reason {@code command}, {@code key}, {@code channel}, or {@code auth} for a login
 * @param context {@code toplevel}, {@code multi}, {@code lua} or {@code module}
 * @param object the command, key or channel
 * @param username name of the user
 * @param age how long ago it last happened, in milliseconds
 * @param client the connection
 * @param entryId a number that no other entry has until the server ends; -1 before 7.2.0
 * @param created when it first happened, in milliseconds; null before 7.2.0
 * @param lastUpdated when it last happened, in milliseconds; null before 7.2.0
 */
public record AclLogEntry(
        long count,
        String reason,
        String context,
        String object,
        String username,
        Duration age,
        ClientInfo client,
        long entryId,
        @Nullable Instant created,
        @Nullable Instant lastUpdated) {}
