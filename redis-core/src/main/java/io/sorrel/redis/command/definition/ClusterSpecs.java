package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.ConnectionState.CHANGES;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.RequestPolicy;
import io.sorrel.redis.command.ResponsePolicy;

/** The specs of {@link ClusterDefinitions} and {@link ClusterAdminDefinitions}. */
final class ClusterSpecs {
    static final Specs CLUSTER = new Specs();
    static final CommandSpec ASKING = session("ASKING");
    static final CommandSpec CLUSTER_COUNT_FAILURE_REPORTS = cluster("COUNT-FAILURE-REPORTS", "3.0.0");
    static final CommandSpec CLUSTER_COUNTKEYSINSLOT = cluster("COUNTKEYSINSLOT", "3.0.0");
    static final CommandSpec CLUSTER_GETKEYSINSLOT = cluster("GETKEYSINSLOT", "3.0.0");
    static final CommandSpec CLUSTER_HELP = cluster("HELP", "5.0.0");
    static final CommandSpec CLUSTER_INFO = cluster("INFO", "3.0.0");
    static final CommandSpec CLUSTER_KEYSLOT = cluster("KEYSLOT", "3.0.0");
    static final CommandSpec CLUSTER_LINKS = cluster("LINKS", "7.0.0");
    static final CommandSpec CLUSTER_MYID = cluster("MYID", "3.0.0");
    static final CommandSpec CLUSTER_MYSHARDID = cluster("MYSHARDID", "7.2.0");
    static final CommandSpec CLUSTER_NODES = cluster("NODES", "3.0.0");
    static final CommandSpec CLUSTER_REPLICAS = cluster("REPLICAS", "5.0.0");
    static final CommandSpec CLUSTER_SHARDS = cluster("SHARDS", "7.0.0");
    static final CommandSpec CLUSTER_SLAVES = cluster("SLAVES", "3.0.0");
    static final CommandSpec CLUSTER_SLOT_STATS = CLUSTER.add(CommandSpec.neutral("CLUSTER SLOT-STATS", "8.2.0")
            .sinceInValkey("8.0.0")
            .idempotent()
            .policies(RequestPolicy.ALL_SHARDS, ResponsePolicy.DEFAULT));
    static final CommandSpec CLUSTER_SLOTS = cluster("SLOTS", "3.0.0");
    static final CommandSpec READONLY = session("READONLY");
    static final CommandSpec READWRITE = session("READWRITE");

    static final Specs ADMIN = new Specs();
    static final CommandSpec CLUSTER_ADDSLOTS = change("ADDSLOTS", "3.0.0");
    static final CommandSpec CLUSTER_ADDSLOTSRANGE = change("ADDSLOTSRANGE", "7.0.0");
    static final CommandSpec CLUSTER_BUMPEPOCH = change("BUMPEPOCH", "3.0.0");
    static final CommandSpec CLUSTER_DELSLOTS = change("DELSLOTS", "3.0.0");
    static final CommandSpec CLUSTER_DELSLOTSRANGE = change("DELSLOTSRANGE", "7.0.0");
    static final CommandSpec CLUSTER_FAILOVER = change("FAILOVER", "3.0.0");
    static final CommandSpec CLUSTER_FLUSHSLOTS = change("FLUSHSLOTS", "3.0.0");
    static final CommandSpec CLUSTER_FORGET = change("FORGET", "3.0.0");
    static final CommandSpec CLUSTER_MEET = repeatable("MEET");
    static final CommandSpec CLUSTER_REPLICATE = repeatable("REPLICATE");
    static final CommandSpec CLUSTER_RESET = change("RESET", "3.0.0");
    static final CommandSpec CLUSTER_SAVECONFIG = repeatable("SAVECONFIG");
    static final CommandSpec CLUSTER_SET_CONFIG_EPOCH = change("SET-CONFIG-EPOCH", "3.0.0");
    static final CommandSpec CLUSTER_SETSLOT = change("SETSLOT", "3.0.0");
    static final CommandSpec RESTORE_ASKING =
            ADMIN.add(CommandSpec.write("RESTORE-ASKING", "3.0.0").key());

    private ClusterSpecs() {}

    private static CommandSpec cluster(String subcommand, String since) {
        return CLUSTER.add(CommandSpec.neutral("CLUSTER " + subcommand, since).idempotent());
    }

    private static CommandSpec session(String name) {
        return CLUSTER.add(CommandSpec.neutral(name, "3.0.0").idempotent().connection(CHANGES));
    }

    private static CommandSpec change(String subcommand, String since) {
        return ADMIN.add(CommandSpec.neutral("CLUSTER " + subcommand, since));
    }

    private static CommandSpec repeatable(String subcommand) {
        return ADMIN.add(CommandSpec.neutral("CLUSTER " + subcommand, "3.0.0").idempotent());
    }
}
