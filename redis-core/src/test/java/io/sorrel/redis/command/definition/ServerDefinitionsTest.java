package io.sorrel.redis.command.definition;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.DebugReloadArgs;
import io.sorrel.redis.command.args.FailoverArgs;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.InfoSection;
import io.sorrel.redis.command.args.ModuleLoadArgs;
import io.sorrel.redis.command.args.ShutdownArgs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class ServerDefinitionsTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final ServerDefinitions<String, String> SERVER = COMMANDS.server();
    private static final PersistenceDefinitions<String, String> PERSISTENCE = COMMANDS.persistence();
    private static final ReplicationDefinitions<String, String> REPLICATION = COMMANDS.replication();
    private static final ConfigDefinitions<String, String> CONFIG = COMMANDS.config();
    private static final MemoryDefinitions<String, String> MEMORY = COMMANDS.memory();
    private static final ModuleDefinitions<String, String> MODULES = COMMANDS.modules();
    private static final DebugDefinitions<String, String> DEBUG = COMMANDS.debug();

    @ParameterizedTest
    @MethodSource({"server", "persistence", "replication", "configuration", "debug"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> server() {
        return Stream.of(
                sends("DBSIZE", SERVER.dbSize()),
                sends("FLUSHALL", SERVER.flushAll()),
                sends("FLUSHALL ASYNC", SERVER.flushAll(FlushMode.ASYNC)),
                sends("FLUSHDB", SERVER.flushDb()),
                sends("FLUSHDB SYNC", SERVER.flushDb(FlushMode.SYNC)),
                sends("INFO", SERVER.info()),
                sends("INFO memory", SERVER.info(InfoSection.MEMORY)),
                sends("INFO server commandstats", SERVER.info(InfoSection.SERVER, InfoSection.COMMANDSTATS)),
                sends("INFO search_version modules", SERVER.info("search_version", "modules")),
                sends("LOLWUT", SERVER.lolwut()),
                sends("LOLWUT VERSION 5", SERVER.lolwut(5)),
                sends("LOLWUT VERSION 5 10 2 -3", SERVER.lolwut(5, 10, 2, -3)),
                sends("SHUTDOWN", SERVER.shutdown(ShutdownArgs.defaults())),
                sends("SHUTDOWN SAVE", SERVER.shutdown(ShutdownArgs.save())),
                sends(
                        "SHUTDOWN NOSAVE NOW FORCE",
                        SERVER.shutdown(ShutdownArgs.noSave().force().now())),
                sends("SHUTDOWN ABORT", SERVER.shutdownAbort()),
                sends("SWAPDB 0 15", SERVER.swapDb(0, 15)),
                sends("TIME", SERVER.time()));
    }

    static Stream<ArgumentSet> persistence() {
        return Stream.of(
                sends("BGREWRITEAOF", PERSISTENCE.bgRewriteAof()),
                sends("BGSAVE", PERSISTENCE.bgSave()),
                sends("BGSAVE CANCEL", PERSISTENCE.bgSaveCancel()),
                sends("BGSAVE SCHEDULE", PERSISTENCE.bgSaveSchedule()),
                sends("LASTSAVE", PERSISTENCE.lastSave()),
                sends("SAVE", PERSISTENCE.save()));
    }

    static Stream<ArgumentSet> replication() {
        return Stream.of(
                sends("FAILOVER", REPLICATION.failover()),
                sends(
                        "FAILOVER TIMEOUT 1500",
                        REPLICATION.failover(FailoverArgs.defaults().timeout(ofMillis(1500)))),
                sends("FAILOVER TO h 6380", REPLICATION.failover(FailoverArgs.to("h", 6380))),
                sends(
                        "FAILOVER TO h 6380 TIMEOUT 2000",
                        REPLICATION.failover(FailoverArgs.to("h", 6380).timeout(ofSeconds(2)))),
                sends(
                        "FAILOVER TO h 6380 FORCE TIMEOUT 2000",
                        REPLICATION.failover(FailoverArgs.to("h", 6380).forceAfter(ofSeconds(2)))),
                sends("FAILOVER ABORT", REPLICATION.failoverAbort()),
                sends("REPLICAOF h 6379", REPLICATION.replicaOf("h", 6379)),
                sends("REPLICAOF NO ONE", REPLICATION.replicaOfNoOne()),
                sends("ROLE", REPLICATION.role()),
                sends("SLAVEOF h 6379", REPLICATION.slaveOf("h", 6379)),
                sends("SLAVEOF NO ONE", REPLICATION.slaveOfNoOne()));
    }

    static Stream<ArgumentSet> configuration() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("maxmemory", "10mb");
        parameters.put("save", "");
        ModuleLoadArgs load = ModuleLoadArgs.none();
        return Stream.of(
                sends("CONFIG GET maxmemory", CONFIG.configGet("maxmemory")),
                sends("CONFIG GET max* save", CONFIG.configGet("max*", "save")),
                sends("CONFIG HELP", CONFIG.configHelp()),
                sends("CONFIG RESETSTAT", CONFIG.configResetStat()),
                sends("CONFIG REWRITE", CONFIG.configRewrite()),
                sends("CONFIG SET maxmemory 10mb", CONFIG.configSet("maxmemory", "10mb")),
                sends("CONFIG SET maxmemory 10mb save ", CONFIG.configSet(parameters)),
                sends("MEMORY DOCTOR", MEMORY.memoryDoctor()),
                sends("MEMORY HELP", MEMORY.memoryHelp()),
                sends("MEMORY MALLOC-STATS", MEMORY.memoryMallocStats()),
                sends("MEMORY PURGE", MEMORY.memoryPurge()),
                sends("MEMORY STATS", MEMORY.memoryStats()),
                sends("MEMORY USAGE k", MEMORY.memoryUsage("k")),
                sends("MEMORY USAGE k SAMPLES 0", MEMORY.memoryUsage("k", 0)),
                sends("MODULE HELP", MODULES.moduleHelp()),
                sends("MODULE LIST", MODULES.moduleList()),
                sends("MODULE LOAD /m.so", MODULES.moduleLoad("/m.so")),
                sends("MODULE LOAD /m.so a b", MODULES.moduleLoad("/m.so", "a", "b")),
                sends("MODULE LOADEX /m.so", MODULES.moduleLoadEx("/m.so", load)),
                sends(
                        "MODULE LOADEX /m.so CONFIG m.a 1 CONFIG m.b 2 ARGS x y",
                        MODULES.moduleLoadEx(
                                "/m.so",
                                load.arguments("x", "y").parameter("m.a", "1").parameter("m.b", "2"))),
                sends("MODULE UNLOAD m", MODULES.moduleUnload("m")));
    }

    static Stream<ArgumentSet> debug() {
        DebugReloadArgs reload = DebugReloadArgs.defaults();
        return Stream.of(
                sends("DEBUG CHANGE-REPL-ID", DEBUG.debugChangeReplId()),
                sends("DEBUG DIGEST", DEBUG.debugDigest()),
                sends("DEBUG DIGEST-VALUE a b", DEBUG.debugDigestValue("a", "b")),
                sends("DEBUG DIGEST-VALUE a", DEBUG.debugDigestValue(List.of("a"))),
                sends("DEBUG ERROR LOADING still", DEBUG.debugError("LOADING still")),
                sends("DEBUG HELP", DEBUG.debugHelp()),
                sends("DEBUG HTSTATS 9", DEBUG.debugHtStats(9)),
                sends("DEBUG LOADAOF", DEBUG.debugLoadAof()),
                sends("DEBUG LOG a line", DEBUG.debugLog("a line")),
                sends("DEBUG OBJECT k", DEBUG.debugObject("k")),
                sends("DEBUG POPULATE 10", DEBUG.debugPopulate(10)),
                sends("DEBUG POPULATE 10 p 3", DEBUG.debugPopulate(10, "p", 3)),
                sends("DEBUG RELOAD", DEBUG.debugReload()),
                sends("DEBUG RELOAD NOSAVE", DEBUG.debugReload(reload.noSave())),
                sends("DEBUG RELOAD NOFLUSH", DEBUG.debugReload(reload.noFlush())),
                sends(
                        "DEBUG RELOAD MERGE NOFLUSH NOSAVE",
                        DEBUG.debugReload(reload.noSave().merge())),
                sends("DEBUG SET-ACTIVE-EXPIRE 1", DEBUG.debugSetActiveExpire(true)),
                sends("DEBUG SET-ACTIVE-EXPIRE 0", DEBUG.debugSetActiveExpire(false)),
                sends("DEBUG SLEEP 2", DEBUG.debugSleep(ofSeconds(2))),
                sends("DEBUG SLEEP 0.25", DEBUG.debugSleep(ofMillis(250))));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void refusesWrongUseAndNamesTheParameter(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(named);
    }

    static Stream<ArgumentSet> wrongUses() {
        return Stream.of(
                refused("mode", "FLUSHALL null", () -> SERVER.flushAll(null)),
                refused("mode", "FLUSHDB null", () -> SERVER.flushDb(null)),
                refused("sections", "INFO of no section", () -> SERVER.info(new InfoSection[0])),
                refused("sections", "INFO null", () -> SERVER.info(InfoSection.CPU, null)),
                refused("sections", "INFO of no name", () -> SERVER.info(new String[0])),
                refused("sections", "INFO of a null name", () -> SERVER.info("cpu", null)),
                refused("version", "LOLWUT VERSION -1", () -> SERVER.lolwut(-1)),
                refused("arguments", "LOLWUT null", () -> SERVER.lolwut(5, (int[]) null)),
                refused("args", "SHUTDOWN null", () -> SERVER.shutdown(null)),
                refused("first", "SWAPDB -1", () -> SERVER.swapDb(-1, 0)),
                refused("second", "SWAPDB 0 -1", () -> SERVER.swapDb(0, -1)),
                refused("args", "FAILOVER null", () -> REPLICATION.failover(null)),
                refused("host", "FAILOVER TO null", () -> FailoverArgs.to(null, 1)),
                refused("port", "FAILOVER TO h 0", () -> FailoverArgs.to("h", 0)),
                refused(
                        "timeout",
                        "FAILOVER TIMEOUT 0",
                        () -> FailoverArgs.defaults().timeout(ZERO)),
                refused(
                        "FailoverArgs.to",
                        "FAILOVER FORCE",
                        () -> FailoverArgs.defaults().forceAfter(ofSeconds(1))),
                refused(
                        "timeout",
                        "FAILOVER FORCE null",
                        () -> FailoverArgs.to("h", 1).forceAfter(null)),
                refused("host", "REPLICAOF null", () -> REPLICATION.replicaOf(null, 1)),
                refused("port", "REPLICAOF h 65536", () -> REPLICATION.replicaOf("h", 65_536)),
                refused("host", "SLAVEOF null", () -> REPLICATION.slaveOf(null, 1)),
                refused("port", "SLAVEOF h 0", () -> REPLICATION.slaveOf("h", 0)),
                refused("patterns", "CONFIG GET", () -> CONFIG.configGet()),
                refused("patterns", "CONFIG GET null", () -> CONFIG.configGet("a", null)),
                refused("name", "CONFIG SET null", () -> CONFIG.configSet(null, "1")),
                refused("value", "CONFIG SET to null", () -> CONFIG.configSet("a", null)),
                refused("parameters", "CONFIG SET of nothing", () -> CONFIG.configSet(Map.of())),
                refused("key", "MEMORY USAGE null", () -> MEMORY.memoryUsage(null)),
                refused("samples", "MEMORY USAGE SAMPLES -1", () -> MEMORY.memoryUsage("k", -1)),
                refused("path", "MODULE LOAD null", () -> MODULES.moduleLoad(null)),
                refused("arguments", "MODULE LOAD with null", () -> MODULES.moduleLoad("/m", "a", null)),
                refused("args", "MODULE LOADEX null", () -> MODULES.moduleLoadEx("/m", null)),
                refused("name", "CONFIG null", () -> ModuleLoadArgs.none().parameter(null, "1")),
                refused("value", "CONFIG to null", () -> ModuleLoadArgs.none().parameter("a", null)),
                refused(
                        "arguments",
                        "ARGS of nothing",
                        () -> ModuleLoadArgs.none().arguments()),
                refused("arguments", "ARGS null", () -> ModuleLoadArgs.none().arguments("a", null)),
                refused("name", "MODULE UNLOAD null", () -> MODULES.moduleUnload(null)),
                refused("keys", "DEBUG DIGEST-VALUE", () -> DEBUG.debugDigestValue()),
                refused("keys", "DEBUG DIGEST-VALUE of nothing", () -> DEBUG.debugDigestValue(List.of())),
                refused("error", "DEBUG ERROR null", () -> DEBUG.debugError(null)),
                refused("database", "DEBUG HTSTATS -1", () -> DEBUG.debugHtStats(-1)),
                refused("message", "DEBUG LOG null", () -> DEBUG.debugLog(null)),
                refused("key", "DEBUG OBJECT null", () -> DEBUG.debugObject(null)),
                refused("count", "DEBUG POPULATE -1", () -> DEBUG.debugPopulate(-1)),
                refused("prefix", "DEBUG POPULATE null", () -> DEBUG.debugPopulate(1, null, 1)),
                refused("size", "DEBUG POPULATE of 0 bytes", () -> DEBUG.debugPopulate(1, "p", 0)),
                refused("args", "DEBUG RELOAD null", () -> DEBUG.debugReload(null)),
                refused("duration", "DEBUG SLEEP 0", () -> DEBUG.debugSleep(ZERO)),
                refused("duration", "DEBUG SLEEP of nanoseconds", () -> DEBUG.debugSleep(ofNanos(1))));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("INFO", SERVER.info(), true),
                argumentSet("DBSIZE", SERVER.dbSize(), true),
                argumentSet("FLUSHALL deletes what was written since", SERVER.flushAll(), false),
                argumentSet("FLUSHDB deletes what was written since", SERVER.flushDb(), false),
                argumentSet(
                        "SHUTDOWN ends a server that was started again",
                        SERVER.shutdown(ShutdownArgs.defaults()),
                        false),
                argumentSet("SWAPDB swaps back", SERVER.swapDb(0, 1), false),
                argumentSet("SAVE", PERSISTENCE.save(), true),
                argumentSet("BGSAVE is refused when under way", PERSISTENCE.bgSave(), false),
                argumentSet("FAILOVER", REPLICATION.failover(), false),
                argumentSet("CONFIG SET", CONFIG.configSet("a", "1"), true),
                argumentSet("MODULE LOAD", MODULES.moduleLoad("/m"), false),
                argumentSet("DEBUG", DEBUG.debugPopulate(1), false));
    }

    @Test
    void givesASleepItsTimeOnTopOfTheTimeout() {
        assertThat(DEBUG.debugSleep(ofSeconds(9)).serverTimeout()).isEqualTo(ofSeconds(9));
        assertThat(DEBUG.debugLog("x").isBlocking()).isFalse();
    }

    @Test
    void knowsWhichCommandIsAnsweredByAnEndOfTheConnection() {
        assertThat(SERVER.shutdown(ShutdownArgs.defaults()).spec().isAnsweredByClosing())
                .isTrue();
        assertThat(SERVER.shutdown(ShutdownArgs.defaults()).spec().isUrgent()).isTrue();
        assertThat(SERVER.shutdown(ShutdownArgs.defaults()).isBlocking())
                .as("needs a connection of its own")
                .isTrue();
        assertThat(SERVER.shutdown(ShutdownArgs.defaults()).serverTimeout()).isNull();
        assertThat(SERVER.flushAll().spec().isAnsweredByClosing()).isFalse();
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
