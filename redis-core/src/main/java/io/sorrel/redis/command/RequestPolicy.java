package io.sorrel.redis.command;

/** Which nodes of a cluster a command is sent to; the values are those of the server's command tips. */
public enum RequestPolicy {
    /** The owner of its keys, or any node where it has none. */
    DEFAULT,
    /** Every node, replicas included. */
    ALL_NODES,
    /** Every primary. */
    ALL_SHARDS,
    /** The owners of its keys, each with its own share of them. */
    MULTI_SHARD,
    /** By a rule of the command's own. */
    SPECIAL
}
