package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.Locale;

/** A part of what INFO tells. A server that does not know a section tells nothing of it. */
public enum InfoSection implements CommandArgs {
    /** The server itself: version, process, uptime. */
    SERVER,
    /** Its connections. */
    CLIENTS,
    /** Its memory. */
    MEMORY,
    /** What it writes to disk. */
    PERSISTENCE,
    /** Its threads that read and write; since Redis 8.0. */
    THREADS,
    /** What it has done since it started. */
    STATS,
    /** Its primary or its replicas. */
    REPLICATION,
    /** The processor time it has taken. */
    CPU,
    /** The modules that are loaded. */
    MODULES,
    /** Each command: how often, for how long. */
    COMMANDSTATS,
    /** Each kind of error: how often; since 6.2.0. */
    ERRORSTATS,
    /** Each command: percentiles of its duration; since 7.0.0. */
    LATENCYSTATS,
    /** What it watches over, where it is a sentinel. */
    SENTINEL,
    /** Whether it is a node of a cluster. */
    CLUSTER,
    /** Each database: how many keys. */
    KEYSPACE,
    /** Each database and type: how many keys of which size; since Redis 8.0. */
    KEYSIZES,
    /** What only its developers understand; since 7.0.0. */
    DEBUG,
    /** What INFO tells without a section. */
    DEFAULT,
    /** All sections but those of modules. */
    ALL,
    /** All sections. */
    EVERYTHING;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name().toLowerCase(Locale.ROOT));
    }
}
