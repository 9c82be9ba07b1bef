package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code stats} of INFO: counted since the server started or since CONFIG RESETSTAT. What the server does
 * not tell is -1 or null.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoStats(Map<String, String> fields) {
    /** Copies the map. */
    public InfoStats {
        fields = Fields.copy(fields);
    }

    /** How many connections were accepted. */
    public long connectionsReceived() {
        return Fields.number(fields, "total_connections_received");
    }

    /** How many connections were refused because there were too many. */
    public long connectionsRejected() {
        return Fields.number(fields, "rejected_connections");
    }

    /** How many commands were run. */
    public long commandsProcessed() {
        return Fields.number(fields, "total_commands_processed");
    }

    /** How many commands are run in a second, at present. */
    public long operationsPerSecond() {
        return Fields.number(fields, "instantaneous_ops_per_sec");
    }

    /** How many bytes came in. */
    public long inputBytes() {
        return Fields.number(fields, "total_net_input_bytes");
    }

    /** How many bytes went out. */
    public long outputBytes() {
        return Fields.number(fields, "total_net_output_bytes");
    }

    /** How many replies were errors. */
    public long errorReplies() {
        return Fields.number(fields, "total_error_replies");
    }

    /** How many keys have expired. */
    public long expiredKeys() {
        return Fields.number(fields, "expired_keys");
    }

    /** How many keys were evicted for want of memory. */
    public long evictedKeys() {
        return Fields.number(fields, "evicted_keys");
    }

    /** How many clients were disconnected for want of memory; since 7.0.0. */
    public long evictedClients() {
        return Fields.number(fields, "evicted_clients");
    }

    /** How many keys were looked for and found. */
    public long keyspaceHits() {
        return Fields.number(fields, "keyspace_hits");
    }

    /** How many keys were looked for in vain. */
    public long keyspaceMisses() {
        return Fields.number(fields, "keyspace_misses");
    }

    /** How many channels have subscribers. */
    public long channels() {
        return Fields.number(fields, "pubsub_channels");
    }

    /** How many patterns have subscribers. */
    public long patterns() {
        return Fields.number(fields, "pubsub_patterns");
    }

    /** How many shard channels have subscribers; since 7.0.0. */
    public long shardChannels() {
        return Fields.number(fields, "pubsubshard_channels");
    }

    /** How long the last fork took; zero where there was none. */
    public @Nullable Duration lastFork() {
        return Fields.duration(fields, "latest_fork_usec", ChronoUnit.MICROS);
    }

    /** How often replicas got all data. */
    public long fullSyncs() {
        return Fields.number(fields, "sync_full");
    }

    /** How often replicas got only what they lacked. */
    public long partialSyncs() {
        return Fields.number(fields, "sync_partial_ok");
    }

    /** How often replicas asked in vain for only what they lacked. */
    public long partialSyncsRefused() {
        return Fields.number(fields, "sync_partial_err");
    }

    /** How many keys the server remembers in order to tell clients when they change. */
    public long trackedKeys() {
        return Fields.number(fields, "tracking_total_keys");
    }
}
