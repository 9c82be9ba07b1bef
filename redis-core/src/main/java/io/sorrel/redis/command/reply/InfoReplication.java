package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code replication} of INFO. What the server does not tell is -1 or null: a primary tells nothing of a
 * primary of its own.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoReplication(Map<String, String> fields) {
    /** Copies the map. */
    public InfoReplication {
        fields = Fields.copy(fields);
    }

    /** Whether the server is a primary. */
    public boolean isPrimary() {
        return "master".equals(fields.get("role"));
    }

    /** How many replicas are connected. */
    public int connectedReplicas() {
        return (int) Fields.number(fields, "connected_slaves");
    }

    /** The replicas that are connected, or about to be. */
    public List<Replica> replicas() {
        List<Replica> replicas = new ArrayList<>();
        fields.forEach((name, text) -> {
            if (name.matches("slave\\d+")) {
                replicas.add(Replica.of(Fields.list(text)));
            }
        });
        return replicas;
    }

    /** Host of the primary. */
    public @Nullable String primaryHost() {
        return Fields.text(fields, "master_host");
    }

    /** Port of the primary. */
    public int primaryPort() {
        return (int) Fields.number(fields, "master_port");
    }

    /** Whether the replica is connected to its primary. */
    public boolean isPrimaryLinkUp() {
        return "up".equals(fields.get("master_link_status"));
    }

    /** How long ago the primary sent something, in seconds. */
    public @Nullable Duration primaryIdle() {
        return Fields.duration(fields, "master_last_io_seconds_ago", ChronoUnit.SECONDS);
    }

    /** How long the primary has not been connected, in seconds; null while it is. */
    public @Nullable Duration primaryLinkDown() {
        return Fields.duration(fields, "master_link_down_since_seconds", ChronoUnit.SECONDS);
    }

    /** Whether the replica is getting all data from its primary. */
    public boolean isSyncing() {
        return Fields.flag(fields, "master_sync_in_progress");
    }

    /** Whether the replica refuses writes. */
    public boolean isReadOnly() {
        return Fields.flag(fields, "slave_read_only");
    }

    /** The lower, the sooner the replica is made primary; 0 for never. */
    public int priority() {
        return (int) Fields.number(fields, "slave_priority");
    }

    /** How far the replica has applied the writes of its primary. */
    public long replicaOffset() {
        return Fields.number(fields, "slave_repl_offset");
    }

    /** How many bytes of writes there were. */
    public long offset() {
        return Fields.number(fields, "master_repl_offset");
    }

    /** Names the history of writes that the offsets count. */
    public @Nullable String replicationId() {
        return Fields.text(fields, "master_replid");
    }

    /** How far FAILOVER has got: {@code no-failover}, {@code waiting-for-sync} or {@code failover-in-progress}. */
    public @Nullable String failoverState() {
        return Fields.text(fields, "master_failover_state");
    }

    /** Whether the last writes are kept for replicas that come back. */
    public boolean isBacklogActive() {
        return Fields.flag(fields, "repl_backlog_active");
    }

    /** How many bytes of writes may be kept. */
    public long backlogSize() {
        return Fields.number(fields, "repl_backlog_size");
    }

    /**
     * A replica as its primary sees it.
     *
     * @param host its host
     * @param port its port
     * @param state {@code online}, {@code wait_bgsave} or {@code send_bulk}
     * @param offset how far it has confirmed the writes
     * @param lag how long ago it confirmed, in seconds; null where it has not
     */
    public record Replica(
            @Nullable String host,
            int port,
            @Nullable String state,
            long offset,
            @Nullable Duration lag) {
        private static Replica of(Map<String, String> fields) {
            return new Replica(
                    Fields.text(fields, "ip"),
                    (int) Fields.number(fields, "port"),
                    Fields.text(fields, "state"),
                    Fields.number(fields, "offset"),
                    Fields.duration(fields, "lag", ChronoUnit.SECONDS));
        }
    }
}
