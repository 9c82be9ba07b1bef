package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.FunctionRestorePolicy;
import io.sorrel.redis.command.args.ScriptDebugMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands on scripts and on functions. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class ScriptDefinitionsTest {
    private static final String SHA = "e0e1f9fabfc9d4800c877a703b823ac0578ff8db";
    private static final byte[] DUMP = "dump".getBytes(StandardCharsets.UTF_8);
    private static final List<String> NONE = List.of();
    private static final ReplyDecoder<Long> LONG = ReplyDecoders.integer();
    private static final ScriptDefinitions<String, String> SCRIPTS = new ScriptDefinitions<>(RedisCodec.utf8());
    private static final FunctionDefinitions<String, String> FUNCTIONS = new FunctionDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"commands", "functionCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("EVAL return 0", SCRIPTS.eval("return", LONG, NONE)),
                sends("EVAL return 2 k l a b", SCRIPTS.eval("return", LONG, List.of("k", "l"), "a", "b")),
                sends("EVAL return 0 a", SCRIPTS.eval("return", LONG, NONE, "a")),
                sends("EVAL_RO return 1 k a", SCRIPTS.evalReadOnly("return", LONG, List.of("k"), "a")),
                sends("EVALSHA " + SHA + " 1 k a", SCRIPTS.evalSha(SHA, LONG, List.of("k"), "a")),
                sends("EVALSHA_RO " + SHA + " 1 k", SCRIPTS.evalShaReadOnly(SHA, LONG, List.of("k"))),
                sends("SCRIPT DEBUG YES", SCRIPTS.scriptDebug(ScriptDebugMode.YES)),
                sends("SCRIPT DEBUG SYNC", SCRIPTS.scriptDebug(ScriptDebugMode.SYNC)),
                sends("SCRIPT DEBUG NO", SCRIPTS.scriptDebug(ScriptDebugMode.NO)),
                sends("SCRIPT EXISTS " + SHA + " " + SHA, SCRIPTS.scriptExists(SHA, SHA)),
                sends("SCRIPT FLUSH", SCRIPTS.scriptFlush()),
                sends("SCRIPT FLUSH SYNC", SCRIPTS.scriptFlush(FlushMode.SYNC)),
                sends("SCRIPT HELP", SCRIPTS.scriptHelp()),
                sends("SCRIPT KILL", SCRIPTS.scriptKill()),
                sends("SCRIPT LOAD return", SCRIPTS.scriptLoad("return")),
                sends("SCRIPT SHOW " + SHA, SCRIPTS.scriptShow(SHA)));
    }

    static Stream<ArgumentSet> functionCommands() {
        return Stream.of(
                sends("FCALL f 0", FUNCTIONS.fcall("f", LONG, NONE)),
                sends("FCALL f 2 k l a b", FUNCTIONS.fcall("f", LONG, List.of("k", "l"), "a", "b")),
                sends("FCALL_RO f 1 k a", FUNCTIONS.fcallReadOnly("f", LONG, List.of("k"), "a")),
                sends("FUNCTION DELETE lib", FUNCTIONS.functionDelete("lib")),
                sends("FUNCTION DUMP", FUNCTIONS.functionDump()),
                sends("FUNCTION FLUSH", FUNCTIONS.functionFlush()),
                sends("FUNCTION FLUSH ASYNC", FUNCTIONS.functionFlush(FlushMode.ASYNC)),
                sends("FUNCTION HELP", FUNCTIONS.functionHelp()),
                sends("FUNCTION KILL", FUNCTIONS.functionKill()),
                sends("FUNCTION LIST", FUNCTIONS.functionList()),
                sends("FUNCTION LIST LIBRARYNAME l*", FUNCTIONS.functionList("l*")),
                sends("FUNCTION LIST WITHCODE", FUNCTIONS.functionListWithCode()),
                sends("FUNCTION LIST LIBRARYNAME l* WITHCODE", FUNCTIONS.functionListWithCode("l*")),
                sends("FUNCTION LOAD code", FUNCTIONS.functionLoad("code")),
                sends("FUNCTION LOAD REPLACE code", FUNCTIONS.functionLoadReplace("code")),
                sends("FUNCTION RESTORE dump APPEND", FUNCTIONS.functionRestore(DUMP)),
                sends("FUNCTION RESTORE dump FLUSH", FUNCTIONS.functionRestore(DUMP, FunctionRestorePolicy.FLUSH)),
                sends("FUNCTION RESTORE dump REPLACE", FUNCTIONS.functionRestore(DUMP, FunctionRestorePolicy.REPLACE)),
                sends("FUNCTION STATS", FUNCTIONS.functionStats()));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("script", "EVAL null", () -> SCRIPTS.eval(null, LONG, NONE)),
                refused("reply", "EVAL without a decoder", () -> SCRIPTS.eval("return", null, NONE)),
                refused("keys", "EVAL without keys", () -> SCRIPTS.eval("return", LONG, null)),
                refused("keys", "EVAL null key", () -> SCRIPTS.eval("return", LONG, Arrays.asList("k", null))),
                refused("args", "EVAL null argument", () -> SCRIPTS.evalReadOnly("return", LONG, NONE, "a", null)),
                refused("args", "EVAL null array", () -> SCRIPTS.eval("return", LONG, NONE, (String[]) null)),
                refused("sha1", "EVALSHA null", () -> SCRIPTS.evalSha(null, LONG, NONE)),
                refused("sha1", "EVALSHA of a script", () -> SCRIPTS.evalSha("return 1", LONG, NONE)),
                refused("sha1", "EVALSHA_RO of 41 digits", () -> SCRIPTS.evalShaReadOnly(SHA + "0", LONG, NONE)),
                refused("sha1", "SCRIPT SHOW of no digits", () -> SCRIPTS.scriptShow(SHA.replace('e', 'g'))),
                refused("sha1s", "SCRIPT EXISTS of nothing", () -> SCRIPTS.scriptExists()),
                refused("sha1s", "SCRIPT EXISTS of a short one", () -> SCRIPTS.scriptExists(SHA, "abc")),
                refused("script", "SCRIPT LOAD null", () -> SCRIPTS.scriptLoad(null)),
                refused("mode", "SCRIPT FLUSH null", () -> SCRIPTS.scriptFlush(null)),
                refused("mode", "SCRIPT DEBUG null", () -> SCRIPTS.scriptDebug(null)),
                refused("function", "FCALL null", () -> FUNCTIONS.fcall(null, LONG, NONE)),
                refused("library", "FUNCTION DELETE null", () -> FUNCTIONS.functionDelete(null)),
                refused("mode", "FUNCTION FLUSH null", () -> FUNCTIONS.functionFlush(null)),
                refused("pattern", "FUNCTION LIST null", () -> FUNCTIONS.functionList(null)),
                refused("pattern", "FUNCTION LIST WITHCODE null", () -> FUNCTIONS.functionListWithCode(null)),
                refused("code", "FUNCTION LOAD null", () -> FUNCTIONS.functionLoad(null)),
                refused("dump", "FUNCTION RESTORE null", () -> FUNCTIONS.functionRestore(null)),
                refused("policy", "FUNCTION RESTORE without a policy", () -> FUNCTIONS.functionRestore(DUMP, null)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("EVAL", SCRIPTS.eval("return", LONG, NONE), false),
                argumentSet("EVAL_RO", SCRIPTS.evalReadOnly("return", LONG, NONE), true),
                argumentSet("EVALSHA", SCRIPTS.evalSha(SHA, LONG, NONE), false),
                argumentSet("SCRIPT LOAD", SCRIPTS.scriptLoad("return"), true),
                argumentSet("SCRIPT KILL", SCRIPTS.scriptKill(), false),
                argumentSet("FCALL", FUNCTIONS.fcall("f", LONG, NONE), false),
                argumentSet("FCALL_RO", FUNCTIONS.fcallReadOnly("f", LONG, NONE), true),
                argumentSet("FUNCTION LOAD", FUNCTIONS.functionLoad("code"), false),
                argumentSet("FUNCTION LOAD REPLACE", FUNCTIONS.functionLoadReplace("code"), true),
                argumentSet("FUNCTION DELETE", FUNCTIONS.functionDelete("lib"), false),
                argumentSet("FUNCTION RESTORE", FUNCTIONS.functionRestore(DUMP), false),
                argumentSet(
                        "FUNCTION RESTORE FLUSH", FUNCTIONS.functionRestore(DUMP, FunctionRestorePolicy.FLUSH), true));
    }

    @Test
    void decodesWithTheCallersCodeWhereNobodyElseWaits() {
        assertThat(SCRIPTS.eval("return", LONG, NONE).isDecodedByUserCode()).isTrue();
        assertThat(FUNCTIONS.fcallReadOnly("f", LONG, NONE).isDecodedByUserCode())
                .isTrue();
        assertThat(SCRIPTS.scriptLoad("return").isDecodedByUserCode()).isFalse();
    }

    @Test
    void doesNotLetWaitWhatEndsAScript() {
        assertThat(SCRIPTS.scriptKill().spec().isUrgent()).isTrue();
        assertThat(FUNCTIONS.functionKill().spec().isUrgent()).isTrue();
        assertThat(FUNCTIONS.functionStats().spec().isUrgent()).isTrue();
        assertThat(SCRIPTS.scriptFlush().spec().isUrgent()).isFalse();
    }

    @Test
    void knowsThatDebuggingIsAnotherProtocol() {
        assertThat(SCRIPTS.scriptDebug(ScriptDebugMode.YES).spec().connectionState())
                .isEqualTo(ConnectionState.BREAKS);
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
