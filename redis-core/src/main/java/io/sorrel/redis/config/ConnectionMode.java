package io.sorrel.redis.config;

/**
 * Which connections carry commands. Commands that block and sessions use pooled connections of their own in every mode.
 */
public enum ConnectionMode {
    /**
     * Each call runs on a direct lane while few callers are active, and on the shared connection when there are more or
     * async commands are pending. A direct lane is an idle connection of the pool that the caller writes and reads
     * itself, so that nothing is handed to another thread; {@link SharedOptions#directLanes()} says how many are few.
     */
    ADAPTIVE,
    /** Ordinary commands always use the shared connection. */
    SHARED,
    /** Sync commands always run on a pooled connection of their own; async ones still use the shared connection. */
    POOLED
}
