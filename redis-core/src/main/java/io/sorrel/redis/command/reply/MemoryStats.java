package io.sorrel.redis.command.reply;

import java.util.Map;

/**
 * What MEMORY STATS tells: sizes in bytes. What the server does not tell is -1 or not a number.
 *
 * @param values all numbers that the server tells, by its names: {@code Long}, or {@code Double} for ratios and
 *     percentages; those of single databases left out
 * @param databases what it takes to manage the keys of each database, by its number
 */
public record MemoryStats(Map<String, Number> values, Map<Integer, Database> databases) {
    /** Copies the maps. */
    public MemoryStats {
        values = Fields.copy(values);
        databases = Fields.copy(databases);
    }

    /** The most that has been allocated. */
    public long peak() {
        return number("peak.allocated");
    }

    /** What is allocated. */
    public long total() {
        return number("total.allocated");
    }

    /** What was allocated when the server had started. */
    public long startup() {
        return number("startup.allocated");
    }

    /** The last writes, kept for replicas that come back. */
    public long replicationBacklog() {
        return number("replication.backlog");
    }

    /** Buffers of replicas. */
    public long replicaClients() {
        return number("clients.slaves");
    }

    /** Buffers of normal clients. */
    public long normalClients() {
        return number("clients.normal");
    }

    /** Connections between the nodes of a cluster; since 7.0.0. */
    public long clusterLinks() {
        return number("cluster.links");
    }

    /** Writes that are not in the append-only file yet. */
    public long aofBuffer() {
        return number("aof.buffer");
    }

    /** Scripts that are kept. */
    public long scripts() {
        return number("lua.caches");
    }

    /** Functions that are loaded; since 7.0.0. */
    public long functions() {
        return number("functions.caches");
    }

    /** What is allocated to manage the data, and to start with. */
    public long overhead() {
        return number("overhead.total");
    }

    /** How many keys there are, in all databases. */
    public long keys() {
        return number("keys.count");
    }

    /** What is allocated for each key, on average. */
    public long bytesPerKey() {
        return number("keys.bytes-per-key");
    }

    /** What is allocated for the data. */
    public long dataset() {
        return number("dataset.bytes");
    }

    /** How many percent of what was allocated since the start are for the data. */
    public double datasetPercentage() {
        return real("dataset.percentage");
    }

    /** How many percent of the peak are allocated now. */
    public double peakPercentage() {
        return real("peak.percentage");
    }

    /** What the allocator has handed out. */
    public long allocatorAllocated() {
        return number("allocator.allocated");
    }

    /** What the allocator has in use, gaps included. */
    public long allocatorActive() {
        return number("allocator.active");
    }

    /** What the allocator has from the operating system. */
    public long allocatorResident() {
        return number("allocator.resident");
    }

    /** Resident memory divided by allocated memory. */
    public double fragmentationRatio() {
        return real("fragmentation");
    }

    /** Resident memory less allocated memory. */
    public long fragmentation() {
        return number("fragmentation.bytes");
    }

    private long number(String name) {
        Number value = values.get(name);
        return value == null ? -1 : value.longValue();
    }

    private double real(String name) {
        Number value = values.get(name);
        return value == null ? Double.NaN : value.doubleValue();
    }

    /**
     * What it takes to manage the keys of a database.
     *
     * @param keyTable bytes of the table of the keys; -1 where the server does not tell
     * @param expiryTable bytes of the table of the keys' expiries; -1 where the server does not tell
     */
    public record Database(long keyTable, long expiryTable) {}
}
