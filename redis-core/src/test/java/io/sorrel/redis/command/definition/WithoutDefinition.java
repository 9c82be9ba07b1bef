package io.sorrel.redis.command.definition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The commands of Redis and Valkey that have no definition, by name and with the reason. */
final class WithoutDefinition {
    static final List<Kind> KINDS = List.of(
            new Kind(
                    "Subscriptions",
                    "messages arrive without having been asked for:"
                            + " a connection that subscribes answers nothing else in RESP2",
                    Set.of("PSUBSCRIBE", "PUNSUBSCRIBE", "SSUBSCRIBE", "SUBSCRIBE", "SUNSUBSCRIBE", "UNSUBSCRIBE")),
            new Kind(
                    "Watching the server",
                    "the server's lines never end, and have no reply to go with",
                    Set.of("MONITOR")),
            new Kind(
                    "Between servers",
                    "only servers send them to each other, for replicas and slots, or write them to their own log",
                    Set.of("CLUSTER SYNCSLOTS", "PSYNC", "REPLCONF", "SYNC", "TRIMSLOTS", "XIDMPRECORD")),
            new Kind(
                    "Since Redis 8.2 or Valkey 9.0",
                    "newer than the definitions; `execute` sends them",
                    Set.of(
                            "CLUSTER CANCELSLOTMIGRATIONS",
                            "CLUSTER FLUSHSLOT",
                            "CLUSTER GETSLOTMIGRATIONS",
                            "CLUSTER MIGRATESLOTS",
                            "CLUSTER MIGRATION",
                            "CLUSTERSCAN",
                            "DELEX",
                            "DELIFEQ",
                            "DIGEST",
                            "HOTKEYS GET",
                            "HOTKEYS HELP",
                            "HOTKEYS RESET",
                            "HOTKEYS START",
                            "HOTKEYS STOP",
                            "MSETEX",
                            "XACKDEL",
                            "XCFGSET",
                            "XDELEX")),
            new Kind(
                    "Valkey alone",
                    "promises of the client about itself, and a switch for tools that import data",
                    Set.of("CLIENT CAPA", "CLIENT IMPORT-SOURCE")));

    /**
     * Commands without a definition for the same reason.
     *
     * @param title what they are
     * @param reason why they have none
     * @param names their names
     */
    record Kind(String title, String reason, Set<String> names) {}

    private WithoutDefinition() {}

    /** All names. */
    static Set<String> names() {
        return KINDS.stream().flatMap(kind -> kind.names().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
