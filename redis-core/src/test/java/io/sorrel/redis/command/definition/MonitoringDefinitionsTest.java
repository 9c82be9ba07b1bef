package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.CommandFilter;
import io.sorrel.redis.command.args.CommandLogType;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"NullAway", "DataFlowIssue"})
class MonitoringDefinitionsTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final LatencyDefinitions<String, String> LATENCY = COMMANDS.latency();
    private static final CommandLogDefinitions<String, String> LOG = COMMANDS.commandLog();
    private static final CommandInfoDefinitions<String, String> INFO = COMMANDS.commandInfo();

    @ParameterizedTest
    @MethodSource("commands")
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        Command<?> copy = COMMANDS.keys().copy("a", "b");
        return Stream.of(
                sends("LATENCY DOCTOR", LATENCY.latencyDoctor()),
                sends("LATENCY GRAPH fork", LATENCY.latencyGraph("fork")),
                sends("LATENCY HELP", LATENCY.latencyHelp()),
                sends("LATENCY HISTOGRAM", LATENCY.latencyHistogram()),
                sends("LATENCY HISTOGRAM get config|set", LATENCY.latencyHistogram("get", "config|set")),
                sends("LATENCY HISTORY fork", LATENCY.latencyHistory("fork")),
                sends("LATENCY LATEST", LATENCY.latencyLatest()),
                sends("LATENCY RESET", LATENCY.latencyReset()),
                sends("LATENCY RESET fork command", LATENCY.latencyReset("fork", "command")),
                sends("COMMANDLOG GET 3 slow", LOG.commandLogGet(3, CommandLogType.SLOW)),
                sends("COMMANDLOG GET -1 large-reply", LOG.commandLogGetAll(CommandLogType.LARGE_REPLY)),
                sends("COMMANDLOG HELP", LOG.commandLogHelp()),
                sends("COMMANDLOG LEN large-request", LOG.commandLogLen(CommandLogType.LARGE_REQUEST)),
                sends("COMMANDLOG RESET slow", LOG.commandLogReset(CommandLogType.SLOW)),
                sends("SLOWLOG GET", LOG.slowlogGet()),
                sends("SLOWLOG GET 3", LOG.slowlogGet(3)),
                sends("SLOWLOG GET -1", LOG.slowlogGetAll()),
                sends("SLOWLOG HELP", LOG.slowlogHelp()),
                sends("SLOWLOG LEN", LOG.slowlogLen()),
                sends("SLOWLOG RESET", LOG.slowlogReset()),
                sends("COMMAND", INFO.command()),
                sends("COMMAND COUNT", INFO.commandCount()),
                sends("COMMAND DOCS", INFO.commandDocs()),
                sends("COMMAND DOCS get set", INFO.commandDocs("get", "set")),
                sends("COMMAND GETKEYS COPY a b", INFO.commandGetKeys(copy)),
                sends("COMMAND GETKEYSANDFLAGS COPY a b", INFO.commandGetKeysAndFlags(copy)),
                sends("COMMAND HELP", INFO.commandHelp()),
                sends("COMMAND INFO get", INFO.commandInfo("get")),
                sends("COMMAND LIST", INFO.commandList()),
                sends("COMMAND LIST FILTERBY MODULE m", INFO.commandList(CommandFilter.module("m"))),
                sends("COMMAND LIST FILTERBY ACLCAT read", INFO.commandList(CommandFilter.aclCategory("read"))),
                sends("COMMAND LIST FILTERBY PATTERN x*", INFO.commandList(CommandFilter.pattern("x*"))));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void refusesWrongUseAndNamesTheParameter(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(named);
    }

    static Stream<ArgumentSet> wrongUses() {
        return Stream.of(
                refused("event", "LATENCY GRAPH null", () -> LATENCY.latencyGraph(null)),
                refused("commands", "LATENCY HISTOGRAM null", () -> LATENCY.latencyHistogram("get", null)),
                refused("event", "LATENCY HISTORY null", () -> LATENCY.latencyHistory(null)),
                refused("events", "LATENCY RESET null", () -> LATENCY.latencyReset((String[]) null)),
                refused("count", "COMMANDLOG GET -1", () -> LOG.commandLogGet(-1, CommandLogType.SLOW)),
                refused("type", "COMMANDLOG GET null", () -> LOG.commandLogGet(1, null)),
                refused("type", "COMMANDLOG GET all of null", () -> LOG.commandLogGetAll(null)),
                refused("type", "COMMANDLOG LEN null", () -> LOG.commandLogLen(null)),
                refused("type", "COMMANDLOG RESET null", () -> LOG.commandLogReset(null)),
                refused("count", "SLOWLOG GET -1", () -> LOG.slowlogGet(-1)),
                refused("names", "COMMAND DOCS null", () -> INFO.commandDocs("get", null)),
                refused("command", "COMMAND GETKEYS null", () -> INFO.commandGetKeys(null)),
                refused("command", "COMMAND GETKEYSANDFLAGS null", () -> INFO.commandGetKeysAndFlags(null)),
                refused("names", "COMMAND INFO", () -> INFO.commandInfo()),
                refused("names", "COMMAND INFO null", () -> INFO.commandInfo("get", null)),
                refused("filter", "COMMAND LIST null", () -> INFO.commandList(null)),
                refused("filter", "FILTERBY MODULE null", () -> CommandFilter.module(null)),
                refused("filter", "FILTERBY ACLCAT null", () -> CommandFilter.aclCategory(null)),
                refused("filter", "FILTERBY PATTERN null", () -> CommandFilter.pattern(null)));
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
