package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.ConnectionState.BREAKS;
import static io.sorrel.redis.command.ConnectionState.CHANGES;
import static io.sorrel.redis.command.ConnectionState.CHANGES_FOR_GOOD;
import static io.sorrel.redis.command.ConnectionState.DEPENDS;
import static io.sorrel.redis.command.ConnectionState.INDEPENDENT;
import static io.sorrel.redis.command.RequestPolicy.ALL_NODES;
import static io.sorrel.redis.command.RequestPolicy.ALL_SHARDS;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;

/** The specs of {@link ClientDefinitions} and {@link ConnectionDefinitions}. */
final class ConnectionSpecs {
    static final Specs CLIENT = new Specs();
    static final CommandSpec CLIENT_CACHING = client("CACHING", "6.0.0", CHANGES);
    static final CommandSpec CLIENT_GETNAME = client("GETNAME", "2.6.9", DEPENDS);
    static final CommandSpec CLIENT_GETREDIR = client("GETREDIR", "6.0.0", DEPENDS);
    static final CommandSpec CLIENT_HELP = client("HELP", "5.0.0", INDEPENDENT);
    static final CommandSpec CLIENT_ID = client("ID", "5.0.0", DEPENDS);
    static final CommandSpec CLIENT_INFO = client("INFO", "6.2.0", DEPENDS);
    static final CommandSpec CLIENT_KILL = CLIENT.add(CommandSpec.neutral("CLIENT KILL", "2.4.0"));
    static final CommandSpec CLIENT_LIST = client("LIST", "2.4.0", INDEPENDENT);
    static final CommandSpec CLIENT_NO_EVICT = client("NO-EVICT", "7.0.0", CHANGES_FOR_GOOD);
    static final CommandSpec CLIENT_NO_TOUCH = client("NO-TOUCH", "7.2.0", CHANGES_FOR_GOOD);
    static final CommandSpec CLIENT_PAUSE = client("PAUSE", "3.0.0", INDEPENDENT);
    static final CommandSpec CLIENT_REPLY = client("REPLY", "3.2.0", BREAKS);
    static final CommandSpec CLIENT_SETINFO = clientOnAllNodes("SETINFO", "7.2.0", CHANGES_FOR_GOOD);
    static final CommandSpec CLIENT_SETNAME = clientOnAllNodes("SETNAME", "2.6.9", CHANGES);
    static final CommandSpec CLIENT_TRACKING = client("TRACKING", "6.0.0", CHANGES);
    static final CommandSpec CLIENT_TRACKINGINFO = client("TRACKINGINFO", "6.2.0", DEPENDS);
    static final CommandSpec CLIENT_UNBLOCK = CLIENT.add(CommandSpec.neutral("CLIENT UNBLOCK", "5.0.0"));
    static final CommandSpec CLIENT_UNPAUSE = CLIENT.add(
            CommandSpec.neutral("CLIENT UNPAUSE", "6.2.0").idempotent().urgent());

    static final Specs CONNECTION = new Specs();
    static final CommandSpec AUTH = connection("AUTH", "1.0.0", CHANGES);
    static final CommandSpec ECHO = connection("ECHO", "1.0.0", INDEPENDENT);
    static final CommandSpec HELLO = connection("HELLO", "6.0.0", CHANGES);
    static final CommandSpec PING =
            CONNECTION.add(CommandSpec.neutral("PING", "1.0.0").idempotent().policies(ALL_SHARDS, ALL_SUCCEEDED));
    static final CommandSpec QUIT = connection("QUIT", "1.0.0", BREAKS);
    static final CommandSpec RESET = connection("RESET", "6.2.0", CHANGES);
    static final CommandSpec SELECT = connection("SELECT", "1.0.0", CHANGES);

    private ConnectionSpecs() {}

    private static CommandSpec client(String subcommand, String since, ConnectionState state) {
        return CLIENT.add(
                CommandSpec.neutral("CLIENT " + subcommand, since).idempotent().connection(state));
    }

    private static CommandSpec clientOnAllNodes(String subcommand, String since, ConnectionState state) {
        return CLIENT.add(CommandSpec.neutral("CLIENT " + subcommand, since)
                .idempotent()
                .connection(state)
                .policies(ALL_NODES, ALL_SUCCEEDED));
    }

    private static CommandSpec connection(String name, String since, ConnectionState state) {
        return CONNECTION.add(CommandSpec.neutral(name, since).idempotent().connection(state));
    }
}
