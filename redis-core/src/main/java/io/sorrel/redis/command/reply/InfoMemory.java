package io.sorrel.redis.command.reply;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code memory} of INFO: sizes in bytes. What the server does not tell is -1, null or not a number.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoMemory(Map<String, String> fields) {
    /** Copies the map. */
    public InfoMemory {
        fields = Fields.copy(fields);
    }

    /** What the server has allocated. */
    public long used() {
        return Fields.number(fields, "used_memory");
    }

    /** What the operating system sees the server use. */
    public long resident() {
        return Fields.number(fields, "used_memory_rss");
    }

    /** The most that the server has had allocated. */
    public long peak() {
        return Fields.number(fields, "used_memory_peak");
    }

    /** How many percent of the peak are allocated now. */
    public double peakPercentage() {
        return Fields.real(fields, "used_memory_peak_perc");
    }

    /** What is allocated to manage the data. */
    public long overhead() {
        return Fields.number(fields, "used_memory_overhead");
    }

    /** What was allocated when the server had started. */
    public long startup() {
        return Fields.number(fields, "used_memory_startup");
    }

    /** What is allocated for the data; less than zero where the server has miscounted. */
    public long dataset() {
        return Fields.number(fields, "used_memory_dataset");
    }

    /** What the machine has. */
    public long systemTotal() {
        return Fields.number(fields, "total_system_memory");
    }

    /** What may be allocated; 0 for any amount. */
    public long maximum() {
        return Fields.number(fields, "maxmemory");
    }

    /** What happens when no more may be allocated, such as {@code noeviction} or {@code allkeys-lru}. */
    public @Nullable String evictionPolicy() {
        return Fields.text(fields, "maxmemory_policy");
    }

    /** Resident memory divided by allocated memory. */
    public double fragmentationRatio() {
        return Fields.real(fields, "mem_fragmentation_ratio");
    }

    /** Resident memory less allocated memory. */
    public long fragmentation() {
        return Fields.number(fields, "mem_fragmentation_bytes");
    }

    /** What is not counted when keys are evicted. */
    public long notCountedForEviction() {
        return Fields.number(fields, "mem_not_counted_for_evict");
    }

    /** The last writes, kept for replicas that come back. */
    public long replicationBacklog() {
        return Fields.number(fields, "mem_replication_backlog");
    }

    /** Buffers of normal clients. */
    public long normalClients() {
        return Fields.number(fields, "mem_clients_normal");
    }

    /** Buffers of replicas. */
    public long replicaClients() {
        return Fields.number(fields, "mem_clients_slaves");
    }

    /** Connections between the nodes of a cluster; since 7.0.0. */
    public long clusterLinks() {
        return Fields.number(fields, "mem_cluster_links");
    }

    /** Writes that are not in the append-only file yet. */
    public long aofBuffer() {
        return Fields.number(fields, "mem_aof_buffer");
    }

    /** Scripts and functions. */
    public long scripts() {
        return Fields.number(fields, "used_memory_scripts");
    }

    /** How many scripts are kept. */
    public long cachedScripts() {
        return Fields.number(fields, "number_of_cached_scripts");
    }

    /** How many functions are loaded; since 7.0.0. */
    public long functions() {
        return Fields.number(fields, "number_of_functions");
    }

    /** Name and version of what allocates, such as {@code jemalloc-5.3.0}. */
    public @Nullable String allocator() {
        return Fields.text(fields, "mem_allocator");
    }

    /** Whether memory is being defragmented. */
    public boolean isDefragmenting() {
        String running = Fields.text(fields, "active_defrag_running");
        return running != null && !running.equals("0");
    }

    /** How many deleted values are still to be freed. */
    public long lazyFreePending() {
        return Fields.number(fields, "lazyfree_pending_objects");
    }
}
