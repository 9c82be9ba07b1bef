package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.RequestPolicy.ALL_NODES;
import static io.sorrel.redis.command.ResponsePolicy.AGG_SUM;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ResponsePolicy;

/** The specs of the groups about what the server has observed, and about its commands. */
final class MonitoringSpecs {
    static final Specs LATENCY = new Specs();
    static final CommandSpec LATENCY_DOCTOR = latency("DOCTOR", "2.8.13");
    static final CommandSpec LATENCY_GRAPH = latency("GRAPH", "2.8.13");
    static final CommandSpec LATENCY_HELP =
            LATENCY.add(CommandSpec.neutral("LATENCY HELP", "2.8.13").idempotent());
    static final CommandSpec LATENCY_HISTOGRAM = latency("HISTOGRAM", "7.0.0");
    static final CommandSpec LATENCY_HISTORY = latency("HISTORY", "2.8.13");
    static final CommandSpec LATENCY_LATEST = latency("LATEST", "2.8.13");
    static final CommandSpec LATENCY_RESET =
            LATENCY.add(CommandSpec.neutral("LATENCY RESET", "2.8.13").policies(ALL_NODES, AGG_SUM));

    static final Specs LOG = new Specs();
    static final CommandSpec COMMANDLOG_GET = log("COMMANDLOG GET", "8.1.0", ResponsePolicy.DEFAULT);
    static final CommandSpec COMMANDLOG_HELP =
            LOG.add(CommandSpec.neutral("COMMANDLOG HELP", "8.1.0").idempotent());
    static final CommandSpec COMMANDLOG_LEN = log("COMMANDLOG LEN", "8.1.0", AGG_SUM);
    static final CommandSpec COMMANDLOG_RESET = log("COMMANDLOG RESET", "8.1.0", ALL_SUCCEEDED);
    static final CommandSpec SLOWLOG_GET = log("SLOWLOG GET", "2.2.12", ResponsePolicy.DEFAULT);
    static final CommandSpec SLOWLOG_HELP =
            LOG.add(CommandSpec.neutral("SLOWLOG HELP", "6.2.0").idempotent());
    static final CommandSpec SLOWLOG_LEN = log("SLOWLOG LEN", "2.2.12", AGG_SUM);
    static final CommandSpec SLOWLOG_RESET = log("SLOWLOG RESET", "2.2.12", ALL_SUCCEEDED);

    static final Specs COMMANDS = new Specs();
    static final CommandSpec COMMAND = command("COMMAND", "2.8.13");
    static final CommandSpec COMMAND_COUNT = command("COMMAND COUNT", "2.8.13");
    static final CommandSpec COMMAND_DOCS = command("COMMAND DOCS", "7.0.0");
    static final CommandSpec COMMAND_GETKEYS = command("COMMAND GETKEYS", "2.8.13");
    static final CommandSpec COMMAND_GETKEYSANDFLAGS = command("COMMAND GETKEYSANDFLAGS", "7.0.0");
    static final CommandSpec COMMAND_HELP = command("COMMAND HELP", "5.0.0");
    static final CommandSpec COMMAND_INFO = command("COMMAND INFO", "2.8.13");
    static final CommandSpec COMMAND_LIST = command("COMMAND LIST", "7.0.0");

    private MonitoringSpecs() {}

    private static CommandSpec latency(String subcommand, String since) {
        return LATENCY.add(CommandSpec.neutral("LATENCY " + subcommand, since)
                .idempotent()
                .policies(ALL_NODES, ResponsePolicy.SPECIAL));
    }

    private static CommandSpec log(String name, String since, ResponsePolicy response) {
        return LOG.add(CommandSpec.neutral(name, since).idempotent().policies(ALL_NODES, response));
    }

    private static CommandSpec command(String name, String since) {
        return COMMANDS.add(CommandSpec.neutral(name, since).idempotent());
    }
}
