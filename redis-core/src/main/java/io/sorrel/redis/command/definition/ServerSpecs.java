package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.RequestPolicy.ALL_NODES;
import static io.sorrel.redis.command.RequestPolicy.ALL_SHARDS;
import static io.sorrel.redis.command.ResponsePolicy.AGG_SUM;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ResponsePolicy;

/** The specs of the groups about the server, its data and its replicas. */
final class ServerSpecs {
    static final Specs SERVER = new Specs();
    static final CommandSpec DBSIZE =
            SERVER.add(CommandSpec.read("DBSIZE", "1.0.0").policies(ALL_SHARDS, AGG_SUM));
    static final CommandSpec FLUSHALL =
            SERVER.add(CommandSpec.write("FLUSHALL", "1.0.0").policies(ALL_SHARDS, ALL_SUCCEEDED));
    static final CommandSpec FLUSHDB =
            SERVER.add(CommandSpec.write("FLUSHDB", "1.0.0").policies(ALL_SHARDS, ALL_SUCCEEDED));
    static final CommandSpec INFO =
            SERVER.add(CommandSpec.neutral("INFO", "1.0.0").idempotent().policies(ALL_SHARDS, ResponsePolicy.SPECIAL));
    static final CommandSpec LOLWUT = SERVER.add(CommandSpec.read("LOLWUT", "5.0.0"));
    static final CommandSpec SHUTDOWN =
            SERVER.add(CommandSpec.neutral("SHUTDOWN", "1.0.0").urgent().answeredByClosing());
    static final CommandSpec SWAPDB = SERVER.add(CommandSpec.write("SWAPDB", "4.0.0"));
    static final CommandSpec TIME =
            SERVER.add(CommandSpec.neutral("TIME", "2.6.0").idempotent());

    static final Specs PERSISTENCE = new Specs();
    static final CommandSpec BGREWRITEAOF = PERSISTENCE.add(CommandSpec.neutral("BGREWRITEAOF", "1.0.0"));
    static final CommandSpec BGSAVE = PERSISTENCE.add(CommandSpec.neutral("BGSAVE", "1.0.0"));
    static final CommandSpec LASTSAVE =
            PERSISTENCE.add(CommandSpec.neutral("LASTSAVE", "1.0.0").idempotent());
    static final CommandSpec SAVE =
            PERSISTENCE.add(CommandSpec.neutral("SAVE", "1.0.0").idempotent());

    static final Specs REPLICATION = new Specs();
    static final CommandSpec FAILOVER = REPLICATION.add(CommandSpec.neutral("FAILOVER", "6.2.0"));
    static final CommandSpec REPLICAOF =
            REPLICATION.add(CommandSpec.neutral("REPLICAOF", "5.0.0").idempotent());
    static final CommandSpec ROLE =
            REPLICATION.add(CommandSpec.neutral("ROLE", "2.8.12").idempotent());
    static final CommandSpec SLAVEOF =
            REPLICATION.add(CommandSpec.neutral("SLAVEOF", "1.0.0").idempotent());

    static final Specs CONFIG = new Specs();
    static final CommandSpec CONFIG_GET =
            CONFIG.add(CommandSpec.neutral("CONFIG GET", "2.0.0").idempotent());
    static final CommandSpec CONFIG_HELP =
            CONFIG.add(CommandSpec.neutral("CONFIG HELP", "5.0.0").idempotent());
    static final CommandSpec CONFIG_RESETSTAT = CONFIG.add(
            CommandSpec.neutral("CONFIG RESETSTAT", "2.0.0").idempotent().policies(ALL_NODES, ALL_SUCCEEDED));
    static final CommandSpec CONFIG_REWRITE = CONFIG.add(
            CommandSpec.neutral("CONFIG REWRITE", "2.8.0").idempotent().policies(ALL_NODES, ALL_SUCCEEDED));
    static final CommandSpec CONFIG_SET =
            CONFIG.add(CommandSpec.neutral("CONFIG SET", "2.0.0").idempotent().policies(ALL_NODES, ALL_SUCCEEDED));

    static final Specs MEMORY = new Specs();
    static final CommandSpec MEMORY_DOCTOR = MEMORY.add(memory("DOCTOR", ResponsePolicy.SPECIAL));
    static final CommandSpec MEMORY_HELP =
            MEMORY.add(CommandSpec.neutral("MEMORY HELP", "4.0.0").idempotent());
    static final CommandSpec MEMORY_MALLOC_STATS = MEMORY.add(memory("MALLOC-STATS", ResponsePolicy.SPECIAL));
    static final CommandSpec MEMORY_PURGE = MEMORY.add(memory("PURGE", ALL_SUCCEEDED));
    static final CommandSpec MEMORY_STATS = MEMORY.add(memory("STATS", ResponsePolicy.SPECIAL));
    static final CommandSpec MEMORY_USAGE =
            MEMORY.add(CommandSpec.read("MEMORY USAGE", "4.0.0").keys(2, 2, 1));

    static final Specs MODULE = new Specs();
    static final CommandSpec MODULE_HELP =
            MODULE.add(CommandSpec.neutral("MODULE HELP", "5.0.0").idempotent());
    static final CommandSpec MODULE_LIST =
            MODULE.add(CommandSpec.neutral("MODULE LIST", "4.0.0").idempotent());
    static final CommandSpec MODULE_LOAD = MODULE.add(CommandSpec.neutral("MODULE LOAD", "4.0.0"));
    static final CommandSpec MODULE_LOADEX = MODULE.add(CommandSpec.neutral("MODULE LOADEX", "7.0.0"));
    static final CommandSpec MODULE_UNLOAD = MODULE.add(CommandSpec.neutral("MODULE UNLOAD", "4.0.0"));

    static final Specs DEBUGGING = new Specs();
    static final CommandSpec DEBUG = DEBUGGING.add(CommandSpec.neutral("DEBUG", "1.0.0"));

    private ServerSpecs() {}

    private static CommandSpec.Draft memory(String subcommand, ResponsePolicy response) {
        return CommandSpec.neutral("MEMORY " + subcommand, "4.0.0").idempotent().policies(ALL_SHARDS, response);
    }
}
