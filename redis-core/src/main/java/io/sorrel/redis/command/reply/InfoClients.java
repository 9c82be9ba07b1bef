package io.sorrel.redis.command.reply;

import java.util.Map;

/**
 * The section {@code clients} of INFO. What the server does not tell is -1.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoClients(Map<String, String> fields) {
    /** Copies the map. */
    public InfoClients {
        fields = Fields.copy(fields);
    }

    /** How many clients are connected, replicas left out. */
    public long connected() {
        return Fields.number(fields, "connected_clients");
    }

    /** How many sockets the nodes of a cluster use among themselves, by estimate. */
    public long clusterConnections() {
        return Fields.number(fields, "cluster_connections");
    }

    /** How many connections there may be. */
    public long maximum() {
        return Fields.number(fields, "maxclients");
    }

    /** How many clients wait in a blocking command. */
    public long blocked() {
        return Fields.number(fields, "blocked_clients");
    }

    /** How many clients are told about changed keys. */
    public long tracking() {
        return Fields.number(fields, "tracking_clients");
    }

    /** How many clients have subscribed to channels; since Redis 7.4. */
    public long subscribed() {
        return Fields.number(fields, "pubsub_clients");
    }

    /** How many clients watch keys; since Redis 7.4. */
    public long watching() {
        return Fields.number(fields, "watching_clients");
    }

    /** How many keys are watched; since Redis 7.4. */
    public long watchedKeys() {
        return Fields.number(fields, "total_watched_keys");
    }

    /** How many keys clients wait for; since Redis 7.2. */
    public long blockingKeys() {
        return Fields.number(fields, "total_blocking_keys");
    }
}
